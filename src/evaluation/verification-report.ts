import type { BenchFigures, BenchReport, JudgedCase, Tally, TallyByLanguage, Times } from './verification-bench.ts'

const COLUMNS = ['th', 'en', 'ja', 'all'] as const

/** Two tables, of wrong statements caught and of right ones blocked, and the times. */
export function renderBench({ figures }: BenchReport): string {
  const { milliseconds } = figures
  return [
    renderTable('wrong statements caught', figures.caughtByKind, { all: figures.caught }),
    renderTable('right statements blocked', figures.falselyBlockedByKind, {
      'held out': figures.falselyBlockedHeldOut,
      all: figures.falselyBlocked,
    }),
    `${renderTimes('a statement', milliseconds.statement)}   ${renderTimes('an answer of four', milliseconds.answer)}`,
  ].join('\n\n')
}

/** Each wrong statement that passed, and each right one that was blocked with the rule that did it. */
export function renderMisses(misses: readonly JudgedCase[]): string {
  return misses.map(renderMiss).join('\n')
}

function renderTable(title: string, kinds: BenchFigures['caughtByKind'], totals: BenchFigures['caughtByKind']): string {
  const rows = Object.entries({ ...kinds, ...totals }).map(([name, tallies]) => [name, ...cells(tallies)])
  const lines = [[title, ...COLUMNS, 'cases'], ...rows]
  const width = Math.max(...lines.map(([name]) => name!.length))
  return lines
    .map(([name, ...rest]) => [name!.padEnd(width), ...rest.map((cell) => cell.padStart(6))].join('  '))
    .join('\n')
}

function cells(tallies: TallyByLanguage): string[] {
  return [...COLUMNS.map((column) => percent(tallies[column])), String(tallies.all.cases)]
}

function percent({ rate }: Tally): string {
  return rate === null ? '–' : `${(rate * 100).toFixed(1)}%`
}

function renderTimes(what: string, { p50, p99 }: Times): string {
  return `${what}: p50 ${p50 ?? '–'} ms, p99 ${p99 ?? '–'} ms`
}

function renderMiss({ id, isRight, kind, statement, verdict }: JudgedCase): string {
  const judgement = verdict.verified ? 'passed' : `blocked by ${verdict.rule}: ${verdict.reason}`
  return [
    `${isRight ? 'right' : 'WRONG'} ${id} (${kind}) ${judgement}`,
    `  ${statement.text}`,
    ...statement.quotes.map(({ passageId, quote }) => `  > ${passageId}: ${quote}`),
  ].join('\n')
}
