import { createHmac, randomBytes } from 'node:crypto'
import type { LinePlatform } from './line-platform/line-platform.ts'
import { encodeWebhook, sign } from './line-platform/webhooks/sign.ts'

export interface AttackOptions {
  line: LinePlatform
  url: string
  /** From 0 to 1. */
  random: () => number
  count: number
}

type Status = number | 'no answer'

/** Requests that LINE didn't sign, of every kind that's easily made; counts those that were accepted. */
export async function forgeSignatures({
  line,
  url,
  random,
  count,
}: AttackOptions): Promise<{ tried: number; accepted: number }> {
  let accepted = 0
  const from = line.addPerson()
  const forge = async (i: number) => {
    const body = encodeWebhook({
      destination: line.botUserId,
      events: [line.events.text({ from, text: `Forged ${i}` })],
    })
    const right = sign(body, line.channelSecret)
    const { signature, bytes } = forgeries[i % forgeries.length]!({ body, right, random, secret: line.channelSecret })
    const status = await post(url, bytes, signature)
    if (typeof status === 'number' && status < 300) accepted++
  }
  await inBatches(count, forge)
  return { tried: count, accepted }
}

interface Genuine {
  body: Buffer
  right: string
  random: () => number
  secret: string
}

const forgeries: readonly ((genuine: Genuine) => { signature: string | undefined; bytes: Buffer })[] = [
  ({ body }) => ({ signature: undefined, bytes: body }),
  ({ body }) => ({ signature: '', bytes: body }),
  ({ body }) => ({ signature: randomBytes(32).toString('base64'), bytes: body }),
  ({ body }) => ({ signature: sign(body, 'another secret'), bytes: body }),
  ({ body }) => ({ signature: sign(body, ''), bytes: body }),
  ({ body, right, random }) => ({ signature: changeCharacter(right, random), bytes: body }),
  ({ body, right }) => ({ signature: right.slice(0, -1), bytes: body }),
  ({ body, right }) => ({ signature: `${right}A`, bytes: body }),
  ({ body, right }) => ({ signature: Buffer.from(right, 'base64').toString('base64url'), bytes: body.subarray(1) }),
  ({ body, right }) => ({ signature: Buffer.from(right, 'base64').toString('hex'), bytes: body }),
  ({ body, secret }) => ({ signature: createHmac('sha1', secret).update(body).digest('base64'), bytes: body }),
  // A genuine signature over another body.
  ({ body, right, random }) => ({ signature: right, bytes: changeByte(body, random) }),
  ({ body, right }) => ({ signature: right, bytes: Buffer.concat([body, Buffer.from(' ')]) }),
  ({ body, right }) => ({ signature: right, bytes: Buffer.from(body.toString().replace('Forged', 'forged')) }),
]

/** Rightly signed bodies that LINE would never send; counts those that were answered with an error of the server, or not at all. */
export async function fuzzBodies({
  line,
  url,
  random,
  count,
}: AttackOptions): Promise<{ tried: number; broken: number }> {
  let broken = 0
  const from = line.addPerson()
  const group = line.addGroup({ members: [from] })
  const fuzz = async (i: number) => {
    const genuine = [
      line.events.text({ from, text: `Fuzz ${i}` }),
      line.events.text({ from, in: group, text: [{ mention: 'bot' }, ' hello'] }),
      line.events.postback({ from, data: 'v=1&a=o&id=A' }),
      line.events.unsend({ from, messageId: '1' }),
      line.events.memberJoined({ in: group, members: [from] }),
      line.events.follow({ from }),
    ][i % 6]
    const value = { destination: line.botUserId, events: [mutate(genuine, random), genuine] }
    const whole = i % 5 === 0 ? mutate(value, random) : value
    const text = JSON.stringify(whole) ?? 'undefined'
    const body = Buffer.from(i % 7 === 0 ? text.slice(0, Math.floor(random() * text.length)) : text)
    const status = await post(url, body, sign(body, line.channelSecret))
    if (typeof status !== 'number' || status >= 500) broken++
  }
  await inBatches(count, fuzz)
  return { tried: count, broken }
}

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  '\ud800',
  '\u0000',
  'ก็'.repeat(5_000),
  [],
  {},
  [[[]]],
  { __proto__: null, constructor: 1, toString: 2 },
]

/** Something somewhere within it is replaced, left out, or there twice. */
function mutate(value: unknown, random: () => number): unknown {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  if (typeof value !== 'object' || value === null || random() < 0.15) return pick(strange)
  const keys = Object.keys(value)
  if (keys.length === 0) return pick(strange)
  const key = pick(keys)
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? mutate(item, random) : item))
  const { [key]: chosen, ...others } = value as Record<string, unknown>
  if (random() < 0.2) return others
  return { ...others, [key]: mutate(chosen, random), ...(random() < 0.1 && { [`${key}2`]: pick(strange) }) }
}

function changeByte(body: Buffer, random: () => number): Buffer {
  const changed = Buffer.from(body)
  const at = Math.floor(random() * changed.length)
  changed[at] = changed[at]! ^ 1
  return changed
}

function changeCharacter(text: string, random: () => number): string {
  // The last two before `=` may carry bits that decoders leave out: those count as well.
  const at = Math.floor(random() * (text.length - 1))
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
}

async function post(url: string, body: Buffer, signature: string | undefined): Promise<Status> {
  const headers = {
    'content-type': 'application/json',
    ...(signature !== undefined && { 'x-line-signature': signature }),
  }
  try {
    const response = await fetch(url, { method: 'POST', body: new Uint8Array(body), headers })
    await response.body?.cancel()
    return response.status
  } catch {
    return 'no answer'
  }
}

async function inBatches(count: number, work: (number: number) => Promise<void>): Promise<void> {
  const batch = 20
  for (let done = 0; done < count; done += batch)
    await Promise.all(Array.from({ length: Math.min(batch, count - done) }, (_, i) => work(done + i)))
}
