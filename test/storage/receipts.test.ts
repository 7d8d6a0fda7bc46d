import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createVerifier } from '../../src/answer/verify/verify.ts'
import { AccordError } from '../../src/errors.ts'
import type { Receipt } from '../../src/receipt.ts'
import { type Database, openDatabase } from '../../src/storage/database.ts'
import { createKeyedHash, loadHashKey } from '../../src/storage/hash-key.ts'
import { createReceipts } from '../../src/storage/receipts.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { buildEvidence, buildPassage } from '../support/build-passage.ts'
import { buildReceipt } from '../support/build-receipt.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let dataDir: string
let database: Database
let time: number
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-receipts-'))
  database = await openDatabase(dataDir)
  time = Date.parse('2026-11-23T10:15:00Z')
})
afterEach(() => {
  database[Symbol.dispose]()
  rmSync(dataDir, { recursive: true })
})

const open = (keepDays = 30) => createReceipts(database, { now: () => time, keepDays })
const built = (id: string, parts: Partial<Receipt> = {}) =>
  buildReceipt({ id, at: new Date(time).toISOString(), ...parts })

/** Of every file of the database. */
function bytesOnDisk(): string {
  return readdirSync(dataDir)
    .map((name) => readFileSync(join(dataDir, name), 'utf8'))
    .join('\n')
}

describe('a receipt', () => {
  const quotes = [{ passageId: 'doc#p1', quote: 'ลงนามเมื่อ\u00a05 ส.ค. 2565' }]
  const whole = buildReceipt({
    model: 'a-model',
    fallback: 'too late',
    passages: [{ id: 'doc#p1', hash: 'cd'.repeat(32) }],
    statements: [
      { text: '2022年8月5日に署名されました。', quotes },
      {
        text: '3 วัน',
        quotes,
        computed: { from: { year: 2022, month: 8, day: 2 }, to: { year: 2022, month: 8, day: 5 } },
      },
    ],
    notes: [{ kind: 'calendar', text: 'พ.ศ. 2565', quotes: [] }],
    rules: ['identifiers', 'quote'],
    dropped: [{ rule: 'hard-facts' }],
  })

  it('is found as it was kept, also by the next process', async () => {
    await open().keep(whole)
    expect(open().find(whole.id)).toEqual(whole)
    database[Symbol.dispose]()
    database = await openDatabase(dataDir)
    expect(open().find(whole.id)).toEqual(whole)
  })

  it.each(['a7f3k2b9', ' A7F3 K2B9\n', 'a7f3–k2b9', 'Ａ７Ｆ３Ｋ２Ｂ９', '\u200bA7F3K2B9'])(
    'is found by %j',
    async (typed) => {
      await open().keep(whole)
      expect(open().find(typed)).toEqual(whole)
    },
  )

  it.each(['A7F3K2B8', 'A7F3', '', "' OR 1=1 --"])('is not found by %j', async (typed) => {
    await open().keep(whole)
    expect(open().find(typed)).toBeUndefined()
  })

  it('keeps its place against another one of the same id', async () => {
    const receipts = open()
    await receipts.keep(whole)
    await expect(receipts.keep({ ...whole, status: 'partial' })).rejects.toThrow('UNIQUE')
    expect(receipts.find(whole.id)).toEqual(whole)
  })

  it('is not kept when it is none', async () => {
    await expect(open().keep({ ...whole, questionHash: 'When was it signed?' })).rejects.toThrow()
    expect(open().find(whole.id)).toBeUndefined()
  })

  it('that another version has stored is refused in words', async () => {
    database.run("INSERT INTO receipts VALUES ('A7F3K2B9', ?, '{}')", time)
    expect(() => open().find('a7f3-k2b9')).toThrow("Receipt A7F3K2B9 can't be read")
    expect(() => open().find('a7f3-k2b9')).toThrow(AccordError)
  })
})

describe('receipts are kept as long as configured', () => {
  it('and not found a moment later', async () => {
    const receipts = open(30)
    await receipts.keep(built('A'))
    time += 30 * DAY - 1
    expect(receipts.find('A')).toBeDefined()
    time += 1
    expect(receipts.find('A')).toBeUndefined()
  })

  it('and removed on request', async () => {
    const receipts = open(1)
    await receipts.keep(built('A'))
    time += DAY / 2
    await receipts.keep(built('B'))
    time += DAY / 2
    expect(receipts.prune()).toBe(1)
    expect(receipts.prune()).toBe(0)
    expect(receipts.find('B')).toBeDefined()
  })

  it('and removed when others are kept, at most once an hour', async () => {
    const count = () => database.get('SELECT count(*) AS n FROM receipts')?.n
    const receipts = open(1)
    await receipts.keep(built('OLD', { at: new Date(time - DAY + HOUR / 2).toISOString() }))
    time += HOUR / 2
    await receipts.keep(built('A'))
    expect(count()).toBe(2)
    time += HOUR / 2
    await receipts.keep(built('B'))
    expect(count()).toBe(2)
    expect(receipts.find('A')).toBeDefined()
    expect(receipts.find('OLD')).toBeUndefined()
  })

  it('and then are gone from the disk too', async () => {
    const statements = [{ text: 'a sentence that was said', quotes: [] }]
    await open(1).keep(built('A', { statements }))
    expect(bytesOnDisk()).toContain('a sentence that was said')
    time += DAY
    expect(open(1).prune()).toBe(1)
    database[Symbol.dispose]()
    expect(bytesOnDisk()).not.toContain('a sentence that was said')
  })
})

describe('nothing of the person who asked', () => {
  const question = 'ดิฉันสมหญิง ใจดี โทร 081-234-5678 อีเมล somying@mail.example อยากทราบว่าลงนามวันที่ 9 ก.ย. 2566 ใช่ไหม'
  // None that could stand in a hash by chance.
  const personal = ['สมหญิง', 'ใจดี', '081-234', 'somying', 'mail.example', '9 ก.ย.', 'ก.ย. 2566']
  const passage = buildPassage('ลงนามเมื่อ 5 ส.ค. 2565', { language: 'th' })

  /** What a model may make of it: the person's words in statements that are refused for them. */
  const echoes = ['คุณสมหญิง ติดต่อ somying@mail.example', 'โทร 081-234-5678', 'ลงนามวันที่ 9 ก.ย. 2566']

  it('is in the files of the database, whatever a draft repeated', async () => {
    const verifier = createVerifier({
      lexicon: createLexicon({ terms: [], gaps: [], questions: [] }),
      passages: [passage],
    })
    const refused = echoes.map((text) =>
      verifier.verify({ text, quotes: [{ passageId: passage.id, quote: passage.text }] }, buildEvidence([passage])),
    )
    expect(JSON.stringify(refused)).toContain('somying@mail.example')
    const hash = createKeyedHash(loadHashKey(database), 'question')
    await open().keep({
      ...built('A7F3K2B9', { questionHash: hash(question) }),
      // More than a receipt has, as a verdict's reason is.
      dropped: refused as unknown as Receipt['dropped'],
      ...{ question },
    })
    expect(open().find('A7F3K2B9')?.dropped).toHaveLength(3)
    for (const isOpen of [true, false]) {
      if (!isOpen) database[Symbol.dispose]()
      const bytes = bytesOnDisk()
      expect(bytes).toContain('A7F3K2B9')
      for (const words of personal) expect(bytes).not.toContain(words)
    }
  })
})
