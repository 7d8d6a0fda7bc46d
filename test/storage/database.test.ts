import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { databaseFile, hasDatabase, openDatabase } from '../../src/storage/database.ts'
import { DatabaseBusyError } from '../../src/storage/database-error.ts'
import { createReceipts } from '../../src/storage/receipts.ts'
import { createTokenUsage } from '../../src/storage/token-usage.ts'
import { runNode } from '../support/run-node.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-database-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

const NOTES = 'CREATE TABLE notes (text TEXT NOT NULL) STRICT'

describe('openDatabase', () => {
  it('makes the folder and a file that only its owner reads', async () => {
    const folder = join(dataDir, 'fresh')
    expect(hasDatabase(folder)).toBe(false)
    using database = await openDatabase(folder)
    expect(hasDatabase(folder)).toBe(true)
    for (const file of [database.file, `${database.file}-wal`]) expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('logs ahead, waits for locks, holds references and erases what is deleted', async () => {
    using database = await openDatabase(dataDir)
    const pragmas = ['journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys', 'secure_delete']
    const values = pragmas.map((name) => Object.values(database.get(`PRAGMA ${name}`)!)[0])
    expect(values).toEqual(['wal', 1, 5000, 1, 1])
  })

  it('finds what was written before', async () => {
    {
      using database = await openDatabase(dataDir, [NOTES])
      expect(database.run('INSERT INTO notes VALUES (?), (?)', 'ลงนาม', '署名')).toBe(2)
    }
    using database = await openDatabase(dataDir, [NOTES])
    expect(database.all('SELECT text FROM notes')).toEqual([{ text: 'ลงนาม' }, { text: '署名' }])
    expect(database.get('SELECT text FROM notes WHERE text = ?', 'signed')).toBeUndefined()
  })

  it('waits for another process that is making it', async () => {
    const maker = new DatabaseSync(databaseFile(dataDir))
    maker.exec('BEGIN EXCLUSIVE')
    const opening = openDatabase(dataDir, [NOTES])
    await sleep(1)
    maker.exec('COMMIT')
    maker.close()
    using database = await opening
    expect(database.all('SELECT * FROM notes')).toEqual([])
  })
})

describe('migration', () => {
  it('takes each step once, in order, and keeps what is there', async () => {
    const more = "ALTER TABLE notes ADD COLUMN language TEXT NOT NULL DEFAULT 'th'"
    {
      using database = await openDatabase(dataDir, [NOTES])
      database.run('INSERT INTO notes VALUES (?)', 'ลงนาม')
    }
    for (const _ of ['first', 'again']) {
      using database = await openDatabase(dataDir, [NOTES, more])
      expect(database.all('SELECT * FROM notes')).toEqual([{ text: 'ลงนาม', language: 'th' }])
    }
  })

  it('leaves nothing of a step that fails', async () => {
    await expect(openDatabase(dataDir, [NOTES, 'CREATE TABLE half (a); CREATE TABLE half (a)'])).rejects.toThrow('half')
    using database = await openDatabase(dataDir, [NOTES])
    expect(database.all('SELECT name FROM sqlite_schema')).toEqual([{ name: 'notes' }])
  })

  it('refuses a database that a newer Accord has written, and leaves it as it is', async () => {
    ;(await openDatabase(dataDir, [NOTES, 'CREATE TABLE later (a)']))[Symbol.dispose]()
    const before = readFileSync(databaseFile(dataDir))
    const opening = openDatabase(dataDir, [NOTES])
    await expect(opening).rejects.toThrow(/accord\.db is of version 2, this Accord reads up to 1: .*DATA_DIR/)
    await expect(opening).rejects.toThrow(AccordError)
    expect(readFileSync(databaseFile(dataDir))).toEqual(before)
  })
})

describe('a file that is no use', () => {
  it.each([
    ['text', () => Buffer.from('these are no pages, but the words of a letter')],
    ['a part of a database', () => readFileSync(databaseFile(dataDir)).subarray(0, 5000)],
  ])('is refused, %s, and says what to do', async (_, content) => {
    ;(await openDatabase(dataDir))[Symbol.dispose]()
    writeFileSync(databaseFile(dataDir), content())
    const opening = openDatabase(dataDir)
    await expect(opening).rejects.toThrow(/accord\.db is damaged: stop Accord, move accord\.db, accord\.db-wal/)
    await expect(opening).rejects.toThrow(AccordError)
  })

  it('is noticed where it is read, when it is damaged further in', async () => {
    {
      using database = await openDatabase(dataDir, [NOTES])
      for (let n = 0; n < 100; n++) database.run('INSERT INTO notes VALUES (?)', 'x'.repeat(1000))
    }
    const bytes = readFileSync(databaseFile(dataDir))
    writeFileSync(databaseFile(dataDir), bytes.fill(0x41, 3 * 4096, 8 * 4096))
    using database = await openDatabase(dataDir, [NOTES])
    expect(() => database.all('SELECT text FROM notes')).toThrow(/damaged: stop Accord/)
    expect(() => database.all('SELECT text FROM notes')).toThrow(AccordError)
  })

  it.each([
    ['a file where the folder should be', () => join(dataDir, 'file')],
    ['a folder that cannot be made', () => '/proc/accord'],
    ['no folder above it', () => join(dataDir, 'one', 'two')],
  ])('is refused: %s', async (_, folder) => {
    writeFileSync(join(dataDir, 'file'), '')
    const opening = openDatabase(folder())
    await expect(opening).rejects.toThrow("accord.db can't be opened: check DATA_DIR")
    await expect(opening).rejects.toThrow(AccordError)
  })
})

describe('transaction', () => {
  const count = 'SELECT count(*) AS n FROM notes'

  it('does all or nothing', async () => {
    using database = await openDatabase(dataDir, [NOTES])
    const writeTwo = (failure?: Error) => () => {
      database.run('INSERT INTO notes VALUES (1)')
      if (failure !== undefined) throw failure
      return database.run('INSERT INTO notes VALUES (2)')
    }
    const failure = new Error('half-way')
    expect(() => database.transaction(writeTwo(failure))).toThrow(failure)
    expect(database.get(count)).toEqual({ n: 0 })
    expect(database.transaction(writeTwo())).toBe(1)
    expect(database.get(count)).toEqual({ n: 2 })
  })

  it('says that another one is writing, and does well once it has ended', async () => {
    using one = await openDatabase(dataDir, [NOTES])
    using other = await openDatabase(dataDir, [NOTES])
    const write = () => other.run('INSERT INTO notes VALUES (2)')
    one.transaction(() => {
      expect(() => other.transaction(write, { busyTimeout: 0 })).toThrow(DatabaseBusyError)
      expect(() => other.transaction(write, { busyTimeout: 0 })).toThrow(/in use by another process: try again/)
    })
    expect(other.transaction(write, { busyTimeout: 0 })).toBe(1)
  })

  it('undoes what a full disk has cut short, and says so', async () => {
    using database = await openDatabase(dataDir, [NOTES])
    database.get('PRAGMA max_page_count = 4')
    const write = () => database.run('INSERT INTO notes VALUES (?)', 'x'.repeat(100_000))
    expect(() => database.transaction(write)).toThrow(/the disk is full/)
    database.get('PRAGMA max_page_count = 1000')
    expect(database.get(count)).toEqual({ n: 0 })
    expect(database.transaction(write)).toBe(1)
  })
})

describe('closing', () => {
  it('lets those finish who asked for it, once', async () => {
    const database = await openDatabase(dataDir, [NOTES])
    database.onClose(() => database.run('INSERT INTO notes VALUES (?)', 'last words'))
    database[Symbol.dispose]()
    database[Symbol.dispose]()
    using again = await openDatabase(dataDir, [NOTES])
    expect(again.all('SELECT text FROM notes')).toEqual([{ text: 'last words' }])
  })
})

describe('several processes', () => {
  it('make, migrate and write one database at once, and lose nothing', async () => {
    const settings = { cwd: dataDir, env: {} }
    const names = ['P', 'Q', 'R']
    const ended = await Promise.all(
      names.map((name) => runNode('test/support/keep-receipts.ts', [dataDir, name, '50'], settings)),
    )
    for (const { code, stderr } of ended) expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    using database = await openDatabase(dataDir)
    const receipts = createReceipts(database, { now: Date.now, keepDays: 1 })
    for (const name of names) for (const n of [0, 27, 49]) expect(receipts.find(`${name}${n}`)).toBeDefined()
    expect(database.get('SELECT count(*) AS n FROM receipts')).toEqual({ n: 150 })
    expect(createTokenUsage(database).tokensUsed('2026-11-23')).toBe(150)
  })

  it('have kept what they said they had when they are killed', async () => {
    const { code } = await runNode('test/support/keep-receipts.ts', [dataDir, 'P', '5', 'kill'], {
      cwd: dataDir,
      env: {},
    })
    expect(code).toBeNull()
    using database = await openDatabase(dataDir)
    const receipts = createReceipts(database, { now: Date.now, keepDays: 1 })
    for (const n of [0, 1, 2, 3, 4]) expect(receipts.find(`P${n}`)).toBeDefined()
  })
})
