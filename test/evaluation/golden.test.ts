import { expect, it } from 'vitest'
import { compareWithBaseline, readBaseline } from '../../src/evaluation/baseline.ts'
import { evaluateQuestions } from '../../src/evaluation/evaluate-questions.ts'
import { readQuestions } from '../../src/evaluation/questions.ts'
import { askOver, realStages } from '../support/real-index.ts'

it("answers the project's own questions no worse than the baseline says", async () => {
  const { index, ...stages } = await realStages()
  const ask = askOver(stages)
  const passages = new Map(index.passages.map(({ id, text }) => [id, text]))
  const questions = await readQuestions('test/evaluation/questions.jsonl')
  const { figures } = await evaluateQuestions(questions, { ask, passages, now: () => 0 })
  expect(compareWithBaseline(figures, await readBaseline('test/evaluation/baseline.json'))).toEqual([])
})
