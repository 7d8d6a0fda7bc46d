import { expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer.ts'
import { createConversations } from '../../src/conversation/conversations.ts'
import { createTurnTaker } from '../../src/conversation/take-turn.ts'
import { compareWithBaseline, readBaseline } from '../../src/evaluation/baseline.ts'
import { evaluateQuestions } from '../../src/evaluation/evaluate-questions.ts'
import { readQuestions } from '../../src/evaluation/questions.ts'
import { realStages } from '../support/real-index.ts'

it("answers the project's own questions no worse than the baseline says", async () => {
  const { index, retriever } = await realStages()
  const answerer = createAnswerer({ ...index, lexicon: retriever.lexicon }, () => 'R')
  const ask = createTurnTaker({
    stages: () => ({ retriever, answerer }),
    conversations: createConversations({ now: () => 0 }),
  })
  const passages = new Map(index.passages.map(({ id, text }) => [id, text]))
  const questions = await readQuestions('test/evaluation/questions.jsonl')
  const { figures } = await evaluateQuestions(questions, { ask, passages, now: () => 0 })
  expect(compareWithBaseline(figures, await readBaseline('test/evaluation/baseline.json'))).toEqual([])
})
