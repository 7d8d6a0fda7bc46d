import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/storage/database.ts'
import { createTokenUsage } from '../../src/storage/token-usage.ts'

it('counts tokens by day, over all who count them, and after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-tokens-'))
  {
    await using database = await openDatabase(dataDir)
    await using other = await openDatabase(dataDir)
    const usage = createTokenUsage(database)
    expect(usage.tokensUsed('2026-11-23')).toBe(0)
    usage.addTokens('2026-11-23', 1200)
    usage.addTokens('2026-11-24', 5)
    createTokenUsage(other).addTokens('2026-11-23', 34)
    expect(usage.tokensUsed('2026-11-23')).toBe(1200)
    await expect.poll(() => usage.tokensUsed('2026-11-23')).toBe(1234)
  }
  using database = await openDatabase(dataDir)
  const usage = createTokenUsage(database)
  expect([usage.tokensUsed('2026-11-23'), usage.tokensUsed('2026-11-24')]).toEqual([1234, 5])
  rmSync(dataDir, { recursive: true })
})
