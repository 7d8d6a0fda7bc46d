import { z } from 'zod'
import { AccordError } from '../errors.ts'
import type { Receipt } from '../receipt.ts'
import type { Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'

export interface Receipts {
  /** Resolves when it's stored; rejects when its id is taken. */
  keep(receipt: Receipt): Promise<void>
  /** Forgives lower case, spaces and dashes. Undefined for one that is too old or was never kept. */
  find(id: string): Receipt | undefined
  /** Removes those that are too old, and returns how many they were; `keep` does so at most every hour. */
  prune(): number
}

export interface ReceiptsOptions {
  /** Milliseconds. */
  now: () => number
  keepDays: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

const date = z.object({
  year: z.int().exactOptional(),
  month: z.int().exactOptional(),
  day: z.int().exactOptional(),
})
const statement = z.object({
  text: z.string(),
  quotes: z.array(z.object({ passageId: z.string(), quote: z.string() })),
  computed: z.object({ from: date, to: date }).exactOptional(),
  framed: z.boolean().exactOptional(),
})

/** No room for words of a draft. */
const ruleName = z.string().regex(/^[a-z-]+$/)

/** What isn't named here is never stored. */
const receiptSchema = z.object({
  id: z.string().min(1),
  at: z.iso.datetime(),
  questionHash: z.hex(),
  language: z.enum(['th', 'en', 'ja']),
  status: z.enum(['answered', 'partial', 'not-stated', 'off-topic', 'unavailable']),
  mode: z.enum(['extractive', 'generated']),
  model: z.string().exactOptional(),
  fallback: z.string().exactOptional(),
  indexVersion: z.string(),
  passages: z.array(z.object({ id: z.string(), hash: z.string() })),
  statements: z.array(statement),
  notes: z.array(
    statement.extend({
      kind: z.enum(['premise', 'calendar', 'incomplete-list', 'translation', 'status', 'nearest']),
    }),
  ),
  rules: z.array(ruleName),
  dropped: z.array(z.object({ rule: ruleName })),
}) satisfies z.ZodType<Receipt>

export function createReceipts(database: Database, { now, keepDays }: ReceiptsOptions): Receipts {
  const group = createGroupCommit(database)
  const oldest = () => now() - keepDays * DAY
  let pruned = Number.NEGATIVE_INFINITY

  const prune = () => {
    pruned = now()
    return database.run('DELETE FROM receipts WHERE at <= ?', oldest())
  }
  return {
    prune,
    async keep(receipt) {
      const { id, at } = receipt
      const stored = JSON.stringify(receiptSchema.parse(receipt))
      await group.commit(() => {
        database.run('INSERT INTO receipts (id, at, receipt) VALUES (?, ?, ?)', id, Date.parse(at), stored)
        if (now() - pruned >= HOUR) prune()
      })
    },
    find(id) {
      const row = database.get('SELECT receipt FROM receipts WHERE id = ? AND at > ?', spelledOut(id), oldest())
      if (row === undefined) return undefined
      const parsed = receiptSchema.safeParse(JSON.parse(String(row.receipt)))
      if (parsed.success) return parsed.data
      throw new AccordError(`Receipt ${spelledOut(id)} can't be read: another version of Accord has stored it`)
    },
  }
}

/** As ids are written, which people read out, type with an input method, or copy with what stands around them. */
function spelledOut(id: string): string {
  return id
    .normalize('NFKC')
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .toUpperCase()
}
