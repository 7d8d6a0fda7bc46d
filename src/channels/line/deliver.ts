import { setTimeout as sleep } from 'node:timers/promises'
import type { messagingApi } from '@line/bot-sdk'
import type { LineApi, Sent } from './line-api.ts'
import type { LineWork } from './line-work.ts'
import type { Timing } from './timing.ts'

/** Where a question came from, and until when it can be answered for nothing. */
export interface ReplyTo {
  token: string
  /** LINE's promise ends here, ms. */
  dies: number
  /** Past this it surely doesn't work, ms. */
  isGone: number
}

export interface Parcel {
  messages: messagingApi.Message[]
  /** The same as plain text, for when LINE refuses the look of it. */
  plain?: messagingApi.Message[]
  replyTo?: ReplyTo
  place: LineWork['place']
  /** Of a push, fixed before anything is tried. */
  retryKey: string
  /** An earlier process may have sent it. */
  mayBeSent: boolean
}

export type Delivered =
  | { kind: 'delivered'; messageIds: string[] }
  /** To be tried again after so many ms. */
  | { kind: 'again'; after: number }
  /** `undecided`: it may have been sent, and to send it again could say it twice. */
  | { kind: 'given-up'; why: 'unreachable' | 'refused' | 'undecided' }

/** To whom messages may be pushed, which counts against the month's quota. */
export type PushPolicy = 'never' | 'people' | 'always'

export interface DeliverDeps {
  api: LineApi
  push: PushPolicy
  timing: Pick<Timing, 'replyPauses' | 'pushPauses'>
  /** Milliseconds since 1970. */
  now: () => number
  /** Called when only the one who runs Accord can help. */
  onAlarm: (what: string) => void
}

const UNAUTHORISED_PAUSE = 15_000

/**
 * Sends an answer at most once, as far as that can be known. By reply token: a try without an outcome is tried again with the
 * same token, and "invalid" within its life then means that the first went through. By push only what surely wasn't replied.
 */
export async function deliver(parcel: Parcel, deps: DeliverDeps): Promise<Delivered> {
  const { replyTo } = parcel
  if (replyTo === undefined || deps.now() >= replyTo.isGone) return pushIt(parcel, deps)
  const replied = await reply(parcel, replyTo, deps)
  return replied === 'invalid-token' ? pushIt(parcel, deps) : replied
}

async function reply(
  parcel: Parcel,
  { token, dies }: ReplyTo,
  { api, timing, now, onAlarm }: DeliverDeps,
): Promise<Delivered | 'invalid-token'> {
  let { messages } = parcel
  let isUncertain = false
  for (let tries = 0; ; ) {
    const sent = await api.reply(token, messages)
    switch (sent.kind) {
      case 'sent':
        return { kind: 'delivered', messageIds: sent.messageIds }
      case 'invalid-token':
        if ((isUncertain || parcel.mayBeSent) && now() < dies) return { kind: 'delivered', messageIds: [] }
        // A crash leaves no trace of an outcome: an answer said twice is better than none. What was seen to fail isn't pushed.
        return isUncertain ? { kind: 'given-up', why: 'undecided' } : 'invalid-token'
      case 'refused': {
        const plain = plainerThan(messages, parcel, sent)
        if (plain === undefined) return { kind: 'given-up', why: 'refused' }
        messages = plain
        continue
      }
      case 'unauthorised':
        onAlarm('LINE refuses the access token: set LINE_CHANNEL_ACCESS_TOKEN anew')
        return now() < dies ? { kind: 'again', after: UNAUTHORISED_PAUSE } : { kind: 'given-up', why: 'refused' }
      case 'limited':
        onAlarm('LINE takes no more calls for now')
        break
      case 'unknown':
        isUncertain = true
        break
    }
    const pause = pauseBefore(tries++, timing.replyPauses, sent)
    if (pause === undefined || now() + pause >= dies) {
      if (isUncertain) return { kind: 'given-up', why: 'undecided' }
      return 'invalid-token'
    }
    await sleep(pause)
  }
}

async function pushIt(parcel: Parcel, deps: DeliverDeps): Promise<Delivered> {
  const { place, retryKey } = parcel
  const { api, timing, onAlarm } = deps
  if (place.chatId === undefined || !(await mayPush(place, deps))) return { kind: 'given-up', why: 'unreachable' }
  let { messages } = parcel
  for (let tries = 0; ; ) {
    const sent = await api.push(place.chatId, messages, retryKey)
    switch (sent.kind) {
      case 'sent':
        return { kind: 'delivered', messageIds: sent.messageIds }
      case 'invalid-token':
        return { kind: 'given-up', why: 'refused' }
      case 'refused': {
        const plain = plainerThan(messages, parcel, sent)
        if (plain === undefined) return { kind: 'given-up', why: 'refused' }
        messages = plain
        continue
      }
      case 'unauthorised':
        onAlarm('LINE refuses the access token: set LINE_CHANNEL_ACCESS_TOKEN anew')
        return { kind: 'given-up', why: 'refused' }
      case 'limited':
        onAlarm(sent.isMonthly ? 'The month’s messages are used up' : 'LINE takes no more calls for now')
        if (sent.isMonthly) return { kind: 'given-up', why: 'unreachable' }
        break
      case 'unknown':
        break
    }
    const pause = pauseBefore(tries++, timing.pushPauses, sent)
    if (pause === undefined) return { kind: 'given-up', why: 'undecided' }
    await sleep(pause)
  }
}

/** LINE counts receivers: https://developers.line.biz/en/docs/messaging-api/pricing/ */
async function mayPush(place: LineWork['place'], { api, push }: DeliverDeps): Promise<boolean> {
  const { kind, chatId } = place
  if (chatId === undefined || push === 'never' || (push === 'people' && kind !== 'person')) return false
  const receivers = kind === 'person' ? 1 : await api.memberCount({ kind, chatId })
  const left = await api.pushesLeft()
  return receivers !== undefined && left !== undefined && receivers <= left
}

function plainerThan(messages: messagingApi.Message[], { plain }: Parcel, refused: Sent & { kind: 'refused' }) {
  return refused.isForm && plain !== undefined && messages !== plain ? plain : undefined
}

/** Undefined when it has been tried often enough. */
function pauseBefore(tries: number, pauses: readonly number[], sent: Sent): number | undefined {
  const pause = pauses[tries]
  if (pause === undefined) return undefined
  return sent.kind === 'limited' ? (sent.retryAfter ?? pause) : pause
}
