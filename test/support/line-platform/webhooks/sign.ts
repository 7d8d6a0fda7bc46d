import { createHmac } from 'node:crypto'

/** base64 of HMAC-SHA256: https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ */
export function sign(body: Buffer, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64')
}

/** JSON as LINE writes it, astral characters as `\ud83e\udd28`: writing it anew gives other bytes. */
export function encodeWebhook(value: unknown): Buffer {
  const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return Buffer.from(JSON.stringify(value).replace(/[\ud800-\udfff]/g, escapeUnit))
}
