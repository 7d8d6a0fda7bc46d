import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'

/** Closes texts that are stored for a while only, so that a copy of the file doesn't tell them. */
export interface Seal {
  close(text: string): Uint8Array
  /** Undefined for what was closed with another key, or has been changed since. */
  open(sealed: Uint8Array): string | undefined
}

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
/** https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf, 8.2.2 */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM. With a key of the settings, the database alone tells nothing; one kept beside it only keeps out a passing eye. */
export function createSeal(secret: Uint8Array): Seal {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'accord seal', KEY_BYTES)))
  return {
    close(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      try {
        const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES))
        return Buffer.concat([text, decipher.final()]).toString()
      } catch {
        return undefined
      }
    },
  }
}
