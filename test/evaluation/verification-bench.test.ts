import { describe, expect, it } from 'vitest'
import type { Verdict, Verifier } from '../../src/answer/verify/verify.ts'
import { benchVerification } from '../../src/evaluation/verification-bench.ts'
import type { VerificationCase } from '../../src/evaluation/verification-cases.ts'
import { buildPassage } from '../support/build-passage.ts'

const passages = [buildPassage('It was signed.'), buildPassage('It ended.', { id: 'doc#p2' })]

const buildCase = (parts: Partial<VerificationCase>): VerificationCase => ({
  id: 'one',
  kind: 'date',
  language: 'en',
  isRight: false,
  heldOut: false,
  statement: { text: 'It was signed.', quotes: [] },
  ...parts,
})
const wrong = (text: string, parts: Partial<VerificationCase> = {}) =>
  buildCase({ statement: { text, quotes: [] }, ...parts })
const right = (text: string, parts: Partial<VerificationCase> = {}) => wrong(text, { isRight: true, ...parts })

/** Blocks what has the word "not". */
const strict: Verifier = {
  verify: ({ text }): Verdict =>
    text.includes('not')
      ? { verified: false, rule: 'polarity', reason: 'it has a "not"' }
      : { verified: true, statement: { text, quotes: [] }, rules: [] },
}
const bench = (cases: VerificationCase[], verifier = strict, now = () => 0) =>
  benchVerification(cases, { verifier, documents: new Map(), passages, now })

describe('the figures', () => {
  it('count the wrong statements that were caught, by kind and language', () => {
    const { figures } = bench([
      wrong('not signed', { kind: 'negation' }),
      wrong('signed', { kind: 'negation' }),
      wrong('not signed', { kind: 'negation', language: 'th' }),
      wrong('signed in 1999', { kind: 'date' }),
    ])
    expect(figures.caughtByKind.negation?.en).toEqual({ cases: 2, blocked: 1, rate: 0.5 })
    expect(figures.caughtByKind.negation?.th.rate).toBe(1)
    expect(figures.caughtByKind.negation?.ja).toEqual({ cases: 0, blocked: 0, rate: null })
    expect(figures.caughtByKind.date?.all.rate).toBe(0)
    expect(figures.caught.all).toEqual({ cases: 4, blocked: 2, rate: 0.5 })
  })

  it('count the right statements that were blocked, the held-out ones also apart', () => {
    const { figures } = bench([
      right('signed'),
      right('not in force', { heldOut: true }),
      right('ended', { kind: 'paraphrase' }),
      wrong('not signed'),
    ])
    expect(figures.falselyBlocked.all).toEqual({ cases: 3, blocked: 1, rate: 0.3333 })
    expect(figures.falselyBlockedHeldOut.all).toEqual({ cases: 1, blocked: 1, rate: 1 })
    expect(figures.falselyBlockedByKind.paraphrase?.all.blocked).toBe(0)
    expect(figures.caught.all.cases).toBe(1)
  })

  it('time right statements, alone and four by four, once their code has run', () => {
    let clock = 0
    const durations = [100, 100, 100, 100, 100, 1, 2, 3, 4, 5]
    const slow: Verifier = {
      verify(draft, evidence) {
        clock += durations.shift()!
        return strict.verify(draft, evidence)
      },
    }
    const { figures } = bench(
      ['a', 'b', 'c', 'd', 'e'].map((text) => right(text)),
      slow,
      () => clock,
    )
    expect(figures.milliseconds).toEqual({ statement: { p50: 3, p99: 5 }, answer: { p50: 10, p99: 10 } })
  })

  it('have no time where nothing is right', () => {
    expect(bench([wrong('not signed')]).figures.milliseconds.statement).toEqual({ p50: null, p99: null })
  })
})

it('the misses are what passed wrongly and what was blocked wrongly, with the verdict', () => {
  const { misses } = bench([
    wrong('not signed', { id: 'caught' }),
    wrong('signed', { id: 'through' }),
    right('signed', { id: 'passed' }),
    right('not in force', { id: 'blocked' }),
  ])
  expect(misses.map(({ id, verdict }) => [id, verdict.verified])).toEqual([
    ['through', true],
    ['blocked', false],
  ])
})

it('the evidence of a case is what its question found, or else everything', () => {
  const seen: string[][] = []
  const watching: Verifier = {
    verify(draft, evidence) {
      seen.push([...evidence.passages.keys()])
      return strict.verify(draft, evidence)
    },
  }
  bench([wrong('signed', { evidence: ['doc#p2'] }), wrong('signed')], watching)
  expect(seen).toEqual([['doc#p2'], ['doc#p1', 'doc#p2']])
})
