import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { lineTiming, type Timing } from '../../../src/channels/line/timing.ts'
import type { TakeTurn } from '../../../src/conversation/take-turn.ts'
import { echo, type LineBotOptions, saidIn, startLineBot } from '../../support/line-bot.ts'
import type { Failure } from '../../support/line-platform/failures.ts'
import { startLinePlatform } from '../../support/line-platform/line-platform.ts'

const timing: Timing = {
  ...lineTiming,
  callTimeout: 300,
  leastTime: 0,
  replyPauses: [20, 20],
  pushPauses: [20, 20],
  loadingRenewed: 50,
}

async function startWith(options: LineBotOptions = {}) {
  const bot = await startLineBot({ ...options, deps: { timing, ...options.deps } })
  const from = bot.line.addPerson({ language: 'en' })
  const ask = async (text = 'When was it signed?') => {
    const event = bot.line.events.text({ from, text })
    await bot.line.deliver([event])
    await bot.channel.worker.idle()
    return event
  }
  return { bot, line: bot.line, from, ask, [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose]() }
}

describe('a reply without an outcome', () => {
  const lost: [string, Failure][] = [
    ['an error of the server, nothing sent', { kind: 'status', status: 500 }],
    ['an error of the server, sent', { kind: 'status', status: 503, processed: true }],
    ['silence, nothing sent', { kind: 'hang', processed: false }],
    ['silence, sent', { kind: 'hang', processed: true }],
    ['a broken connection, nothing sent', { kind: 'reset', processed: false }],
    ['a broken connection, sent', { kind: 'reset', processed: true, midway: true }],
    ['garbage, sent', { kind: 'garbage', body: '<html>', processed: true }],
    ['garbage, nothing sent', { kind: 'garbage', body: '', processed: false }],
  ]
  test.each(lost)('is tried once more with the same token, and never pushed: %s', async (_, failure) => {
    await using started = await startWith({ settings: { push: 'always' } })
    const { line, from, ask } = started
    line.fail('reply', failure)
    await ask()
    expect(line.messages(from)).toHaveLength(1)
    const calls = line.callsTo('reply')
    expect(calls).toHaveLength(2)
    expect(calls[1]?.body).toEqual(calls[0]?.body)
    expect(line.callsTo('push')).toEqual([])
  })

  test('is given up after the second, and counted', async () => {
    await using started = await startWith({ settings: { push: 'always' } })
    const { bot, line, ask } = started
    line.fail('reply', { kind: 'status', status: 500 }, { times: Number.POSITIVE_INFINITY })
    await ask()
    expect(line.callsTo('reply')).toHaveLength(2)
    expect(bot.outcomes).toEqual(['undecided'])
    expect(line.callsTo('push')).toEqual([])
  })
})

test('without a network it is tried again, and known that nothing was sent', async () => {
  const gone = await startLinePlatform()
  await gone[Symbol.asyncDispose]()
  await using started = await startWith({ settings: { apiBaseURL: gone.apiURL } })
  const { bot, ask } = started
  await ask()
  expect(bot.outcomes).toEqual(['unreachable'])
  const calls = bot.logged.filter(({ fields }) => fields.call === 'reply')
  expect(calls).toHaveLength(1 + timing.replyPauses.length)
})

describe('a reply that is refused', () => {
  test('for its looks goes out as plain text', async () => {
    await using started = await startWith()
    const { line, from, ask } = started
    line.fail('reply', { kind: 'refuse-flex' })
    await ask()
    expect(line.messages(from)).toMatchObject([{ message: { type: 'text' } }])
    expect(saidIn(line, from)[0]).toContain('Answer to: When was it signed?')
  })

  test('in any words goes out as plain text', async () => {
    await using started = await startWith()
    const { line, from, ask } = started
    line.fail('reply', {
      kind: 'status',
      status: 400,
      message: 'A message (messages[0]) in the request body is invalid',
    })
    await ask()
    expect(line.messages(from)).toMatchObject([{ message: { type: 'text' } }])
  })

  test('for what it quotes does without', async () => {
    await using started = await startWith()
    const { bot, line, from } = started
    const group = line.addGroup({ members: [from] })
    const event = line.events.text({ from, in: group, text: [{ mention: 'bot' }, 'When?'] })
    await line.deliver([{ ...event, message: { ...event.message!, quoteToken: 'unknown' } }])
    await bot.channel.worker.idle()
    expect(saidIn(line, group)[0]).toContain('Answer to: When?')
  })

  test('for too many calls waits as long as it is told', async () => {
    await using started = await startWith()
    const { bot, line, from, ask } = started
    line.fail('reply', { kind: 'status', status: 429, retryAfter: 1 })
    await ask()
    expect(line.messages(from)).toHaveLength(1)
    const [first, second] = line.callsTo('reply')
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(990)
    expect(bot.logged).toContainEqual(expect.objectContaining({ level: 'error' }))
  })

  test('for its token is pushed, with a key from the first try on', async () => {
    await using started = await startWith({ settings: { push: 'people' } })
    const { line, from, ask } = started
    line.fail('reply', { kind: 'status', status: 400, message: 'Invalid reply token' })
    line.fail('push', { kind: 'reset', processed: true })
    await ask()
    expect(line.messages(from)).toMatchObject([{ via: 'push' }])
    const keys = line.callsTo('push').map(({ retryKey }) => retryKey)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[1]).toBe(keys[0])
    expect(line.reproaches).toEqual([])
  })

  test.each([
    ['it is not allowed', { settings: { push: 'never' } }],
    ['the month is used up', { settings: { push: 'always' }, line: { monthlyLimit: 0 } }],
  ] as const)('for its token is not pushed when %s', async (_, options) => {
    await using started = await startWith(options)
    const { bot, line, ask } = started
    line.fail('reply', { kind: 'status', status: 400, message: 'Invalid reply token' })
    await ask()
    expect(line.callsTo('push')).toEqual([])
    expect(bot.outcomes).toEqual(['unreachable'])
  })

  test('a group gets a push only when that is allowed, and the month has room for all its members', async () => {
    for (const [push, monthlyLimit, pushes] of [
      ['people', 10, 0],
      ['always', 1, 0],
      ['always', 2, 1],
    ] as const) {
      await using started = await startWith({ settings: { push }, line: { monthlyLimit } })
      const { bot, line, from } = started
      const group = line.addGroup({ members: [from, line.addPerson()] })
      line.fail('reply', { kind: 'status', status: 400, message: 'Invalid reply token' })
      await line.deliver([line.events.text({ from, in: group, text: [{ mention: 'bot' }, 'When?'] })])
      await bot.channel.worker.idle()
      expect(line.callsTo('push')).toHaveLength(pushes)
    }
  })
})

describe('in time', () => {
  const slow =
    (milliseconds: number): TakeTurn =>
    async (turn, options) => {
      await sleep(milliseconds)
      return echo(turn, options)
    }

  test('the answer is asked for within what the token leaves', async () => {
    const limits: (number | undefined)[] = []
    await using started = await startWith({
      ask: (turn, options) => {
        limits.push(options?.within)
        return echo(turn, options)
      },
    })
    const { bot, line, from } = started
    await line.deliver([line.events.text({ from, text: 'late', timestamp: Date.now() - 10_000 })])
    await bot.channel.worker.idle()
    expect(limits).toHaveLength(1)
    expect(limits[0]).toBeGreaterThan(30_000)
    expect(limits[0]).toBeLessThanOrEqual(34_000)
  })

  test('the questions of a chat share the time: the last is answered before its token dies, too', async () => {
    const limits: number[] = []
    await using started = await startWith({
      ask: (turn, options) => {
        limits.push(options!.within!)
        return echo(turn, options)
      },
    })
    const { bot, line, from } = started
    await line.deliver(['a', 'b', 'c', 'd'].map((text) => line.events.text({ from, text: `What is ${text}?` })))
    await bot.channel.worker.idle()
    expect(limits).toHaveLength(4)
    for (const [i, limit] of limits.entries()) expect(limit).toBeLessThanOrEqual(lineTiming.answerAfter / (4 - i))
  })

  test('an answer that is late for the token can be fetched by a tap, alone and in a group', async () => {
    let wait = 500
    await using started = await startWith({
      ask: (turn, options) => slow(wait)(turn, options),
      deps: { timing: { ...timing, answerAfter: 60, lateAfter: 100 } },
    })
    const { bot, line, from } = started
    const group = line.addGroup({ members: [from] })
    const inGroup = line.events.text({ from, in: group, text: [{ mention: 'bot' }, 'When was it signed?'] })
    await line.deliver([line.events.text({ from, text: 'When was it signed?' }), inGroup])
    await bot.channel.worker.idle()
    const late = 'Still looking for the answer. Please tap below to see it.'
    expect(saidIn(line, from)).toEqual([late])
    expect(saidIn(line, group)).toEqual([late, 'Show the answer'])
    expect(line.messages(group)[0]?.quotedMessageId).toBe(inGroup.message?.id)
    wait = 0
    for (const chat of [{}, { in: group }]) {
      const { action } = line.quickReplies(chat.in ?? from)[0]!
      // The same is on a button: quick replies go with the next message, and a PC shows none.
      expect(JSON.stringify(line.messages(chat.in ?? from).at(-1)?.message)).toContain(
        `"type":"button","action":${JSON.stringify(action)}`,
      )
      await line.deliver([line.tap({ from, action, ...chat })])
      await bot.channel.worker.idle()
      expect(saidIn(line, chat.in ?? from).join('\n')).toContain('Answer to: When was it signed?')
    }
  })

  test('the loading animation is renewed while an answer is being looked for, and gone with it', async () => {
    await using started = await startWith({ ask: slow(120) })
    const { line, from, ask } = started
    await ask()
    expect(line.callsTo('loading').length).toBeGreaterThanOrEqual(2)
    expect(line.isLoading(from)).toBe(false)
  })

  test('a call for the animation that hangs holds nothing up', async () => {
    await using started = await startWith()
    const { line, from, ask } = started
    line.fail('loading', { kind: 'hang', processed: false }, { times: Number.POSITIVE_INFINITY })
    await ask()
    expect(line.messages(from)).toHaveLength(1)
  })

  test('five hundred events at once are accepted and answered while the model hangs', async () => {
    await using started = await startWith({
      ask: (turn, options) => slow(Math.min(options?.within ?? 0, 100))(turn, options),
      // As it stands, LINE shares this process: `npm run bench:line` has the time.
      line: { webhookTimeoutMs: 20_000 },
    })
    const { bot, line } = started
    const people = Array.from({ length: 500 }, () => line.addPerson())
    const deliveries = await Promise.all(
      people.map((from) => line.deliver([line.events.text({ from, text: 'When was it signed?' })])),
    )
    expect(deliveries.filter(({ reason }) => reason !== 'ok')).toEqual([])
    await bot.channel.worker.idle()
    expect(people.map((from) => line.messages(from).length)).toEqual(people.map(() => 1))
  })

  test('a question that fails is answered with an apology', async () => {
    await using started = await startWith({ ask: async () => Promise.reject(new Error('broken')) })
    const { line, from, ask } = started
    await ask()
    expect(saidIn(line, from)).toEqual(['Sorry, something went wrong on our side. Please ask again later.'])
  })
})
