import { describe, expect, it } from 'vitest'
import type { Inbox } from '../../../src/storage/inbox.ts'
import type { Answer, ShownStatement } from '../../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import { buttonsOf, textOf } from '../../support/discord-platform/seen-message.ts'
import { type DiscordScene, realParts, settled, slowAsk, startDiscord } from './support.ts'

const QUESTION = 'When was the new MoC signed?'
const DATE = '5 August 2022'
const CALLBACK = 'POST /interactions/:id/:token/callback'
const EDIT = 'PATCH /webhooks/:application/:token/messages/:message'
const EPHEMERAL = 64

const said = (text: string): ShownStatement => ({ text, citations: [1], sources: [buildSource()] })
const finished = (answer: Partial<Answer> = {}): Answer =>
  buildAnswer({
    statements: [{ text: `It was signed on ${DATE}.`, citations: [1] }],
    sources: [buildSource()],
    ...answer,
  })
/** Stores so many ms later. */
const slowInbox = ({ inbox }: DiscordScene, delay: number): Inbox => ({
  ...inbox,
  async accept(events) {
    await new Promise((resolve) => setTimeout(resolve, delay))
    return inbox.accept(events)
  },
})
const isLogged = ({ log }: DiscordScene, words: string) => log.some(({ message }) => message.includes(words))

describe.concurrent('the first answer', () => {
  it('comes before the question is worked on, and hangs on nothing', async () => {
    const slow = slowAsk(finished())
    await using scene = await startDiscord({ deps: { ask: slow.ask } })
    const asked = Array.from({ length: 20 }, () => scene.ask(QUESTION, {}, { user: scene.platform.addUser() }))
    await scene.platform.until(() => asked.every(({ acknowledgement }) => acknowledgement !== undefined))
    expect(asked.map((each) => each.state())).toEqual(asked.map(() => 'thinking'))
    slow.release()
    for (const each of asked) expect(await scene.answered(each)).toContain(DATE)
  })

  it.each([
    ['hangs once', { hang: true }],
    ['meets a 502 twice', { status: 502 }],
    ['meets a connection that is closed', { broken: 'closed' }],
    ['meets a connection that is reset', { broken: 'reset' }],
    ['has been taken, and nobody heard of it', { broken: 'closed', processed: true }],
    ['is rate-limited for a moment', { retryAfter: 0.2 }],
  ] as const)('is given again when it %s', async (_, failure) => {
    await using scene = await startDiscord()
    scene.platform.fail(CALLBACK, failure)
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
    await settled(scene)
  })

  it('waits for what was asked to be stored, on a disk that is slow', async () => {
    await using scene = await startDiscord()
    const inbox = slowInbox(scene, 700)
    const discord = await scene.restart({ deps: { inbox } })
    expect(discord.state().state).toBe('on')
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => asked.acknowledgement !== undefined)
    expect(asked.acknowledgement!.after).toBeGreaterThan(600)
    expect(await scene.answered(asked)).toContain(DATE)
  })

  it('doesn’t wait for a disk that hangs', async () => {
    await using scene = await startDiscord()
    await scene.restart({ deps: { inbox: slowInbox(scene, 4000) } })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => asked.acknowledgement !== undefined)
    expect(asked.acknowledgement!.after).toBeLessThan(3000)
  })

  it('that was taken, whatever was heard of it, is followed by the answer', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(CALLBACK, { hang: true, processed: true }, { times: 10 })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => isLogged(scene, 'not heard of in time'))
    expect(await scene.answered(asked)).toContain(DATE)
    await settled(scene)
  })

  it('that was never taken ends the work quietly', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(CALLBACK, { hang: true }, { times: 10 })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => isLogged(scene, 'not heard of in time'))
    await settled(scene)
    expect(asked.response).toBeUndefined()
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('that comes too late (10062) ends the work quietly', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(CALLBACK, { code: 10_062 })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => isLogged(scene, 'too late'))
    await settled(scene)
    expect(asked.response).toBeUndefined()
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([])
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
  })

  it('that somebody has given (40060) is gone on from', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(CALLBACK, { code: 40_060, processed: true })
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
    expect(isLogged(scene, 'second Accord')).toBe(true)
  })
})

describe.concurrent('an answer', () => {
  it('appears statement by statement, and pings nobody on the way', async () => {
    const slow = slowAsk(finished(), [said('First.'), said('Second, @everyone.'), said('Third.')])
    await using scene = await startDiscord({ deps: { ask: slow.ask } })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => asked.response !== undefined && textOf(asked.response).includes('Third.'))
    slow.release()
    await scene.platform.until(() => textOf(asked.response!).includes(DATE))
    const texts = asked.response!.versions.map(textOf)
    expect(texts.some((text) => text.includes('First.') && !text.includes('Third.'))).toBe(true)
    expect(texts.length).toBeGreaterThan(2)
    expect(scene.platform.pings()).toEqual([])
  })

  it('is edited no more often than it may', async () => {
    const slow = slowAsk(
      finished(),
      Array.from({ length: 8 }, (_, at) => said(`Number ${at}.`)),
    )
    await using scene = await startDiscord({ deps: { ask: slow.ask }, timing: { editEvery: 250 } })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => asked.response !== undefined && textOf(asked.response).includes('Number 7.'))
    slow.release()
    await scene.platform.until(() => textOf(asked.response!).includes(DATE))
    // Eight statements 60 ms apart are two or three edits; a slow machine makes no more of them.
    expect(asked.response!.versions.length).toBeLessThan(8)
  })

  it.each([
    ['5xx for a while', { status: 503 }, 3],
    ['connections that are closed', { broken: 'closed' }, 3],
    ['a 429', { retryAfter: 0.1 }, 1],
  ] as const)('comes through %s', async (_, failure, times) => {
    await using scene = await startDiscord()
    scene.platform.fail(EDIT, failure, { times })
    const asked = scene.ask(QUESTION)
    expect(await scene.answered(asked)).toContain(DATE)
    expect(buttonsOf(asked.response!).length).toBeGreaterThan(0)
    await settled(scene)
  })

  it('whose body is refused (50035) goes out as plain text', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(EDIT, { code: 50_035 })
    const asked = scene.ask(QUESTION)
    expect(await scene.answered(asked)).toContain(DATE)
    expect(buttonsOf(asked.response!)).toEqual([])
    await settled(scene)
  })

  it('that is shown directly and refused goes out as plain text', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(CALLBACK, { code: 50_035 })
    const { user, channel } = scene
    const asked = scene.platform.command({ user, channel, name: 'sources' })
    expect(await scene.answered(asked)).not.toBe('')
    expect(asked.response!.flags & EPHEMERAL).toBe(EPHEMERAL)
  })

  it('whose body Discord fails on (500) again and again goes out as plain text', async () => {
    await using scene = await startDiscord()
    scene.platform.fail(EDIT, { status: 500 }, { times: 6 })
    const asked = scene.ask(QUESTION)
    expect(await scene.answered(asked)).toContain(DATE)
    expect(buttonsOf(asked.response!)).toEqual([])
  })

  it.each([50_027, 10_008, 10_015] as const)('whose place is gone (%i) is given up', async (code) => {
    await using scene = await startDiscord()
    scene.platform.fail(EDIT, { code })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => isLogged(scene, 'did not take an answer'))
    await settled(scene)
    expect(asked.state()).toBe('thinking')
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
  })

  it('that fails says so, and the next one is right', async () => {
    const fails = { next: true }
    const { ask } = slowAsk(finished())
    await using scene = await startDiscord({
      deps: {
        async ask(turn, options) {
          if (!fails.next) return ask(turn, { ...options, signal: AbortSignal.abort() })
          fails.next = false
          throw new Error('broken: the question was …')
        },
      },
    })
    expect(await scene.answered(scene.ask(QUESTION))).toContain('เกิดข้อผิดพลาด')
    await settled(scene)
  })

  it('that makes a handler throw says so, and the process lives', async () => {
    const { index } = await realParts()
    let isBroken = true
    await using scene = await startDiscord({
      deps: {
        index() {
          if (isBroken) throw new Error('broken')
          return index
        },
      },
    })
    const { user, channel, platform } = scene
    const first = platform.command({ user, channel, name: 'status' })
    expect(await scene.answered(first)).toContain('เกิดข้อผิดพลาด')
    isBroken = false
    expect(await scene.answered(platform.command({ user, channel, name: 'status' }))).toContain('memory')
  })
})

describe.concurrent('where Accord may not', () => {
  it.each([50_013, 50_001] as const)('a mention (%i) is left unanswered, and nothing is tried again', async (code) => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    platform.refuse(channel, code)
    platform.say({ user, channel, content: `<@${platform.bot.id}> ${QUESTION}` })
    await platform.until(() => isLogged(scene, 'did not take an answer'))
    await settled(scene)
    const tried = platform.journal.filter((each) => each.kind === 'request' && each.path.endsWith('/messages'))
    expect(tried.length).toBeLessThanOrEqual(2)
    platform.refuse(channel, undefined)
    platform.say({ user, channel, content: `<@${platform.bot.id}> ${QUESTION}` })
    await platform.until(() => platform.visible(channel, user).some((message) => textOf(message).includes(DATE)))
  })

  it('somebody who takes no direct messages is left alone', async () => {
    await using scene = await startDiscord()
    const { platform, user } = scene
    user.refusesDirectMessages = true
    platform.say({ user, channel: platform.directChannel(user), content: QUESTION })
    await platform.until(() => isLogged(scene, 'did not take an answer'))
    await settled(scene)
  })
})
