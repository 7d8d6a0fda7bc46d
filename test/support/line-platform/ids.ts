import { randomBytes, randomUUID } from 'node:crypto'

/** Ids and tokens in the forms that LINE gives them. */
export interface Ids {
  user(): string
  group(): string
  room(): string
  /** A string of digits, greater than the one before. */
  message(): string
  /** ULID, with its time in ms. */
  event(time: number): string
  replyToken(): string
  quoteToken(): string
  markAsReadToken(): string
  richMenu(): string
  request(): string
}

export const CHAT_ID = /^[UCR][0-9a-f]{32}$/
export const USER_ID = /^U[0-9a-f]{32}$/
export const GROUP_ID = /^C[0-9a-f]{32}$/
export const ROOM_ID = /^R[0-9a-f]{32}$/

/** https://github.com/ulid/spec#encoding */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function createIds(): Ids {
  let messages = 610_000_000_000_000_000n
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64url')
  return {
    user: () => `U${hex(16)}`,
    group: () => `C${hex(16)}`,
    room: () => `R${hex(16)}`,
    message: () => String(++messages),
    event: (time) => crockfordTime(time) + Array.from(randomBytes(16), (byte) => CROCKFORD[byte % 32]).join(''),
    replyToken: () => hex(16),
    quoteToken: () => base64(48),
    markAsReadToken: () => base64(24),
    richMenu: () => `richmenu-${hex(16)}`,
    request: () => randomUUID(),
  }
}

function crockfordTime(time: number): string {
  let digits = ''
  for (let rest = time; digits.length < 10; rest = Math.floor(rest / 32)) digits = CROCKFORD[rest % 32] + digits
  return digits
}
