import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { createInbox, type Inbox, type IncomingEvent } from '../../src/storage/inbox.ts'
import { createSeal } from '../../src/storage/seal.ts'

let dataDir: string
let database: Database
let inbox: Inbox
let time: number
const seal = createSeal(randomBytes(32))
const open = (channel = 'line', sealed = seal) =>
  createInbox(database, { channel, seal: sealed, now: () => time, rush: 8 })
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
  expect(await inbox.accept([{ ...event, isRedelivery: true }])).toEqual([{ id: 'e1', chat: 'c1', at: 10 }])
  expect(inbox.find('e1')?.received).toBe(1_030_000)
  await inbox.begin('e1', 'attempt')
  expect(await inbox.accept([{ ...event, isRedelivery: true }])).toEqual([])
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

describe('in a rush', () => {
  const rush = (count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => ({ ...event, id: `r${from + i}`, message: `n${from + i}`, at: from + i }))
  /** One delivery each, all at once. */
  const pourIn = (events: readonly IncomingEvent[]) => Promise.all(events.map((one) => inbox.accept([one])))
  const openIds = (most?: number) => inbox.listOpen(most).map(({ id }) => id)

  it('keeps everything, though only later it tells what is to be worked on', async () => {
    expect((await pourIn(rush(20))).flat()).toEqual([])
    expect(inbox.isBehind()).toBe(true)
    expect(openIds()).toEqual(rush(20).map(({ id }) => id))
    expect(inbox.isBehind()).toBe(false)
    expect(inbox.find('r7')).toEqual({ ...rush(20)[7]!, received: 1_000_000 })
    expect(await inbox.accept([event])).toHaveLength(1)
  })

  it('keeps it over the end of the process', async () => {
    await pourIn(rush(20))
    inbox = open()
    expect(inbox.isBehind()).toBe(true)
    expect(openIds()).toHaveLength(20)
  })

  it('tells of no more than is asked for, and of the rest then', async () => {
    for (let from = 0; from < 1_000; from += 50) await pourIn(rush(50, from))
    expect(openIds(300)).toEqual(rush(300).map(({ id }) => id))
    expect(inbox.isBehind()).toBe(true)
    for (const { id } of rush(300)) await inbox.finish(id)
    expect(openIds()).toEqual(rush(700, 300).map(({ id }) => id))
  })

  it('tells of none twice, whichever way it came before or comes again', async () => {
    await inbox.accept([rush(1)[0]!])
    await inbox.finish('r0')
    await pourIn([...rush(20), ...rush(20)])
    await pourIn(rush(3))
    expect(openIds()).toEqual(
      rush(20)
        .slice(1)
        .map(({ id }) => id),
    )
  })

  it('keeps the newest version of a message, whatever comes behind the rush', async () => {
    await pourIn(rush(20))
    await inbox.accept([{ ...rush(1)[0]!, id: 'newer', at: 500, replaces: true }])
    const ids = openIds()
    expect(ids).toContain('newer')
    expect(ids).not.toContain('r0')
  })

  it.each<[string, () => void]>([
    ['a message', () => inbox.eraseMessage('c1', 'n3', 500)],
    ['a chat', () => inbox.eraseChat('c1', 500)],
    ['a person', () => inbox.erasePerson('p1', '')],
  ])('erases %s that came in it', async (_, erase) => {
    await pourIn(rush(20))
    await inbox.accept([], erase)
    expect(openIds()).not.toContain('r3')
    expect(database.all('SELECT * FROM arrivals')).toEqual([])
  })

  it('loses nothing when an erasure fails', async () => {
    await pourIn(rush(20))
    const failing = inbox.accept([], () => {
      inbox.eraseChat('c1', 500)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(openIds()).toHaveLength(20)
  })

  it('has no text in its file', async () => {
    await pourIn(rush(20))
    const [row] = database.all('SELECT events FROM arrivals')
    expect(Buffer.from(row!.events as Uint8Array).toString('latin1')).not.toMatch(/question|p1|c1/)
  })
})
