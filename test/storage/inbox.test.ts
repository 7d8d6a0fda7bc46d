import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { createInbox, type Inbox } from '../../src/storage/inbox.ts'
import { createSeal } from '../../src/storage/seal.ts'

let dataDir: string
let database: Database
let inbox: Inbox
let time: number
const seal = createSeal(randomBytes(32))
const open = (channel = 'line', sealed = seal) => createInbox(database, { channel, seal: sealed, now: () => time })
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-inbox-'))
  database = await openDatabase(dataDir)
  time = 1_000_000
  inbox = open()
})
afterEach(() => {
  database[Symbol.dispose]()
  rmSync(dataDir, { recursive: true })
})

const event = { id: 'e1', chat: 'c1', person: 'p1', message: 'm1', at: 10, work: 'the question' }

it('keeps an event with what it takes to answer it until that is done', async () => {
  expect(await inbox.accept([event])).toEqual([{ id: 'e1', chat: 'c1', at: 10 }])
  expect(inbox.find('e1')).toEqual({ ...event, received: 1_000_000 })
  expect(open().listOpen()).toEqual([{ id: 'e1', chat: 'c1', at: 10 }])
  await inbox.finish('e1')
  expect(inbox.find('e1')).toBeUndefined()
  expect(database.all('SELECT work, attempt FROM inbox')).toEqual([{ work: null, attempt: null }])
})

it('accepts an event once, whatever comes again', async () => {
  await inbox.accept([event, event])
  expect(await inbox.accept([{ ...event, work: 'other' }])).toEqual([])
  await inbox.finish('e1')
  expect(await inbox.accept([{ ...event, isRedelivery: true }])).toEqual([])
  expect(inbox.listOpen()).toEqual([])
})

it('knows when an event came again, for what it is answered with lives anew', async () => {
  await inbox.accept([event])
  time += 30_000
  await inbox.accept([{ ...event, isRedelivery: true }])
  expect(inbox.find('e1')?.received).toBe(1_030_000)
})

it('keeps the newest version of a message, in whatever order they come', async () => {
  const version = (id: string, at: number) => ({ ...event, id, at, replaces: true })
  await inbox.accept([event])
  await inbox.accept([version('e3', 30)])
  await inbox.accept([version('e2', 20)])
  expect(inbox.listOpen().map(({ id }) => id)).toEqual(['e3'])
  await inbox.accept([{ id: 'end', chat: 'c1', message: 'm1', at: 40, replaces: true }])
  expect(inbox.listOpen()).toEqual([])
})

it('stores a delivery whole or not at all, with what goes alongside', async () => {
  const failing = inbox.accept([event], () => {
    database.run("INSERT INTO chosen_languages VALUES ('c1', 'th')")
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(inbox.listOpen()).toEqual([])
  expect(database.all('SELECT * FROM chosen_languages')).toEqual([])
})

it('begins only what is still open', async () => {
  await inbox.accept([event])
  expect(await inbox.begin('e1', 'attempt')).toBe(true)
  expect(inbox.find('e1')?.attempt).toBe('attempt')
  database.transaction(() => inbox.eraseMessage('c1', 'm1', 10))
  let ran = false
  const began = inbox.begin('e1', 'attempt', () => {
    ran = true
  })
  expect(await began).toBe(false)
  expect(ran).toBe(false)
})

it('erases a chat up to a moment, and a person but for one event', async () => {
  await inbox.accept([event, { ...event, id: 'e2', message: 'm2', at: 50 }])
  database.transaction(() => inbox.eraseChat('c1', 20))
  expect(inbox.listOpen().map(({ id }) => id)).toEqual(['e2'])
  await inbox.accept([{ ...event, id: 'e3', message: 'm3', chat: 'c2' }])
  database.transaction(() => inbox.erasePerson('p1', 'e3'))
  expect(inbox.listOpen().map(({ id }) => id)).toEqual(['e3'])
  expect(database.all('SELECT person FROM inbox WHERE person IS NOT NULL')).toEqual([])
  expect(await inbox.accept([event])).toEqual([])
})

it('has no text in its file, and cannot be read with another key', async () => {
  await inbox.accept([event])
  expect(Buffer.from(database.get('SELECT work FROM inbox')!.work as Uint8Array).toString()).not.toContain('question')
  expect(open('line', createSeal(randomBytes(32))).find('e1')).toBeUndefined()
})

it('keeps channels apart, and nothing for more than a day', async () => {
  await open('discord').accept([event])
  expect(inbox.listOpen()).toEqual([])
  time += 25 * 3_600_000
  await open('discord').accept([{ ...event, id: 'e9', message: 'm9' }])
  expect(
    open('discord')
      .listOpen()
      .map(({ id }) => id),
  ).toEqual(['e9'])
})
