import { hash, randomBytes } from 'node:crypto'
import type { Database } from './database.ts'

/** What is hashed: the same text has another hash for each. */
export type HashPurpose = 'question' | 'person' | 'chat' | 'message'

export type KeyedHash = (text: string) => string

/**
 * SHA3-256, in hex, of key, purpose and text: "Keccak does not have the length-extension weakness, hence does not need the HMAC
 * nested construction" (https://keccak.team/keccak_strengths.html), which takes three times as long. Without the key nobody can
 * tell which text a hash is of, not even by trying the likely ones.
 */
export function createKeyedHash(key: Uint8Array, purpose: HashPurpose): KeyedHash {
  const prefix = `${Buffer.from(key).toString('hex')}\0${purpose}\0`
  return (text) => hash('sha3-256', prefix + text, 'hex')
}

const KEY_BYTES = 32

/** The key of the settings, or else one that is made once and kept in the database, the same for all who open it. */
export function loadHashKey(database: Database, configured?: string): Uint8Array {
  if (configured !== undefined) return Buffer.from(configured)
  const stored = () => database.get("SELECT value FROM secrets WHERE name = 'id-hash-key'")?.value
  const known = stored()
  if (known !== undefined) return known as Uint8Array
  // Another process may be doing the same: the first one's stays.
  database.run("INSERT OR IGNORE INTO secrets (name, value) VALUES ('id-hash-key', ?)", randomBytes(KEY_BYTES))
  return stored() as Uint8Array
}
