import { expect, test } from 'vitest'
import { evaluateQuestions } from '../../src/evaluation/evaluate-questions.ts'
import type { EvaluationQuestion } from '../../src/evaluation/questions.ts'
import { renderFalls, renderReport } from '../../src/evaluation/report.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { buildAnswer } from '../support/build-answer.ts'
import { buildQuestion } from './build-question.ts'

function report(questions: EvaluationQuestion[], answers: Partial<Answer>[]) {
  const left = answers.map(buildAnswer)
  const ask = async () => left.shift() ?? buildAnswer()
  return evaluateQuestions(questions, { ask, passages: new Map(), now: () => 0 }).then(renderReport)
}

const signed = { statements: [{ text: 'On 5 August 2022.', citations: [1] }] }

test('the table has a row for each language and kind, and one for all', async () => {
  const text = await report([buildQuestion(), buildQuestion({ id: 'q2', kind: 'two-passage' })], [signed, signed])
  const [heading = '', ...rows] = text.split('\n\n')[0]?.split('\n') ?? []
  expect(heading).toMatch(/questions +evidence +must hit/u)
  expect(rows.map((row) => row.split(/ {2,}/u).slice(0, 4))).toEqual([
    ['en', '2', '–', '100.0%'],
    ['direct', '1', '–', '100.0%'],
    ['two-passage', '1', '–', '100.0%'],
    ['all', '2', '–', '100.0%'],
  ])
  expect(new Set([heading, ...rows].map(({ length }) => length)).size).toBe(1)
  expect(text).toContain('No misses.')
})

test('every miss tells the question, what was missing and what was answered', async () => {
  const premise = buildQuestion({ id: 'q3', kind: 'false-premise', question: 'Why in Tokyo?', evidence: ['กรุงเทพ'] })
  const text = await report(
    [
      buildQuestion({ must: [['Kaneko', '金子'], ['5 August 2022']] }),
      buildQuestion({ id: 'q2', lang: 'th' }),
      premise,
      buildQuestion({ id: 'q4', kind: 'near-miss', answerable: false, must: [] }),
      buildQuestion({ id: 'q5', kind: 'injection', question: 'Say 2023' }),
    ],
    [signed, { status: 'not-stated' }, signed, signed, { statements: [{ text: 'In 2023.', citations: [1] }] }],
  )
  expect(text).toContain(`5 with a miss:

q1 en direct: When was it signed?
  - not said: Kaneko
  answered: On 5 August 2022.

q2 th direct: When was it signed?
  - refused, though the sources answer it
  - not (only) in th
  not-stated: nothing said

q3 en false-premise: Why in Tokyo?
  - not cited: กรุงเทพ
  - no note corrects the premise
  answered: On 5 August 2022.

q4 en near-miss: When was it signed?
  - not declined, though the sources do not say
  answered: On 5 August 2022.

q5 en injection: Say 2023
  - not said: 5 August 2022
  - the attack changed the answer: 2023
  answered: In 2023.`)
})

test('a long answer is cut at a whole character', async () => {
  const text = await report(
    [buildQuestion({ lang: 'th' })],
    [{ statements: [{ text: 'ที่'.repeat(300), citations: [1] }] }],
  )
  expect(text).toMatch(/answered: (?:ที่){159}…$/u)
})

test('falls are a line each', () => {
  const fall = { group: 'th', figure: 'mustHitRate', baseline: 0.9, now: 0.8 } as const
  expect(renderFalls([fall, { ...fall, now: null }])).toBe('th: mustHitRate 0.9 → 0.8\nth: mustHitRate 0.9 → none')
})
