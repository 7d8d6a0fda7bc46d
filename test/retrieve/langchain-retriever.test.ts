import { describe, expect, it } from 'vitest'
import { AccordRetriever } from '../../src/retrieve/langchain-retriever.ts'
import { realStages } from '../support/real-index.ts'

describe('the LangChain retriever', () => {
  it('gives passages that can be cited, and calls back', async () => {
    const { retriever, index } = await realStages()
    const traced: number[] = []
    const callbacks = [{ handleRetrieverEnd: (documents: unknown[]) => void traced.push(documents.length) }]
    const documents = await new AccordRetriever(retriever).invoke('What does it say about 5G?', { callbacks })
    expect(documents[0]?.metadata).toMatchObject({
      passageId: 'clauses-en#scope-radio',
      clause: 'scope-radio',
      language: 'en',
    })
    const { documentId, start, end } = documents[0]!.metadata
    expect(index.documents.get(documentId)?.text.slice(start, end)).toBe(documents[0]?.pageContent)
    expect(traced).toEqual([documents.length])
  })

  it('plugs into a chain', async () => {
    const { retriever } = await realStages()
    const chain = new AccordRetriever(retriever).pipe((documents) => documents.map(({ id }) => id))
    expect(await chain.invoke('目的は何ですか')).toEqual(['clauses-ja#objective'])
  })

  it('gives nothing for what the sources do not state, and for other things', async () => {
    const retriever = new AccordRetriever((await realStages()).retriever)
    expect(await retriever.invoke('what is the budget?')).toEqual([])
    expect(await retriever.invoke('do I need a visa?')).toEqual([])
  })
})
