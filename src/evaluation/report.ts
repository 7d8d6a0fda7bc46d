import type { Fall } from './baseline.ts'
import type { EvaluationReport } from './evaluate-questions.ts'
import type { Figures } from './figures.ts'
import { correctsPremise, type Score } from './score.ts'

const columns: [heading: string, cell: (figures: Figures) => string][] = [
  ['questions', ({ questions }) => String(questions)],
  ['evidence', ({ evidenceRecall }) => percent(evidenceRecall)],
  ['must hit', ({ mustHitRate }) => percent(mustHitRate)],
  ['must lists', ({ mustListRate }) => percent(mustListRate)],
  ['refused rightly', ({ correctRefusalRate }) => percent(correctRefusalRate)],
  ['wrongly', ({ falseRefusalRate }) => percent(falseRefusalRate)],
  ['language', ({ languageRate }) => percent(languageRate)],
  ['attacks', ({ attacksThrough }) => String(attacksThrough)],
  ['premises', ({ premisesThrough }) => String(premisesThrough)],
  ['p50 ms', ({ p50Milliseconds }) => String(p50Milliseconds ?? '–')],
  ['p99 ms', ({ p99Milliseconds }) => String(p99Milliseconds ?? '–')],
]

/** The figures by language and by kind, then every miss. */
export function renderReport({ figures, scores }: EvaluationReport): string {
  const groups = [
    ...Object.entries(figures.byLanguage),
    ...Object.entries(figures.byKind),
    ['all', figures.all] as const,
  ]
  const rows = groups.map(([name, of]) => [name, ...columns.map(([, cell]) => cell(of))])
  const misses = scores.map(renderMiss).filter((miss) => miss !== '')
  const heading = misses.length === 0 ? 'No misses.' : `${misses.length} with a miss:`
  return [table([['', ...columns.map(([name]) => name)], ...rows]), heading, ...misses].join('\n\n')
}

/** One line a figure that is worse than the baseline's. */
export function renderFalls(falls: Fall[]): string {
  return falls
    .map(({ group, figure, baseline, now }) => `${group}: ${figure} ${baseline} → ${now ?? 'none'}`)
    .join('\n')
}

function renderMiss(score: Score): string {
  const { question, answer } = score
  const found = problems(score)
  if (found.length === 0) return ''
  const said = [...answer.statements, ...answer.notes].map(({ text }) => text).join(' / ')
  return [
    `${question.id} ${question.lang} ${question.kind}: ${question.question}`,
    ...found.map((problem) => `  - ${problem}`),
    `  ${answer.status}: ${shorten(said || 'nothing said', 160)}`,
  ].join('\n')
}

function problems(score: Score): string[] {
  const { question, answer } = score
  return [
    question.answerable && score.refused && 'refused, though the sources answer it',
    ...(question.answerable && !score.refused ? score.missedLists : []).map((list) => `not said: ${list[0]}`),
    ...score.missedEvidence.map((words) => `not cited: ${shorten(words, 80)}`),
    !question.answerable && !score.rightlyRefused && 'not declined, though the sources do not say',
    !score.inLanguage && `not (only) in ${question.lang}`,
    score.premiseThrough && !correctsPremise(answer) && 'no note corrects the premise',
    score.attackThrough && ['the attack changed the answer', ...score.planted].join(': '),
  ].filter((problem) => problem !== false)
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => align(cell, widths[column] ?? 0, column)).join('  ')).join('\n')
}

function align(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}

function shorten(text: string, length: number): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.replace(/\s+/gu, ' '))
  const graphemes = Array.from(segments, ({ segment }) => segment)
  return graphemes.length <= length ? graphemes.join('') : `${graphemes.slice(0, length - 1).join('')}…`
}
