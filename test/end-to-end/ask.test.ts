import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openSearchIndex } from '../../src/search-index/search-index.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { runNode } from '../support/run-node.ts'
import { answerSchema } from './answer-schema.ts'
import { expectRefusal } from './expect-refusal.ts'

/** No terminal: what is written has no colour. */
const ESCAPE = '\u001b'

let home: string
let dataDir: string

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'accord-ask-'))
  dataDir = join(home, 'data')
  await runNode('scripts/ingest.ts', [], settings())
})
afterAll(() => rmSync(home, { recursive: true }))

const settings = () => ({
  cwd: home,
  env: { KNOWLEDGE_DIR: join(import.meta.dirname, '../../knowledge'), DATA_DIR: dataDir },
})
const ask = (...args: string[]) => runNode('scripts/ask.ts', args, settings())

async function askForJson(...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await ask('--json', ...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return answerSchema.parse(JSON.parse(stdout))
}

const statementsOf = ({ statements }: Answer) => statements.map(({ text }) => text).join('\n')

function batchFile(...lines: unknown[]): string {
  const file = join(home, 'questions.jsonl')
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return file
}

const batchLine = z.looseObject({ questionId: z.string() })

/** Each answer by itself and the id that it was asked with. */
async function askBatch(...lines: unknown[]): Promise<{ questionId: string; answer: Answer }[]> {
  const { code, stdout, stderr } = await ask('--batch', batchFile(...lines))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/\n$/)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { questionId, ...answer } = batchLine.parse(JSON.parse(line))
      return { questionId, answer: answerSchema.parse(answer) }
    })
}

describe('ask "question"', () => {
  it.each([
    ['MoC ฉบับใหม่ลงนามเมื่อไหร่', '5 สิงหาคม 2565'],
    ['When was the new MoC signed?', '5 August 2022'],
    ['新しい覚書はいつ署名されましたか', '2022年8月5日'],
  ])('answers %s in its language, with quote and address', async (question, date) => {
    const { code, stdout, stderr } = await ask(question)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(date)
    expect(stdout).toMatch(/^\[1\] /m)
    expect(stdout).toMatch(/^ {4}https:\/\//m)
    expect(stdout).toMatch(/^ {4}│ /m)
    expect(stdout).not.toContain(ESCAPE)
  })

  it('needs no quotation marks and answers in the language that is asked for', async () => {
    const answer = await askForJson('--language', 'ja', 'When', 'was', 'the', 'MoC', 'signed?')
    expect(answer).toMatchObject({ question: 'When was the MoC signed?', language: 'ja', status: 'answered' })
    expect(statementsOf(answer)).toContain('2022年8月5日')
  })

  it('builds the index first when there is none, and says so aside from the answer', async () => {
    const fresh = { cwd: home, env: { ...settings().env, DATA_DIR: join(home, 'fresh') } }
    const { code, stdout, stderr } = await runNode('scripts/ask.ts', ['--json', 'Who are the parties?'], fresh)
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Building the index …\n' })
    expect(answerSchema.parse(JSON.parse(stdout)).status).toBe('answered')
  })
})

describe('ask --json', () => {
  it('keeps the contract: quotes are the stored text at their offsets, every citation has its source', async () => {
    const { documents, version } = await openSearchIndex(dataDir)
    const questions = ['ขอบเขตความร่วมมือมีอะไรบ้าง', 'Was it signed on 6 August 2022?', '費用はいくらですか', '5G']
    for (const question of questions) {
      const answer = await askForJson(question)
      expect(answer).toMatchObject({ question, mode: 'extractive', indexVersion: version })
      for (const source of answer.sources) {
        for (const { documentId, start, end, quote } of [source, source.original ?? source])
          expect(documents.get(documentId)?.text.slice(start, end)).toBe(quote)
      }
      const numbers = answer.sources.map(({ number }) => number)
      expect(numbers).toEqual(numbers.map((_, at) => at + 1))
      const cited = [...answer.statements, ...answer.notes].flatMap(({ citations }) => citations)
      expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(numbers)
    }
  })

  it('gives every answer a receipt of its own', async () => {
    const [one, other] = [await askForJson('5G'), await askForJson('5G')]
    expect(one.id).not.toBe(other.id)
  })
})

describe('ask --batch', () => {
  it('answers in order, each line in the conversation of its own history', async () => {
    const answers = await askBatch(
      { id: 'new', question: 'MoC ฉบับใหม่ลงนามเมื่อไหร่' },
      { id: 'old', question: 'แล้วฉบับเดิมล่ะ', history: [{ question: 'MoC ฉบับใหม่ลงนามเมื่อไหร่' }] },
      { id: 'en', question: 'Who are the parties?', kind: 'direct' },
    )
    expect(answers.map(({ questionId }) => questionId)).toEqual(['new', 'old', 'en'])
    const [fresh, earlier, parties] = answers.map(({ answer }) => answer)
    expect(statementsOf(fresh!)).toContain('5 สิงหาคม 2565')
    expect(statementsOf(earlier!)).toContain('7 มิถุนายน 2560')
    expect(parties).toMatchObject({ question: 'Who are the parties?', language: 'en' })
  })

  it('reads past lone surrogates', async () => {
    const [first] = await askBatch({ id: '1', question: '\ud83d MoC ฉบับใหม่ลงนามเมื่อไหร่ \udc00' })
    expect(first!.answer.question.isWellFormed()).toBe(true)
    expect(statementsOf(first!.answer)).toContain('5 สิงหาคม 2565')
  })

  it.each([
    ['a file that is not there', () => join(home, 'nowhere.jsonl'), /nowhere\.jsonl does not exist/],
    ['a line that is not JSON', () => notJson(), /line 1: not JSON/],
    ['an empty question', () => batchFile({ id: '1', question: '5G' }, { id: '2', question: '' }), /line 2: question/],
    ['a question of 20,000 characters', () => batchFile({ id: '1', question: 'ก'.repeat(20_000) }), /line 1: .*longer/],
  ])('names file, line and reason of %s', async (_, file, reason) => {
    expectRefusal(await ask('--batch', file()), reason)
  })

  function notJson(): string {
    writeFileSync(join(home, 'not.jsonl'), 'id,question\n')
    return join(home, 'not.jsonl')
  }
})

describe('ask without a question', () => {
  it('is a prompt that keeps the conversation', async () => {
    const typed = 'MoC ฉบับใหม่ลงนามเมื่อไหร่\n\nแล้วฉบับเดิมล่ะ\nexit\n'
    const { code, stdout, stderr } = await runNode('scripts/ask.ts', [], settings(), typed)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('5 สิงหาคม 2565')
    expect(stdout).toContain('7 มิถุนายน 2560')
  })
})

describe('a question that is hard to read', () => {
  it.each(['', ' \u00a0\u3000', '\u200b\u200d\ufeff'])('refuses %j, which is empty', async (question) => {
    expectRefusal(await ask(question), /question is empty/)
  })

  it('refuses 20,000 characters and says how many may be', async () => {
    const { stdout, ...ended } = await ask('ลงนามเมื่อไหร่ '.repeat(1334))
    expectRefusal({ stdout, ...ended }, /longer than 2,000 characters/)
    expect(stdout).toBe('')
  })

  it('answers only emoji with what it is there for', async () => {
    const answer = await askForJson('🎉🙏🏽👨‍👩‍👧')
    expect(answer).toMatchObject({ status: 'off-topic', statements: [] })
    expect(answer.notes).not.toEqual([])
    expect(answer.suggestions).not.toEqual([])
  })

  it.each([
    ['French', 'Quand le mémorandum a-t-il été signé ?'],
    ['Korean', '양해각서는 언제 서명되었습니까?'],
    ['Korean with a name of the agreement', 'MoC는 언제 서명되었습니까?'],
  ])('answers %s in English and says which languages it knows', async (_, question) => {
    const answer = await askForJson(question)
    expect(answer.language).toBe('en')
    expect(answer.notes.map(({ text }) => text).join('\n')).toMatch(/Thai, English and Japanese/)
  })
})

describe('arguments', () => {
  it('--help says what there is, without an index', async () => {
    const nowhere = { cwd: home, env: { DATA_DIR: join(home, 'untouched') } }
    const { code, stdout } = await runNode('scripts/ask.ts', ['--help'], nowhere)
    expect(code).toBe(0)
    for (const option of ['--json', '--batch', '--language']) expect(stdout).toContain(option)
    expect(existsSync(join(home, 'untouched'))).toBe(false)
  })

  it.each([
    [['--jsn', '5G'], /^Unknown option '--jsn'.*--help\n$/],
    [['--language', 'fr', '5G'], /unknown language "fr": use th, en or ja/],
    [['--json'], /--json needs a question/],
    [['--batch', 'a.jsonl', '5G'], /not both/],
  ])('refuses %j and says what would do', async (args, line) => {
    expectRefusal(await ask(...args), line)
  })
})
