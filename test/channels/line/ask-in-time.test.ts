import { expect, it } from 'vitest'
import { replyToOf, timeOf } from '../../../src/channels/line/ask-in-time.ts'
import { lineTiming } from '../../../src/channels/line/timing.ts'

const now = 1_700_000_000_000

it.each([
  ['a moment ago', now - 1_500, now - 1_500],
  ['long ago, as of one that is delivered again', now - 300_000, now],
  ['in another century', 1, now],
  ['yet to come', now + 3_600_000, now],
])('takes an event for as old as it is, and no clock on trust: %s', (_, at, time) => {
  expect(timeOf({ at, received: now })).toBe(time)
})

it('counts on a little less than the minute that a token lives', () => {
  const place = { kind: 'person' } as const
  const replyTo = replyToOf({ place, said: { kind: 'follow' }, replyToken: 'token' }, { at: now, received: now })
  expect(replyTo).toMatchObject({ token: 'token', since: now })
  expect(replyTo!.dies).toBeGreaterThan(now + lineTiming.lateAfter + 2 * lineTiming.callTimeout)
  expect(replyTo!.dies).toBeLessThan(now + lineTiming.tokenLife)
  expect(replyToOf({ place, said: { kind: 'follow' } }, { at: now, received: now })).toBeUndefined()
})
