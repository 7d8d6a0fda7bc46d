import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/**
 * Whether LINE signed these very bytes: https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/.
 * The header is compared as it's written: decoded first, as the SDK does, several spellings of it would pass.
 */
export function verifySignature(
  body: Buffer,
  channelSecret: string | KeyObject,
  signature: string | undefined,
): boolean {
  if (signature === undefined) return false
  const expected = Buffer.from(createHmac('sha256', channelSecret).update(body).digest('base64'))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
