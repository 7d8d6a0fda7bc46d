import { describe, expect, it } from 'vitest'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import type { DiscordPlatform } from '../../support/discord-platform/discord-platform.ts'
import type { SentInteraction } from '../../support/discord-platform/interactions.ts'
import { textOf } from '../../support/discord-platform/seen-message.ts'
import { type DiscordScene, settled, slowAsk, startDiscord } from './support.ts'

const QUESTION = 'When was the new MoC signed?'
const DATE = '5 August 2022'

const finished = () =>
  buildAnswer({ statements: [{ text: `It was signed on ${DATE}.`, citations: [1] }], sources: [buildSource()] })
const countOf = (platform: DiscordPlatform, event: string) =>
  platform.journal.filter((entry) => entry.kind === 'gateway' && entry.event === event).length

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

  it('brings what discord.js can’t read, and the process lives', async () => {
    await using scene = await startDiscord()
    const { platform } = scene
    const { entitlements: _, authorizing_integration_owners: __, ...bare } = payloadOf(scene, scene.ask(QUESTION))
    for (const payload of [null, 'nonsense', {}, { ...bare, id: '7', token: 'unknown' }])
      platform.gateway.dispatch('INTERACTION_CREATE', () => payload)
    for (const payload of [null, {}, { content: 5 }]) platform.gateway.dispatch('MESSAGE_CREATE', () => payload)
    platform.gateway.dispatch('GUILD_CREATE', () => null)
    await platform.until(() => scene.log.some(({ message }) => message.includes('too late')))
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
  })

  it('is on, and answers, while servers are still to be told of', async () => {
    await using scene = await startDiscord({ platform: { tellsOfGuilds: false } })
    expect(scene.discord.state()).toEqual({ state: 'on' })
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
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

  it('without what an earlier process has left, which can’t be read, goes on', async () => {
    await using scene = await startDiscord()
    const listOpen = () => {
      throw new Error('damaged')
    }
    const again = await scene.restart({ deps: { inbox: { ...scene.inbox, listOpen } } })
    expect(again.state()).toEqual({ state: 'on' })
    expect(await scene.answered(scene.ask(QUESTION))).toContain(DATE)
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
  it('before READY doesn’t hang, and answers nothing any more', async () => {
    await using scene = await startDiscord({ timing: { patience: 50 } })
    scene.platform.gateway.accepts = false
    const discord = await scene.restart()
    expect(discord.state().state).toBe('connecting')
    await discord[Symbol.asyncDispose]()
    scene.platform.gateway.accepts = true
    const asked = scene.ask(QUESTION)
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(asked.state()).toBe('waiting')
  })

  it('while the connection is being opened leaves none behind', async () => {
    await using scene = await startDiscord({ timing: { patience: 50 } })
    const { platform } = scene
    platform.gateway.delay = 400
    const discord = await scene.restart()
    await platform.until(() => platform.gateway.opening === 1)
    const [connected, identified] = [countOf(platform, 'connect'), countOf(platform, 'identify')]
    await discord[Symbol.asyncDispose]()
    await platform.until(() => countOf(platform, 'connect') === connected + 1)
    await platform.until(() => countOf(platform, 'close') === connected + 1)
    expect(countOf(platform, 'identify')).toBe(identified)
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

  it('in the midst of a long answer leaves the messages that are missing to the next start, and doubles none', async () => {
    const statements = Array.from({ length: 12 }, (_, at) => ({
      text: `Point ${at}. ${'long '.repeat(180)}`,
      citations: [1],
    }))
    const { ask, release } = slowAsk(buildAnswer({ statements, sources: [buildSource()] }))
    release()
    await using scene = await startDiscord({ deps: { ask }, timing: { grace: 100 } })
    const { platform } = scene
    platform.fail('POST /webhooks/:application/:token', { hang: true }, { onCall: 2, times: 10 })
    const asked = scene.ask(QUESTION)
    await platform.until(() => asked.followUps.length === 1)
    await platform.until(() => scene.database.get("SELECT 1 FROM inbox WHERE attempt LIKE '%+1'") !== undefined)
    await scene.discord[Symbol.asyncDispose]()
    platform.recover()
    await scene.restart()
    await settled(scene)
    const texts = [asked.response!, ...asked.followUps].map(textOf).join('\n')
    expect(asked.followUps).toHaveLength(2)
    expect(texts.match(/Point \d+/g)).toEqual(statements.map((_, at) => `Point ${at}`))
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
