import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AskRequest } from '../../../src/channels/cli/ask.ts'
import { runBatch } from '../../../src/channels/cli/batch.ts'
import { buildAnswer } from '../../support/build-answer.ts'

let folder: string
let asked: AskRequest[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-batch-'))
  asked = []
})
afterEach(() => rm(folder, { recursive: true }))

async function fileOf(...lines: unknown[]): Promise<string> {
  const file = join(folder, 'questions.jsonl')
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return file
}

async function ask(request: AskRequest) {
  asked.push(request)
  await setImmediate()
  return buildAnswer({ question: request.question })
}

function collector(highWaterMark = 16_384): { output: Writable; text: () => string } {
  const chunks: string[] = []
  const output = new Writable({
    highWaterMark,
    decodeStrings: false,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      setImmediate().then(() => done())
    },
  })
  return { output, text: () => chunks.join('') }
}

test('writes each answer with its questionId, in order, and leaves the output open', async () => {
  const file = await fileOf({ id: 'b', question: 'ข้อสอง' }, '', { id: 'a', question: 'first?', kind: 'extra' })
  const { output, text } = collector()
  await runBatch({ file, ask, output })
  const lines = text().trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ...buildAnswer({ question: 'ข้อสอง' }), questionId: 'b' },
    { ...buildAnswer({ question: 'first?' }), questionId: 'a' },
  ])
  expect(text().endsWith('\n')).toBe(true)
  expect(output.writable).toBe(true)
})

test('asks the history first in the same conversation and writes the last answer alone', async () => {
  const file = await fileOf(
    { id: '1', question: 'and Japan?', history: [{ question: 'who signed?' }, { question: 'for Thailand?' }] },
    { id: '2', question: 'other' },
  )
  const { output, text } = collector()
  await runBatch({ file, ask, output, language: 'ja' })
  expect(asked.map(({ question }) => question)).toEqual(['who signed?', 'for Thailand?', 'and Japan?', 'other'])
  const [first, second, third, other] = asked.map(({ conversation }) => conversation)
  expect(first).toBeDefined()
  expect([second, third]).toEqual([first, first])
  expect(other).not.toBe(first)
  expect(asked.every(({ language }) => language === 'ja')).toBe(true)
  expect(text().trimEnd().split('\n')).toHaveLength(2)
})

test('a bad line anywhere stops it before anything is asked or written', async () => {
  const file = await fileOf({ id: '1', question: 'good' }, { id: '2', question: ' ' })
  const { output, text } = collector()
  await expect(runBatch({ file, ask, output })).rejects.toThrow(`${file}, line 2: question: is empty or longer than`)
  expect(asked).toEqual([])
  expect(text()).toBe('')
})

test('asks no faster than the output takes', async () => {
  const file = await fileOf(...Array.from({ length: 20 }, (_, index) => ({ id: String(index), question: 'q' })))
  let release = () => {}
  const output = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => {
      release = done
    },
  })
  const done = runBatch({ file, ask, output })
  for (let turn = 0; turn < 200; turn++) await setImmediate()
  expect(asked.length).toBeLessThan(5)
  const drain = async () => {
    while (asked.length < 20 || output.writableLength > 0) {
      release()
      await setImmediate()
    }
  }
  await Promise.all([done, drain()])
  expect(asked).toHaveLength(20)
})

test('a question that cannot be answered is named by file and line', async () => {
  const file = await fileOf({ id: '1', question: 'good' }, { id: '2', question: 'bad' })
  const failing = async (request: AskRequest) => {
    if (request.question === 'bad') throw new Error('no index')
    return ask(request)
  }
  await expect(runBatch({ file, ask: failing, output: collector().output })).rejects.toThrow(`${file}, line 2`)
})

test('a reader that closes the pipe ends it quietly', async () => {
  const file = await fileOf({ id: '1', question: 'a' }, { id: '2', question: 'b' })
  const output = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
  })
  await expect(runBatch({ file, ask, output })).resolves.toBeUndefined()
})
