import { expect, test } from 'vitest'
import { evaluateQuestions } from '../../src/evaluation/evaluate-questions.ts'
import { buildAnswer } from '../support/build-answer.ts'
import { buildQuestion } from './build-question.ts'

type Request = { question: string; conversation?: string }

function setUp() {
  const asked: Request[] = []
  let time = 0
  return {
    asked,
    passages: new Map<string, string>(),
    now: () => time,
    ask: async (request: Request) => {
      asked.push(request)
      time += 5
      return buildAnswer({ statements: [{ text: 'On 5 August 2022.', citations: [1] }] })
    },
  }
}

test('asks earlier turns first, in a conversation of their own, and times the last answer alone', async () => {
  const options = setUp()
  const history = [{ question: 'one' }, { question: 'two' }]
  const rows = [buildQuestion({ history, question: 'three' }), buildQuestion({ id: 'q2', question: 'alone' })]
  const { scores } = await evaluateQuestions(rows, options)
  expect(options.asked.map(({ question }) => question)).toEqual(['one', 'two', 'three', 'alone'])
  const [one, two, three, alone] = options.asked.map(({ conversation }) => conversation)
  expect(one).toBeDefined()
  expect([two, three, alone]).toEqual([one, one, undefined])
  expect(scores.map(({ milliseconds }) => milliseconds)).toEqual([5, 5])
})

test('reports by language and by kind, and how far it is', async () => {
  const progress: [number, number][] = []
  const rows = [
    buildQuestion(),
    buildQuestion({ id: 'q2', lang: 'th', kind: 'follow-up' }),
    buildQuestion({ id: 'q3', kind: 'near-miss', answerable: false, must: [] }),
  ]
  const { figures } = await evaluateQuestions(rows, {
    ...setUp(),
    onAnswered: (done, total) => progress.push([done, total]),
  })
  expect(figures.all).toMatchObject({ questions: 3, mustHitRate: 1, correctRefusalRate: 0 })
  expect(Object.keys(figures.byLanguage)).toEqual(['en', 'th'])
  expect(figures.byLanguage.th).toMatchObject({ questions: 1, languageRate: 0 })
  expect(Object.keys(figures.byKind)).toEqual(['direct', 'follow-up', 'near-miss'])
  expect(progress).toEqual([1, 2, 3].map((done) => [done, 3]))
})

test('the same questions have the same name, others another', async () => {
  const nameOf = async (question: string) =>
    (await evaluateQuestions([buildQuestion({ question })], setUp())).figures.questionSet
  expect(await nameOf('when?')).toBe(await nameOf('when?'))
  expect(await nameOf('when?')).not.toBe(await nameOf('where?'))
})

test('a question that cannot be asked is named', async () => {
  const ask = () => Promise.reject(new Error('no index'))
  await expect(evaluateQuestions([buildQuestion()], { ...setUp(), ask })).rejects.toThrow('question q1 could not be')
})
