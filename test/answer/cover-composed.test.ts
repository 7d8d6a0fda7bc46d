import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { leftUnsaid } from '../../src/answer/cover-composed.ts'
import type { Provable } from '../../src/answer/stream.ts'
import type { LanguageModel } from '../../src/models/language-model.ts'
import type { Ask } from '../../src/question.ts'
import { asksOf } from '../../src/retrieve/asks.ts'
import { agrees, readDates } from '../../src/text/calendar.ts'
import { compact } from '../../src/text/compact.ts'
import { readJsonLines } from '../../src/text/json-lines.ts'
import type { Answer, Language, Passage } from '../../src/vocabulary.ts'
import { readPrompt } from '../support/read-prompt.ts'
import { askOver, type RealStages, realStages } from '../support/real-index.ts'
import { numberedDrafter, writtenAnswer } from '../support/written-answer.ts'

let real: RealStages
beforeAll(async () => {
  real = await realStages()
})

function said(text: string, passageId: string, quote = text): Provable {
  const passage: Passage = real.index.passages[real.index.ordinalOf(passageId)!]!
  const at = passage.text.indexOf(quote)
  if (at === -1) throw new Error(`${passageId} does not say ${quote}`)
  const start = passage.start + at
  const located = { passage, text: quote, start, end: start + quote.length }
  return { draft: { text, quotes: [{ passageId, quote }] }, verified: { text, quotes: [located] }, rules: [] }
}

function leftOf(composed: Provable[], statements: Provable[], question: string): string[] {
  const asks = asksOf(compact(question))
  const asked = { asks } as { asks: Set<Ask> } & Parameters<typeof leftUnsaid>[2]
  return leftUnsaid(composed, statements, asked, real.retriever.lexicon).map(({ verified }) => verified.text)
}

const SIGNED = 'The new MoC was signed on 5 August 2022 by Minister Kaneko of MIC and Minister Chaiwut of MDES.'
const EXCHANGED =
  "The document was exchanged in Bangkok by MIC's vice-minister for policy coordination Yoshida and Minister Chaiwut."
const RADIO =
  'The scope includes cooperation in modern radio communication technologies, namely the deployment and use of open and secure 5G.'
const signed = () => said(SIGNED, 'clauses-en#signing')
const exchanged = () => said(EXCHANGED, 'clauses-en#signing')

describe('what a model leaves unsaid', () => {
  it('is all of it, when it says nothing', () => {
    expect(leftOf([signed(), exchanged()], [], 'Tell me about the signing')).toEqual([SIGNED, EXCHANGED])
  })

  it('is nothing, when it says the same, whatever is asked for', () => {
    const questions = ['When was it signed?', 'Who signed it?', 'exact words of the signing', 'Tell me about it']
    for (const question of questions) expect(leftOf([signed()], [signed()], question)).toEqual([])
  })

  it('is what none of its statements quotes', () => {
    expect(
      leftOf(
        [signed(), exchanged()],
        [said('It was exchanged in Bangkok.', 'clauses-en#signing', 'The document was exchanged in Bangkok')],
        'Tell me about the signing',
      ),
    ).toEqual([SIGNED, EXCHANGED])
    expect(leftOf([signed(), said(RADIO, 'clauses-en#scope-radio')], [signed()], 'Tell me about it')).toEqual([RADIO])
  })

  it('is not what it says of the same clause in another language', () => {
    const inThai = said('ฉบับใหม่ลงนามเมื่อวันที่ 5 สิงหาคม 2565', 'clauses-th#signing', 'ลงนามเมื่อวันที่ 5 สิงหาคม 2565')
    expect(leftOf([signed()], [inThai], 'When was it signed?')).toEqual([])
  })
})

describe('what is asked for must be said', () => {
  const half = (text: string, quote: string) => [said(text, 'clauses-en#signing', quote)]

  it.each([
    ['a date', 'When was it signed?', 'Minister Kaneko signed the new MoC.', [SIGNED]],
    ['a date, in any calendar', 'When was it signed?', 'The new MoC was signed on 5 August 2565 B.E.', []],
    ['each name', 'Who signed it?', 'Minister Kaneko signed the new MoC on 5 August 2022.', [SIGNED]],
    ['each name, in any order', 'Who signed it?', 'Chaiwut of MDES and Kaneko of MIC signed it.', []],
    ['nothing more than that', 'When was it signed?', 'It was signed on 5 August 2022.', []],
    ['the words themselves', 'exact words of the signing', 'It was signed on 5 August 2022.', [SIGNED]],
  ])('%s: %s', (_, question, text, left) => {
    expect(leftOf([signed()], half(text, SIGNED), question)).toEqual(left)
  })

  it('a place', () => {
    const unplaced = said('Yoshida and Chaiwut exchanged the document.', 'clauses-en#signing', EXCHANGED)
    const placed = said('It was exchanged in Bangkok.', 'clauses-en#signing', EXCHANGED)
    expect(leftOf([exchanged()], [unplaced], 'Where was it exchanged?')).toEqual([EXCHANGED])
    expect(leftOf([exchanged()], [placed], 'Where was it exchanged?')).toEqual([])
  })

  it('an address', () => {
    const at = 'The Thai cabinet release is published at https://www.thaigov.go.th/news/contents/details/57536'
    const composed = [said(at, 'clauses-en#source-url')]
    const unlinked = said('The Thai cabinet release is published.', 'clauses-en#source-url', at)
    expect(leftOf(composed, [unlinked], 'Give me the link to the release')).toEqual([at])
    expect(leftOf(composed, [said(at, 'clauses-en#source-url')], 'Give me the link to the release')).toEqual([])
  })

  it('an amount, in Thai', () => {
    const term = 'ความร่วมมือตั้งอยู่บนหลักความเท่าเทียม'
    const clause = said(term, 'clauses-th#principles')
    const counted = { ...clause, verified: { ...clause.verified, text: 'ความร่วมมือ 3 วัน' } }
    expect(leftOf([counted], [clause], 'กี่วัน')).toEqual(['ความร่วมมือ 3 วัน'])
    expect(leftOf([counted], [{ ...clause, verified: { ...clause.verified, text: 'รวม ๓ วัน' } }], 'กี่วัน')).toEqual([])
  })
})

describe('an answer by a model that says little', () => {
  const kept = (answer: Answer) => ({
    clauses: new Set(
      answer.statements.flatMap(({ citations }) => citations).map((number) => answer.sources[number - 1]?.clause),
    ),
    dates: readDates(answer.statements.map(({ text }) => text).join('\n\n')),
  })

  it.each(['th', 'en', 'ja'] as const)(
    'is never poorer than the composed one: every example question in %s',
    async (language) => {
      const paraphrases = await readStatements(language)
      // One right statement on what was found, and no more.
      const model: LanguageModel = {
        model: 'terse',
        async *write({ user }) {
          const given = new Set(readPrompt(user).passages.map(({ id }) => id))
          const fitting = paraphrases.find(({ quotes }) => quotes.every(({ passage }) => given.has(passage)))
          yield writtenAnswer(...(fitting === undefined ? [] : [fitting]))
        },
      }
      const ask = askOver(real)
      const askTerse = askOver(await realStages(undefined, numberedDrafter(model)))
      let generated = 0
      for (const question of real.index.vocabulary.questions.flatMap((entry) => entry[language])) {
        const [composed, terse] = [await ask({ question }), await askTerse({ question })]
        if (terse.mode === 'generated') generated++
        expect(terse.status).toBe(composed.status)
        expect(terse.notes.map(({ kind, text }) => ({ kind, text }))).toEqual(
          composed.notes.map(({ kind, text }) => ({ kind, text })),
        )
        expect(kept(terse).clauses.isSupersetOf(kept(composed).clauses), question).toBe(true)
        if (!asksOf(compact(question)).has('when')) continue
        const said = kept(terse).dates
        const unsaid = kept(composed).dates.filter(({ date }) => !said.some((mention) => agrees(date, mention.date)))
        expect(unsaid, question).toEqual([])
      }
      expect(generated).toBeGreaterThan(20)
    },
  )
})

const statementSchema = z.looseObject({
  text: z.string(),
  quotes: z.array(z.object({ passage: z.string(), quote: z.string() })),
})

async function readStatements(language: Language) {
  const lines = await readJsonLines(`test/evaluation/verification/right.${language}.jsonl`, statementSchema)
  return lines.map(({ value: { text, quotes } }) => ({ text, quotes }))
}
