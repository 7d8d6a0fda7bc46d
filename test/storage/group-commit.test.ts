import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { DatabaseBusyError } from '../../src/storage/database-error.ts'
import { createGroupCommit } from '../../src/storage/group-commit.ts'

const STEPS = ['CREATE TABLE notes (text TEXT NOT NULL UNIQUE) STRICT']

let dataDir: string
let database: Database
/** Sees only what is committed, as another process does. */
let other: Database
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-group-commit-'))
  database = await openDatabase(dataDir, STEPS)
  other = await openDatabase(dataDir, STEPS)
})
afterEach(() => {
  database[Symbol.dispose]()
  other[Symbol.dispose]()
  rmSync(dataDir, { recursive: true })
})

const insert = (text: string) => database.run('INSERT INTO notes VALUES (?)', text)
const committed = () => other.all('SELECT text FROM notes ORDER BY text').map(({ text }) => text)

it('commits the writes of one turn together, and only then says so', async () => {
  const { commit } = createGroupCommit(database)
  const seenWithin: unknown[] = []
  const first = commit(() => insert('a'))
  const second = commit(() => {
    seenWithin.push(...committed())
    return insert('b')
  })
  expect(committed()).toEqual([])
  expect(await first).toBe(1)
  expect(committed()).toEqual(['a', 'b'])
  expect(await second).toBe(1)
  expect(seenWithin).toEqual([])
})

it('commits the next turn by itself', async () => {
  const { commit } = createGroupCommit(database)
  await commit(() => insert('a'))
  const next = commit(() => committed())
  expect(await next).toEqual(['a'])
})

it('tells only its own caller of a write that fails, and undoes all of it', async () => {
  const { commit } = createGroupCommit(database)
  const failure = new Error('half-way')
  const settled = await Promise.allSettled([
    commit(() => insert('a')),
    commit(() => {
      insert('b')
      throw failure
    }),
    commit(() => insert('a')),
    commit(() => insert('c')),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(settled[1]).toHaveProperty('reason', failure)
  expect(settled[2]).toHaveProperty('reason.message', expect.stringContaining('UNIQUE'))
  expect(committed()).toEqual(['a', 'c'])
})

it('fails as a whole when the disk is full, and goes on when there is room', async () => {
  const { commit } = createGroupCommit(database)
  database.get('PRAGMA max_page_count = 5')
  const settled = await Promise.allSettled([commit(() => insert('a')), commit(() => insert('b'.repeat(100_000)))])
  expect(settled[1]).toHaveProperty('reason.message', expect.stringContaining('the disk is full'))
  expect(committed()).toEqual(settled[0].status === 'fulfilled' ? ['a'] : [])
  database.get('PRAGMA max_page_count = 1000')
  await commit(() => insert('c'))
  expect(committed()).toContain('c')
})

it('goes on with other work while another process writes, and then commits', async () => {
  const { commit } = createGroupCommit(database)
  other.run('BEGIN IMMEDIATE')
  const early = commit(() => insert('a'))
  await sleep(1)
  const late = commit(() => insert('b'))
  other.run('COMMIT')
  await Promise.all([early, late])
  expect(committed()).toEqual(['a', 'b'])
})

it('gives up in the end, and is free for the next', async () => {
  const { commit } = createGroupCommit(database, { attempts: 2 })
  other.run('BEGIN IMMEDIATE')
  await expect(commit(() => insert('a'))).rejects.toThrow(DatabaseBusyError)
  other.run('COMMIT')
  await commit(() => insert('b'))
  expect(committed()).toEqual(['b'])
})

it('writes what waits when the database is closed', async () => {
  const { commit } = createGroupCommit(database)
  const written = commit(() => insert('a'))
  database[Symbol.dispose]()
  expect(committed()).toEqual(['a'])
  expect(await written).toBe(1)
})

it('rejects what comes after the end', async () => {
  const { commit } = createGroupCommit(database)
  database[Symbol.dispose]()
  await expect(commit(() => insert('a'))).rejects.toThrow('not open')
})

it('says so of what must be durable only when the disk has it; what comes meanwhile is the next group', async () => {
  const disk = Promise.withResolvers<void>()
  const told: string[] = []
  const { commit } = createGroupCommit({ ...database, sync: () => disk.promise }, { durable: true })
  const first = commit(() => insert('a')).then(() => told.push('a'))
  await sleep(5)
  const second = commit(() => insert('b')).then(() => told.push('b'))
  await sleep(5)
  expect(committed()).toEqual(['a'])
  expect(told).toEqual([])
  disk.resolve()
  await Promise.all([first, second])
  expect(committed()).toEqual(['a', 'b'])
  expect(told).toEqual(['a', 'b'])
})

it('tells everyone of a disk that fails', async () => {
  const failing = { ...database, sync: () => Promise.reject(new Error('no disk')) }
  const { commit } = createGroupCommit(failing, { durable: true })
  await expect(Promise.all([commit(() => insert('a')), commit(() => insert('b'))])).rejects.toThrow('no disk')
})
