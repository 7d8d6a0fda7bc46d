import { describe, expect, it } from 'vitest'
import type { Answer, ShownStatement } from '../../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import type { DiscordPlatform } from '../../support/discord-platform/discord-platform.ts'
import type { SentInteraction } from '../../support/discord-platform/interactions.ts'
import { buttonsOf, textOf } from '../../support/discord-platform/seen-message.ts'
import { type DiscordScene, realParts, slowAsk, startDiscord } from './support.ts'

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
const countOf = (platform: DiscordPlatform, event: string) =>
  platform.journal.filter((entry) => entry.kind === 'gateway' && entry.event === event).length
const isLogged = ({ log }: DiscordScene, words: string) => log.some(({ message }) => message.includes(words))

async function settled({ database, platform }: DiscordScene): Promise<void> {
  await platform.until(() => database.get('SELECT 1 FROM inbox WHERE is_open = 1') === undefined)
}

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

describe.concurrent('the gateway', () => {
  const losses: [string, (platform: DiscordPlatform) => void][] = [
    ['breaks', ({ gateway }) => gateway.drop()],
    ['closes with 4000', ({ gateway }) => gateway.drop(4000)],
    ['asks to reconnect (op 7)', ({ gateway }) => gateway.reconnect()],
    ['calls the session invalid, to be resumed (op 9)', ({ gateway }) => gateway.invalidate(true)],
  ]
  it.each(losses)('%s with answers in flight, and none is lost or given twice', async (_, lose) => {
    const slow = slowAsk(finished())
    await using scene = await startDiscord({ deps: { ask: slow.ask } })
    const { platform } = scene
    const before = scene.ask(QUESTION)
    await platform.until(() => slow.asked() === 1)
    lose(platform)
    const during = scene.ask(QUESTION, {}, { user: platform.addUser() })
    await platform.until(() => countOf(platform, 'resume') === 1 && platform.gateway.connected === 1)
    slow.release()
    for (const asked of [before, during]) expect(await scene.answered(asked)).toContain(DATE)
    expect(slow.asked()).toBe(2)
    await settled(scene)
  })

  it('replays what was answered, and nothing is done twice', async () => {
    const slow = slowAsk(finished())
    slow.release()
    await using scene = await startDiscord({ deps: { ask: slow.ask } })
    const { platform } = scene
    const asked = scene.ask(QUESTION)
    await scene.answered(asked)
    platform.gateway.dispatch('INTERACTION_CREATE', () => payloadOf(scene, asked))
    await scene.answered(scene.ask(QUESTION))
    expect(slow.asked()).toBe(2)
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('begins a session anew after op 9 that can’t be resumed', async () => {
    await using scene = await startDiscord()
    const { platform } = scene
    platform.gateway.invalidate(false)
    await platform.until(() => countOf(platform, 'identify') === 2 && scene.discord.state().state === 'on')
    await platform.until(() => platform.gateway.connected === 1)
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
  })

  it('that closes for good is off, says why, and throws nothing', async () => {
    await using scene = await startDiscord()
    const { platform, discord } = scene
    platform.gateway.drop(4004)
    await platform.until(() => discord.state().state === 'off')
    expect(discord.state()).toMatchObject({ reason: expect.stringContaining('DISCORD_TOKEN') })
  })
})

describe.concurrent('a start', () => {
  it('with a bad token is off, and says which setting is wrong', async () => {
    await using scene = await startDiscord({ settings: { token: 'MTk5MDAw.another.token' } })
    expect(scene.discord.state()).toMatchObject({ state: 'off', reason: expect.stringContaining('DISCORD_TOKEN') })
    const tries = scene.platform.journal.filter((each) => each.kind === 'request' && each.status === 401)
    expect(tries).toHaveLength(1)
  })

  it('with an intent that isn’t allowed is off, and says where it’s switched on', async () => {
    await using scene = await startDiscord()
    scene.platform.gateway.closeNextIdentify = 4014
    const again = await scene.restart()
    expect(again.state()).toMatchObject({ state: 'off', reason: expect.stringContaining('Developer Portal') })
  })

  it('while Discord is down goes on trying', async () => {
    await using scene = await startDiscord()
    scene.platform.fail('GET /gateway/bot', { status: 503 }, { times: 4 })
    const again = await scene.restart()
    await scene.platform.until(() => again.state().state === 'on')
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
  })
})

describe.concurrent('an end', () => {
  it('before READY doesn’t hang, and no connection comes back', async () => {
    await using scene = await startDiscord({ timing: { patience: 50 } })
    scene.platform.gateway.accepts = false
    const discord = await scene.restart()
    expect(discord.state().state).toBe('connecting')
    await discord[Symbol.asyncDispose]()
    scene.platform.gateway.accepts = true
    await new Promise((resolve) => setTimeout(resolve, 800))
    // What it had begun may still come, and is ended at once.
    await scene.platform.until(() => scene.platform.gateway.connected === 0)
  })

  it('in the midst of a reconnection brings no connection back', async () => {
    await using scene = await startDiscord()
    scene.platform.gateway.reconnect()
    await scene.platform.until(() => scene.platform.gateway.connected === 0)
    await scene.discord[Symbol.asyncDispose]()
    await new Promise((resolve) => setTimeout(resolve, 800))
    await scene.platform.until(() => scene.platform.gateway.connected === 0)
  })

  it('finishes what is under way, without the model that hangs', async () => {
    const slow = slowAsk(finished())
    await using scene = await startDiscord({ deps: { ask: slow.ask }, timing: { grace: 200 } })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => slow.asked() === 1)
    await scene.discord[Symbol.asyncDispose]()
    expect(textOf(asked.response!)).toContain(DATE)
    expect(scene.platform.gateway.connected).toBe(0)
  })

  it('tells those whose answer can’t be finished, and the next start gives it', async () => {
    let isAsked = false
    const hang = () => {
      isAsked = true
      return new Promise<never>(() => {})
    }
    await using scene = await startDiscord({ deps: { ask: hang }, timing: { grace: 100 } })
    const asked = scene.ask(QUESTION)
    await scene.platform.until(() => isAsked)
    await scene.discord[Symbol.asyncDispose]()
    expect(textOf(asked.response!)).toContain('กำลังเริ่มทำงานใหม่')
    const { ask, release } = slowAsk(finished())
    release()
    await scene.restart({ deps: { ask } })
    await scene.platform.until(() => textOf(asked.response!).includes(DATE))
  })

  it('answers what comes after it with a word to try again', async () => {
    const slow = slowAsk(finished())
    await using scene = await startDiscord({ deps: { ask: slow.ask }, timing: { grace: 1000 } })
    scene.ask(QUESTION)
    await scene.platform.until(() => slow.asked() === 1)
    const ending = scene.discord[Symbol.asyncDispose]()
    expect(await scene.answered(scene.ask(QUESTION))).toContain('กำลังเริ่มทำงานใหม่')
    slow.release()
    await ending
  })
})

/** What the gateway told of an interaction, to be told again. */
function payloadOf({ platform, user, guild, channel }: DiscordScene, { id, token }: SentInteraction) {
  return {
    id,
    token,
    application_id: platform.applicationId,
    type: 2,
    version: 1,
    data: { id: '1', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: QUESTION }] },
    channel: { id: channel.id, type: 0, guild_id: guild.id },
    channel_id: channel.id,
    guild_id: guild.id,
    locale: 'th',
    guild_locale: 'ja',
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: '0',
    member: { user: { id: user.id, username: user.username, discriminator: '0' }, roles: [], permissions: '0' },
  }
}
