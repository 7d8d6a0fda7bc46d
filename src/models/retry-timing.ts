const FIRST_DELAY_MILLISECONDS = 250
const MAX_DELAY_MILLISECONDS = 4000

/**
 * Milliseconds that a response's headers ask to wait: `retry-after-ms` as OpenAI and Azure send it, else `retry-after` in seconds
 * or as a date (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Undefined when they don't say.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const milliseconds = numberIn(headers.get('retry-after-ms'))
  if (milliseconds !== undefined) return milliseconds
  const retryAfter = headers.get('retry-after')
  const seconds = numberIn(retryAfter)
  if (seconds !== undefined) return seconds * 1000
  // Date.parse takes "-7" for a month; a date here names one.
  const date = Date.parse(/[a-z]{3}/i.test(retryAfter ?? '') ? retryAfter! : '')
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/**
 * Milliseconds to wait after the failed attempt of this number, from 1: doubling, and by `random` (0 to 1) up to a half shorter, so
 * that callers who failed together don't come back together. Never less than what was asked for.
 */
export function retryDelay(attempt: number, asked: number | undefined, random: number): number {
  const delay = Math.min(MAX_DELAY_MILLISECONDS, FIRST_DELAY_MILLISECONDS * 2 ** (attempt - 1))
  return Math.max(asked ?? 0, Math.round(delay * (1 - random / 2)))
}

function numberIn(header: string | null): number | undefined {
  return header !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(header) ? Number(header) : undefined
}
