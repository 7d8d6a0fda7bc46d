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
  /** `isPerhapsSecond`: an earlier process may have sent it, too. */
  | { kind: 'delivered'; messageIds: string[]; isPerhapsSecond?: true }
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
/** So many tries of a reply may end without an outcome. */
const MOST_UNKNOWN = 2

/**
 * Sends an answer at most once, as far as that can be known. By reply token: a try without an outcome is tried once more with the
 * same token, and "invalid" within its life then means that the first went through. By push only what surely wasn't replied.
 */
export async function deliver(parcel: Parcel, deps: DeliverDeps): Promise<Delivered> {
  const { replyTo, mayBeSent } = parcel
  const isGone = replyTo === undefined || deps.now() >= replyTo.isGone
  const replied = isGone ? 'invalid-token' : await reply(parcel, replyTo, deps)
  if (replied !== 'invalid-token') return replied
  const pushed = await pushIt(parcel, deps)
  if (!mayBeSent || replyTo === undefined) return pushed
  // A crash leaves no trace of an outcome: an answer said twice is better than none.
  if (pushed.kind === 'delivered') return { ...pushed, isPerhapsSecond: true }
  return pushed.kind === 'given-up' ? { kind: 'given-up', why: 'undecided' } : pushed
}

async function reply(
  parcel: Parcel,
  { token, dies }: ReplyTo,
  { api, timing, now, onAlarm }: DeliverDeps,
): Promise<Delivered | 'invalid-token'> {
  const forms = formsOf(parcel)
  let form = 0
  let unknown = 0
  for (let tries = 0; ; ) {
    const sent = await api.reply(token, forms[form]!)
    switch (sent.kind) {
      case 'sent':
        return { kind: 'delivered', messageIds: sent.messageIds }
      case 'invalid-token':
        if ((unknown > 0 || parcel.mayBeSent) && now() < dies) return { kind: 'delivered', messageIds: [] }
        return unknown > 0 ? { kind: 'given-up', why: 'undecided' } : 'invalid-token'
      case 'refused':
        if (!sent.isForm || ++form === forms.length) return { kind: 'given-up', why: 'refused' }
        continue
      case 'unauthorised':
        onAlarm('LINE refuses the access token: set LINE_CHANNEL_ACCESS_TOKEN anew')
        return now() < dies ? { kind: 'again', after: UNAUTHORISED_PAUSE } : { kind: 'given-up', why: 'refused' }
      case 'limited':
        onAlarm('LINE takes no more calls for now')
        break
      case 'unconnected':
        break
      case 'unknown':
        if (++unknown === MOST_UNKNOWN) return { kind: 'given-up', why: 'undecided' }
        break
    }
    const pause = pauseBefore(tries++, timing.replyPauses, sent)
    if (pause === undefined || now() + pause >= dies)
      return unknown > 0 ? { kind: 'given-up', why: 'undecided' } : 'invalid-token'
    await sleep(pause)
  }
}

async function pushIt(parcel: Parcel, deps: DeliverDeps): Promise<Delivered> {
  const { place, retryKey } = parcel
  const { api, timing, onAlarm } = deps
  if (place.chatId === undefined || !(await mayPush(place, deps))) return { kind: 'given-up', why: 'unreachable' }
  const forms = formsOf(parcel)
  let form = 0
  let isUncertain = false
  for (let tries = 0; ; ) {
    const sent = await api.push(place.chatId, forms[form]!, retryKey)
    switch (sent.kind) {
      case 'sent':
        return { kind: 'delivered', messageIds: sent.messageIds }
      case 'invalid-token':
        return { kind: 'given-up', why: 'refused' }
      case 'refused':
        if (!sent.isForm || ++form === forms.length) return { kind: 'given-up', why: 'refused' }
        continue
      case 'unauthorised':
        onAlarm('LINE refuses the access token: set LINE_CHANNEL_ACCESS_TOKEN anew')
        return { kind: 'given-up', why: 'refused' }
      case 'limited':
        onAlarm(sent.isMonthly ? 'The month’s messages are used up' : 'LINE takes no more calls for now')
        if (sent.isMonthly) return { kind: 'given-up', why: 'unreachable' }
        break
      case 'unconnected':
        break
      case 'unknown':
        isUncertain = true
        break
    }
    const pause = pauseBefore(tries++, timing.pushPauses, sent)
    if (pause === undefined) return { kind: 'given-up', why: isUncertain ? 'undecided' : 'unreachable' }
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

/** Ever plainer: as it's meant, as text, and as text that neither quotes nor offers anything. */
function formsOf({ messages, plain = messages }: Parcel): messagingApi.Message[][] {
  const bare = plain.map((message) => (message.type === 'text' ? { type: message.type, text: message.text } : message))
  const forms = [messages, plain, bare]
  return forms.filter((form, i) => i === 0 || JSON.stringify(form) !== JSON.stringify(forms[i - 1]))
}

/** Undefined when it has been tried often enough. */
function pauseBefore(tries: number, pauses: readonly number[], sent: Sent): number | undefined {
  const pause = pauses[tries]
  if (pause === undefined) return undefined
  return sent.kind === 'limited' ? (sent.retryAfter ?? pause) : pause
}
