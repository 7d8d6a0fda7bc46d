import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifier } from '../../src/answer/verify/verify.ts'
import { type CheckText, createTextChecker } from '../../src/conversation/check-text.ts'
import { type RealStages, realStages } from '../support/real-index.ts'

let real: RealStages
let check: CheckText
beforeAll(async () => {
  real = await realStages()
  const { index, retriever } = real
  const verifier = createVerifier({ lexicon: retriever.lexicon, passages: index.passages })
  const { version, documents, passages } = index
  check = createTextChecker({ retriever, verifier, version, documents, passages })
})

const verdicts = async (text: string) => (await check(text)).claims.map(({ verdict }) => verdict)

describe('a colleague’s text', () => {
  it.each([
    ['The new MoC was signed on 5 August 2022.', 'supported'],
    ['The new MoC was signed on 6 August 2022.', 'contradicted'],
    ['The earlier MoC was signed on 7 June 2018.', 'contradicted'],
    ['The earlier MoC was signed on 7 June 2017, and its term ended on 7 June 2022.', 'not-stated'],
    ['The new MoC was signed on 7 June 2017 between MIC and MDES.', 'not-stated'],
    [
      'the objective is to promote cooperation and exchange in the fields of information technology, communications and digital',
      'verbatim',
    ],
    ['Our office moves to the third floor.', 'not-stated'],
    ['The MoC has a budget of 5 million baht.', 'not-stated'],
    ['ฉบับใหม่ลงนามเมื่อวันที่ 5 สิงหาคม 2565', 'supported'],
    ['ฉบับใหม่ลงนามเมื่อวันที่ 6 สิงหาคม 2565', 'contradicted'],
    ['新しい協力覚書は2022年8月5日に署名されました。', 'supported'],
  ])('%s: %s', async (text, verdict) => {
    expect(await verdicts(text)).toEqual([verdict])
  })

  it('is checked claim by claim, with the words that decide', async () => {
    const { claims, sources } = await check(
      '- The new MoC was signed on 5 August 2022. Lunch is at noon.\n- The earlier MoC was signed on 7 June 2018.',
    )
    expect(claims.map(({ verdict }) => verdict)).toEqual(['supported', 'not-stated', 'contradicted'])
    for (const { verdict, citations } of claims) expect(citations.length > 0).toBe(verdict !== 'not-stated')
    for (const { documentId, start, end, quote } of sources)
      expect(real.index.documents.get(documentId)!.text.slice(start, end)).toBe(quote)
  })

  it('keeps nobody waiting, however long it is', async () => {
    let turns = 0
    const count = () => {
      turns++
      next = setImmediate(count)
    }
    let next = setImmediate(count)
    await check('The new MoC was signed on 6 August 2022 by MDES and MIC in Tokyo.\n'.repeat(5))
    clearImmediate(next)
    expect(turns).toBeGreaterThan(50)
  })

  it('says how much of it wasn’t checked', async () => {
    const { claims, unchecked } = await check('Something is so.\n'.repeat(50))
    expect(claims).toHaveLength(20)
    expect(unchecked).toBe(30)
  })

  it('claims nothing when there are no words', async () => {
    expect(await check(' \n— …\n')).toMatchObject({ claims: [], sources: [], unchecked: 0 })
  })
})

describe('statements whose verdict is known', () => {
  const read = (name: string) =>
    readFileSync(`test/evaluation/verification/${name}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; text: string })
  const share = (verdicts: string[], wanted: string) =>
    verdicts.filter((verdict) => verdict === wanted).length / verdicts.length
  const judge = async (texts: string[]) => {
    const judged: string[] = []
    for (const text of texts) {
      const found = await verdicts(text)
      judged.push(
        found.includes('contradicted')
          ? 'contradicted'
          : found.every((each) => each === 'supported' || each === 'verbatim')
            ? 'supported'
            : 'other',
      )
    }
    return judged
  }

  // Every fourth, for the time it takes.
  const sample = <Item>(items: Item[]) => items.filter((_, at) => at % 4 === 0)

  it('that are right are found, and seldom said to contradict', async () => {
    const right = sample(['right.th.jsonl', 'right.en.jsonl', 'right.ja.jsonl'].flatMap(read))
    const judged = await judge(right.map(({ text }) => text))
    expect(share(judged, 'supported')).toBeGreaterThan(0.8)
    expect(share(judged, 'contradicted')).toBeLessThan(0.03)
  })

  it('that are wrong are seldom borne out', async () => {
    // The words of those with a wrong quote are right; those whose right words are put together wrongly are the hardest.
    const lies = ['lies.th.jsonl', 'lies.en.jsonl', 'lies.ja.jsonl']
      .flatMap(read)
      .filter(({ kind }) => !/quote|clause-id|rearranged/.test(kind))
    const judged = await judge(sample(lies).map(({ text }) => text))
    expect(share(judged, 'supported')).toBeLessThan(0.02)
    expect(share(judged, 'contradicted')).toBeGreaterThan(0.3)
  })
})
