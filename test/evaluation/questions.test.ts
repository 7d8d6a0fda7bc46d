import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readQuestions } from '../../src/evaluation/questions.ts'
import { buildQuestion } from './build-question.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-questions-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(...rows: object[]) {
  const file = join(folder, 'questions.jsonl')
  await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'))
  return readQuestions(file)
}

test('reads a question, filling in what it leaves out', async () => {
  const row = { id: 'a', lang: 'th', kind: 'off-topic', question: 'ฝนตกมั้ย', answerable: false }
  expect(await read(row)).toEqual([{ ...row, history: [], facts: [], evidence: [], must: [], note: '' }])
})

test.each([
  ['a language', { lang: 'fr' }, /line 2: lang: /u],
  ['a kind', { kind: 'trick' }, /line 2: kind: /u],
  ['an answerable question without a must', { must: [] }, /line 2: must: an answerable question needs a list/u],
  ['an empty list', { must: [[]] }, /line 2: must\.0: /u],
  ['a blank question', { question: ' ' }, /line 2: question: is blank/u],
  ['an id twice', { id: 'q1' }, /line 2: id "q1" is that of line 1/u],
])('refuses %s, naming file and line', async (_name, wrong, message) => {
  const rows = [buildQuestion(), buildQuestion({ id: 'q2', ...(wrong as object) })]
  await expect(read(...rows)).rejects.toThrow(message)
  await expect(read(...rows)).rejects.toThrow('questions.jsonl')
})

test("the project's own questions are well formed, in each language", async () => {
  const questions = await readQuestions(join(import.meta.dirname, 'questions.jsonl'))
  for (const language of ['th', 'en', 'ja']) {
    expect(questions.filter(({ lang }) => lang === language).length).toBeGreaterThanOrEqual(60)
  }
})
