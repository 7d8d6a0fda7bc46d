import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { createRememberedAnswers, type RememberedAnswers } from '../../src/storage/remembered-answers.ts'
import { createSeal } from '../../src/storage/seal.ts'
import { buildAnswer } from '../support/build-answer.ts'

let dataDir: string
let database: Database
let remembered: RememberedAnswers
let time: number
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-remembered-'))
  database = await openDatabase(dataDir)
  time = 1_000_000
  remembered = createRememberedAnswers(database, { seal: createSeal(randomBytes(32)), now: () => time })
})
afterEach(() => {
  database[Symbol.dispose]()
  rmSync(dataDir, { recursive: true })
})

const kept = {
  id: 'A1',
  chat: 'c1',
  person: 'p1',
  message: 'm1',
  at: 10,
  question: 'When?',
  history: [],
  answer: buildAnswer(),
}

it('finds an answer by its id in its own chat, and by a message that it was sent as', () => {
  remembered.keep(kept, 1_000)
  remembered.noteSent('A1', ['s1', 's2'])
  remembered.noteSent('unknown', ['s3'])
  expect(remembered.find('A1', 'c1')).toEqual(kept)
  expect(remembered.find('A1', 'c2')).toBeUndefined()
  expect(remembered.findBySent('s2')).toEqual(kept)
  expect([remembered.wasSent('s1'), remembered.wasSent('s3')]).toEqual([true, false])
})

it('forgets when the time is over', () => {
  remembered.keep(kept, 1_000)
  time += 1_000
  expect(remembered.find('A1', 'c1')).toBeUndefined()
  expect(remembered.history('c1', 0)).toEqual([])
  time += 60_000
  remembered.keep({ ...kept, id: 'A2' }, 1_000)
  expect(database.all('SELECT id FROM remembered_answers')).toEqual([{ id: 'A2' }])
})

it('tells the last questions of a chat, or of one person in it, oldest first', () => {
  for (let i = 0; i < 9; i++)
    remembered.keep({ ...kept, id: `A${i}`, at: i, question: `${i}?`, person: i % 2 === 0 ? 'p1' : 'p2' }, 1_000)
  expect(remembered.history('c1', 0)).toEqual(['3?', '4?', '5?', '6?', '7?', '8?'])
  expect(remembered.history('c1', 5, 'p1')).toEqual(['6?', '8?'])
})

it.each([
  ['a message', () => remembered.eraseMessage('c1', 'm1')],
  ['a chat', () => remembered.eraseChat('c1')],
  ['a person', () => remembered.erasePerson('p1')],
])('erases what it has of %s, and what that was sent as', (_, erase) => {
  remembered.keep(kept, 1_000)
  remembered.noteSent('A1', ['s1'])
  erase()
  expect(remembered.find('A1', 'c1')).toBeUndefined()
  expect(remembered.wasSent('s1')).toBe(false)
})

it('knows its own notices for a while, and of one chat until that is erased', () => {
  remembered.noteNotice('c1', ['n1'], 1_000)
  remembered.noteNotice('c2', ['n2'], 1_000)
  expect([remembered.wasSent('n1'), remembered.findBySent('n1')]).toEqual([true, undefined])
  remembered.eraseChat('c1')
  expect([remembered.wasSent('n1'), remembered.wasSent('n2')]).toEqual([false, true])
  time += 100_000
  expect(remembered.wasSent('n2')).toBe(false)
  remembered.keep(kept, 1_000)
  expect(database.all('SELECT * FROM sent_notices')).toEqual([])
})
