import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/storage/database.ts'
import { createFeedback } from '../../src/storage/feedback.ts'

const DAY = 86_400_000

it('keeps opinions with their day alone, a reason once, and none for longer than it’s told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-feedback-'))
  using database = await openDatabase(folder)
  let now = Date.parse('2026-01-05T10:11:12Z')
  const feedback = createFeedback(database, { now: () => now, keepDays: 30 })
  await feedback.keep({ id: 'a', answer: 'X', opinion: 'down' })
  await feedback.explain('a', 'the date')
  await feedback.explain('a', 'something else')
  await feedback.explain('b', 'of nothing')
  const all = () => database.all('SELECT * FROM feedback').map((row) => ({ ...row }))
  expect(all()).toEqual([{ id: 'a', answer: 'X', opinion: 'down', reason: 'the date', day: '2026-01-05' }])
  now += 31 * DAY
  await feedback.keep({ id: 'c', answer: 'Y', opinion: 'up' })
  expect(all().map(({ id }) => id)).toEqual(['c'])
  rmSync(folder, { recursive: true })
})
