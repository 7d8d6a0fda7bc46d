import { beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../support/build-answer.ts'
import { buildDocument } from '../support/build-passage.ts'
import { buildReceipt } from '../support/build-receipt.ts'
import { judge, type Outcome } from '../support/hostile/judge.ts'
import type { Planted } from '../support/hostile/planted.ts'
import { type HostileReport, runHostile } from '../support/hostile-run.ts'
import { written } from '../support/written-answer.ts'

describe('a model that lies, breaks off and hangs', () => {
  /** The whole chain, over HTTP; `npm run bench:hostile` asks for two thousand. */
  const ANSWERS = 150
  let report: HostileReport
  beforeAll(async () => {
    report = await runHostile({ answers: ANSWERS, askers: 16, seed: 'liar', deadline: 6000 })
  })

  it('gets nothing delivered that is untrue, or that its quotes do not prove', () => {
    expect(report.escapes).toEqual([])
  })

  it('is answered for, each time', () => {
    const { extractive, generated } = report.modes
    expect(extractive.answers + generated.answers).toBe(ANSWERS)
    expect(report.requests).toBeGreaterThan(ANSWERS / 2)
    expect(report.shapes.size).toBeGreaterThan(20)
  })

  it('gets said what it has right, among all else', () => {
    expect(report.modes.generated.answers).toBeGreaterThan(0)
    expect(report.modes.generated.statements).toBeGreaterThan(report.modes.generated.answers)
  })
})

describe('the judge of what it gets delivered', () => {
  const SIGNED = 'It was signed on 5 August 2022.'
  const PASSAGE = 'doc#p1'
  const documents = new Map([['doc', buildDocument(`${SIGNED} It has no budget.`)]])
  const source: Source = buildSource({ documentId: 'doc', passageId: PASSAGE, quote: SIGNED, end: SIGNED.length })
  const right: Planted = { kind: 'right', ...written(SIGNED, PASSAGE), isRight: true }
  const lie: Planted = { kind: 'lie', ...written('It was signed in Osaka.', PASSAGE, SIGNED), isRight: false }
  const altered: Planted = { kind: 'altered quote', ...written(SIGNED, PASSAGE, 'It was singed'), isRight: false }

  const outcome = ({ text, quotes }: Planted, parts: Partial<Outcome> = {}): Outcome => {
    const statements = [{ text, citations: [1] }]
    const draft = { text, quotes: quotes.map(({ passage, quote }) => ({ passageId: passage, quote })) }
    return {
      answer: buildAnswer({ mode: 'generated', statements, sources: [source] }),
      receipt: buildReceipt({ statements: [draft] }),
      shown: [{ text, citations: [1], sources: [source] }],
      composed: buildAnswer(),
      planted: [right, lie, altered],
      ...parts,
    }
  }
  const kindsOf = (judged: Outcome) => judge(judged, documents).map(({ kind, where }) => `${kind}, ${where}`)

  it('minds nothing that is right, however its spaces are set', () => {
    expect(kindsOf(outcome(right))).toEqual([])
    expect(kindsOf(outcome({ ...right, text: SIGNED.replace(' 2022', ',2022') }))).toEqual([])
  })

  it('sees a lie, and what nobody planted', () => {
    expect(kindsOf(outcome(lie))).toEqual(['lie, shown', 'lie, answer'])
    expect(kindsOf(outcome({ ...right, text: 'It is void.' }))).toEqual(['unknown, shown', 'unknown, answer'])
    expect(kindsOf(outcome({ ...right, text: SIGNED.replace('5', '2.5') }))).toEqual([
      'unknown, shown',
      'unknown, answer',
    ])
  })

  it('sees what is true and not proved', () => {
    expect(kindsOf(outcome(altered))).toEqual(['altered quote, answer'])
  })

  it('sees a source that does not say what it is quoted for', () => {
    const answer = buildAnswer({
      mode: 'generated',
      statements: [{ text: SIGNED, citations: [1] }],
      sources: [{ ...source, start: 1 }],
    })
    expect(kindsOf(outcome(right, { answer }))).toEqual(['misquoted, answer'])
  })

  it('sees an answer that calls itself extractive and is not', () => {
    const answer = buildAnswer({ statements: [{ text: SIGNED, citations: [1] }], sources: [source] })
    expect(kindsOf(outcome(right, { answer }))).toEqual(['not the composed answer, answer'])
  })
})
