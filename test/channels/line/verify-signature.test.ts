import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { verifySignature } from '../../../src/channels/line/verify-signature.ts'
import { encodeWebhook, sign } from '../../support/line-platform/webhooks/sign.ts'

const secret = '8c570fa6dd201bb328f1c1eac23a96d8'
const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}')
const signature = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='

test("takes LINE's own example", () => {
  expect(verifySignature(body, secret, signature)).toBe(true)
})

test('takes the very bytes, escapes and all, and not the same JSON written anew', () => {
  const sent = encodeWebhook({ events: [{ text: 'ลงนามเมื่อไร 🤨' }] })
  const header = sign(sent, secret)
  expect(verifySignature(sent, secret, header)).toBe(true)
  expect(verifySignature(Buffer.from(JSON.stringify(JSON.parse(sent.toString()))), secret, header)).toBe(false)
})

test('refuses none, an empty one, and one of another secret', () => {
  for (const wrong of [undefined, '', '=', 'ไทย', sign(body, 'another'), `${signature} `, signature.replace('=', '')])
    expect(verifySignature(body, secret, wrong)).toBe(false)
})

test('of 10,000 forged ones takes none', () => {
  let taken = 0
  for (let i = 0; i < 10_000; i++) {
    if (verifySignature(...forge(i))) taken++
  }
  expect(taken).toBe(0)
})

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_= '

/** One of five kinds: a sign replaced, a sign put in, the body changed by a bit, cut short, a signature out of thin air. */
function forge(seed: number): [Buffer, string, string] {
  const random = createHash('sha256').update(String(seed)).digest()
  const at = random.readUInt16BE(0)
  const sign = alphabet[random[2]! % alphabet.length]!
  const place = at % signature.length
  switch (seed % 5) {
    case 0: {
      const replaced = signature.slice(0, place) + sign + signature.slice(place + 1)
      return [body, secret, replaced === signature ? `${sign}${signature}` : replaced]
    }
    case 1:
      return [body, secret, signature.slice(0, place) + sign + signature.slice(place)]
    case 2: {
      const changed = Buffer.from(body)
      changed[at % body.length]! ^= 1 << (random[3]! % 8)
      return [changed, secret, signature]
    }
    case 3:
      return [body.subarray(0, at % body.length), secret, signature]
    default:
      return [body, secret, random.toString('base64')]
  }
}
