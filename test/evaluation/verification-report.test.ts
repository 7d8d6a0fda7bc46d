import { expect, it } from 'vitest'
import type { BenchReport, JudgedCase, Tally } from '../../src/evaluation/verification-bench.ts'
import { renderBench, renderMisses } from '../../src/evaluation/verification-report.ts'

const tally = (blocked: number, cases: number): Tally => ({
  cases,
  blocked,
  rate: cases === 0 ? null : blocked / cases,
})
const none = { th: tally(0, 0), en: tally(0, 0), ja: tally(0, 0), all: tally(0, 0) }
const some = { ...none, en: tally(9, 10), all: tally(9, 10) }

const report: BenchReport = {
  figures: {
    caught: some,
    caughtByKind: { 'swapped-roles': some },
    falselyBlocked: none,
    falselyBlockedByKind: {},
    falselyBlockedHeldOut: none,
    milliseconds: { statement: { p50: 0.2, p99: 1 }, answer: { p50: null, p99: null } },
  },
  misses: [],
}

it('shows each kind in each language, what has no cases with a dash, and the times', () => {
  const lines = renderBench(report).split('\n')
  expect(lines[0]).toMatch(/^wrong statements caught +th +en +ja +all +cases$/)
  expect(lines[1]).toMatch(/^swapped-roles +– +90\.0% +– +90\.0% +10$/)
  expect(lines).toContainEqual(expect.stringMatching(/^held out /))
  expect(lines.at(-1)).toBe('a statement: p50 0.2 ms, p99 1 ms   an answer of four: p50 – ms, p99 – ms')
})

it('tells a wrong statement that passed from a right one that was blocked', () => {
  const statement = { text: 'It ended.', quotes: [{ passageId: 'doc#p1', quote: 'It was signed.' }] }
  const one = { kind: 'status', language: 'en', heldOut: false, statement } as const
  const misses: JudgedCase[] = [
    {
      ...one,
      id: 'a',
      isRight: false,
      verdict: { verified: true, statement: { text: 'It ended.', quotes: [] }, rules: [] },
    },
    { ...one, id: 'b', isRight: true, verdict: { verified: false, rule: 'status', reason: 'it ended' } },
  ]
  expect(renderMisses(misses)).toBe(
    [
      'WRONG a (status) passed',
      '  It ended.',
      '  > doc#p1: It was signed.',
      'right b (status) blocked by status: it ended',
      '  It ended.',
      '  > doc#p1: It was signed.',
    ].join('\n'),
  )
})
