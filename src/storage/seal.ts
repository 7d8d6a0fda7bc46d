import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'

/** Closes texts that are stored for a while only, so that a copy of the file doesn't tell them. */
export interface Seal {
  close(text: string): Uint8Array
  /** Undefined for what was closed with another key, or has been changed since. */
  open(sealed: Uint8Array): string | undefined
}

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
/** https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf, 8.2.1: what is of this seal alone, and a count. */
const NONCE_BYTES = 12
const OWN_BYTES = 8
const MOST_COUNT = 0xffff_ffff
const TAG_BYTES = 16

/** AES-256-GCM. With a key of the settings, the database alone tells nothing; one kept beside it only keeps out a passing eye. */
export function createSeal(secret: Uint8Array): Seal {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'accord seal', KEY_BYTES)))
  let own = randomBytes(OWN_BYTES)
  let count = 0

  /** Never the same twice under one key; to draw each at random would cost as much as the rest. */
  function nextNonce(): Buffer {
    if (count === MOST_COUNT) {
      own = randomBytes(OWN_BYTES)
      count = 0
    }
    const nonce = Buffer.alloc(NONCE_BYTES)
    own.copy(nonce)
    nonce.writeUInt32BE(count++, OWN_BYTES)
    return nonce
  }

  return {
    close(text) {
      const nonce = nextNonce()
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
