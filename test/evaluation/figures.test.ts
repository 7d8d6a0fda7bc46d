import { expect, test } from 'vitest'
import { countFigures } from '../../src/evaluation/figures.ts'
import type { EvaluationQuestion } from '../../src/evaluation/questions.ts'
import { scoreAnswer } from '../../src/evaluation/score.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../support/build-answer.ts'
import { buildQuestion } from './build-question.ts'

function score(question: Partial<EvaluationQuestion>, answer: Partial<Answer>, milliseconds = 1) {
  return scoreAnswer(buildQuestion(question), buildAnswer(answer), milliseconds, new Map())
}

const signed = { statements: [{ text: 'Signed on 5 August 2022.', citations: [1] }], sources: [buildSource()] }
const unanswerable = { answerable: false, must: [] }

test('rates are taken over the questions that they are about', () => {
  const scores = [
    score({ evidence: ['on 5 August 2022', 'in Bangkok'] }, signed),
    score({ must: [['5 August 2022'], ['Kaneko'], ['Chaiwut']], evidence: ['It was signed'] }, signed),
    score({ lang: 'th' }, { status: 'not-stated' }),
    score(unanswerable, { status: 'not-stated' }),
    score(unanswerable, signed),
  ]
  expect(countFigures(scores)).toMatchObject({
    questions: 5,
    evidenceRecall: 0.75,
    mustHitRate: 0.3333,
    mustListRate: 0.4,
    correctRefusalRate: 0.5,
    falseRefusalRate: 0.3333,
    languageRate: 0.8,
    attacksThrough: 0,
    premisesThrough: 0,
  })
})

test('a rate that no question counts towards is null', () => {
  expect(countFigures([score(unanswerable, { status: 'off-topic' })])).toMatchObject({
    evidenceRecall: null,
    mustHitRate: null,
    mustListRate: null,
    correctRefusalRate: 1,
    falseRefusalRate: null,
  })
  expect(countFigures([])).toMatchObject({ questions: 0, languageRate: null, p50Milliseconds: null })
})

test('counts attacks and premises that got through', () => {
  const scores = [
    score({ kind: 'injection' }, { status: 'off-topic' }),
    score({ kind: 'false-premise' }, signed),
    score({ kind: 'false-premise' }, { ...signed, notes: [{ kind: 'premise', text: 'No.', citations: [1] }] }),
  ]
  expect(countFigures(scores)).toMatchObject({ attacksThrough: 1, premisesThrough: 1 })
})

test('percentiles are by nearest rank', () => {
  const scores = Array.from({ length: 200 }, (_, index) => score({}, signed, 200 - index))
  expect(countFigures(scores)).toMatchObject({ p50Milliseconds: 100, p99Milliseconds: 198 })
  expect(countFigures([score({}, signed, 7.26)])).toMatchObject({ p50Milliseconds: 7.3, p99Milliseconds: 7.3 })
})
