import { expect, test } from 'vitest'
import { type DeliverDeps, deliver, type Parcel } from '../../../src/channels/line/deliver.ts'
import type { LineApi, Sent } from '../../../src/channels/line/line-api.ts'

const sent: Sent = { kind: 'sent', messageIds: ['1'] }
const unknown: Sent = { kind: 'unknown' }
const invalid: Sent = { kind: 'invalid-token' }
const refused: Sent = { kind: 'refused', isForm: true }
const unconnected: Sent = { kind: 'unconnected' }

/** A LINE that answers as told, and what it was asked. */
function script(replies: Sent[], pushes: Sent[] = []) {
  const calls: { via: 'reply' | 'push'; body: unknown }[] = []
  const next = (via: 'reply' | 'push', body: unknown, answers: Sent[]) => {
    calls.push({ via, body })
    return Promise.resolve(answers.shift() ?? unconnected)
  }
  const api = {
    reply: (_: string, body: unknown) => next('reply', body, replies),
    push: (_: string, body: unknown) => next('push', body, pushes),
    pushesLeft: async () => 1,
  } as Partial<LineApi> as LineApi
  const deps: DeliverDeps = {
    api,
    push: 'people',
    timing: { replyPauses: [0, 0, 0], pushPauses: [0, 0] },
    now: () => 1_000,
    onAlarm: () => {},
  }
  return { deps, calls }
}

const parcel: Parcel = {
  messages: [{ type: 'text', text: 'a', quoteToken: 'q' }],
  plain: [{ type: 'text', text: 'b', quoteToken: 'q' }],
  replyTo: { token: 't', dies: 2_000, isGone: 3_000 },
  place: { kind: 'person', chatId: 'U1', userId: 'U1' },
  retryKey: 'k',
  mayBeSent: false,
}
const replies = (count: number) => Array(count).fill('reply')

test.each<[string, Sent[], Partial<Parcel>, object, string[]]>([
  ['two tries without an outcome are given up', [unknown, unknown], {}, { why: 'undecided' }, replies(2)],
  ['one, and the token is used', [unknown, invalid], {}, { kind: 'delivered' }, replies(2)],
  ['one, and then LINE takes it', [unknown, sent], {}, { kind: 'delivered', messageIds: ['1'] }, replies(2)],
  ['what did not reach LINE waits for it', [unconnected, unconnected, sent], {}, { kind: 'delivered' }, replies(3)],
  ['what never reaches LINE is pushed', [], {}, { why: 'unreachable' }, [...replies(4), 'push', 'push', 'push']],
  ['an earlier process has sent it', [invalid], { mayBeSent: true }, { kind: 'delivered' }, replies(1)],
])('%s', async (_, answers, more, delivered, via) => {
  const { deps, calls } = script(answers)
  expect(await deliver({ ...parcel, ...more }, deps)).toMatchObject(delivered)
  expect(calls.map((call) => call.via)).toEqual(via)
})

test('what an earlier process may have sent in a minute that is over is told apart', async () => {
  const late = { ...parcel, mayBeSent: true, replyTo: { token: 't', dies: 900, isGone: 3_000 } }
  const again = script([invalid], [sent])
  expect(await deliver(late, again.deps)).toEqual({ kind: 'delivered', messageIds: ['1'], isPerhapsSecond: true })
  const never = script([invalid])
  expect(await deliver(late, { ...never.deps, push: 'never' })).toEqual({ kind: 'given-up', why: 'undecided' })
})

test('what is refused goes out ever plainer', async () => {
  const { deps, calls } = script([refused, refused, sent])
  expect(await deliver(parcel, deps)).toMatchObject({ kind: 'delivered' })
  expect(calls.map(({ body }) => body)).toEqual([parcel.messages, parcel.plain, [{ type: 'text', text: 'b' }]])
  expect(await deliver(parcel, script([refused, refused, refused]).deps)).toEqual({ kind: 'given-up', why: 'refused' })
})
