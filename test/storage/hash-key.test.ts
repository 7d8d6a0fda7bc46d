import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/storage/database.ts'
import { createKeyedHash, type HashPurpose, loadHashKey } from '../../src/storage/hash-key.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-hash-key-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

describe('the key', () => {
  it('is made once for a database, and is nobody else’s', async () => {
    using database = await openDatabase(dataDir)
    using other = await openDatabase(dataDir)
    const key = Buffer.from(loadHashKey(database))
    expect(key).toHaveLength(32)
    expect(Buffer.from(loadHashKey(other))).toEqual(key)
    database.run('DELETE FROM secrets')
    expect(Buffer.from(loadHashKey(database))).not.toEqual(key)
  })

  it('is that of the settings when there is one, which is not stored', async () => {
    using database = await openDatabase(dataDir)
    expect(Buffer.from(loadHashKey(database, 'กุญแจ'))).toEqual(Buffer.from('กุญแจ'))
    expect(database.all('SELECT * FROM secrets')).toEqual([])
  })
})

describe('a keyed hash', () => {
  const purposes: HashPurpose[] = ['question', 'person', 'chat']
  const hashesWith = (key: string, text = 'U4af4980629') =>
    purposes.map((purpose) => createKeyedHash(Buffer.from(key), purpose)(text))

  it('is the same for the same text, another for each key, text and purpose', () => {
    expect(hashesWith('one')).toEqual(hashesWith('one'))
    const all = [...hashesWith('one'), ...hashesWith('two'), ...hashesWith('one', 'U4af4980628')]
    expect(new Set(all).size).toBe(9)
    for (const hash of all) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is SHA3-256 of key, purpose and text', () => {
    // printf '6b6579\0question\0text' | openssl dgst -sha3-256
    expect(createKeyedHash(Buffer.from('key'), 'question')('text')).toBe(
      '9eaec1276ade7f20659acea983e0d047056d5115bcaf793c7c514a5e508f878a',
    )
  })
})
