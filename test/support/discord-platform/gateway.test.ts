import { Events, GatewayIntentBits, type Interaction, type Message, Status } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connectClient, createClient } from './connect-client.ts'
import { type DiscordPlatform, startDiscordPlatform } from './discord-platform.ts'

/** Waits for nothing before it identifies again: the client's own 5 seconds are not what is tested. */
const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) }
const countOf = (platform: DiscordPlatform, event: string) =>
  platform.journal.filter((entry) => entry.kind === 'gateway' && entry.event === event).length

async function populated(options: Parameters<typeof startDiscordPlatform>[0] = {}) {
  const platform = await startDiscordPlatform(options)
  const user = platform.addUser({ locale: 'th' })
  const channel = platform.addChannel(platform.addGuild({ name: 'Ministry', locale: 'ja' }), 'questions')
  return { platform, user, channel, [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose]() }
}

describe('logging in', () => {
  it('makes the real client ready, with its guilds', async () => {
    await using scene = await populated()
    await using connected = await connectClient(scene.platform)
    expect(connected.client.user.id).toBe(scene.platform.bot.id)
    expect(connected.client.guilds.cache.get(scene.channel.guild!.id)?.preferredLocale).toBe('ja')
    expect(connected.client.channels.cache.get(scene.channel.id)?.isTextBased()).toBe(true)
    expect(connected.errors).toEqual([])
  })

  it('works without any intents, and then brings no guilds', async () => {
    await using scene = await populated()
    await using connected = await connectClient(scene.platform, { intents: [] })
    expect(connected.client.guilds.cache.get(scene.channel.guild!.id)?.available).toBe(false)
  })

  it('refuses a token that isn’t its own, by REST and by the gateway', async () => {
    await using platform = await startDiscordPlatform()
    const client = createClient(platform)
    await expect(client.login('MTk5MDAw.another.token')).rejects.toThrow('An invalid token was provided')
    platform.gateway.closeNextIdentify = 4004
    const other = createClient(platform)
    other.on(Events.Error, () => {})
    await expect(other.login(platform.token)).rejects.toThrow('Authentication failed')
  })

  it('refuses privileged intents unless they’re switched on', async () => {
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent]
    await using platform = await startDiscordPlatform()
    const client = createClient(platform, { intents })
    const disconnected = new Promise<number>((resolve) =>
      client.once(Events.ShardDisconnect, ({ code }) => resolve(code)),
    )
    await expect(client.login(platform.token)).rejects.toThrow('Used disallowed intents')
    expect(await disconnected).toBe(4014)

    await using generous = await startDiscordPlatform({ allowedIntents: GatewayIntentBits.MessageContent })
    await using connected = await connectClient(generous, { intents })
    expect(connected.client.isReady()).toBe(true)
  })

  it('refuses intents that don’t exist', async () => {
    await using platform = await startDiscordPlatform()
    const client = createClient(platform, { intents: [1 << 17] })
    await expect(client.login(platform.token)).rejects.toThrow('Used invalid intents')
  })

  it('counts what a day has of sessions', async () => {
    await using platform = await startDiscordPlatform({ sessionStarts: 1 })
    await using connected = await connectClient(platform)
    expect(connected.client.isReady()).toBe(true)
    expect(platform.gateway.remainingStarts).toBe(0)
    await expect(createClient(platform).login(platform.token)).rejects.toThrow('Not enough sessions remaining')
  })
})

describe.concurrent('a session', () => {
  const losses: [string, (platform: DiscordPlatform) => void][] = [
    ['a connection that breaks', ({ gateway }) => gateway.drop()],
    ['close code 4000', ({ gateway }) => gateway.drop(4000)],
    ['close code 4009', ({ gateway }) => gateway.drop(4009)],
    ['op 7', ({ gateway }) => gateway.reconnect()],
    ['op 9 that may be resumed', ({ gateway }) => gateway.invalidate(true)],
  ]
  it.each(losses)('is resumed after %s, with what was missed, once and in order', async (_, lose) => {
    await using scene = await populated()
    const { platform, user, channel } = scene
    await using connected = await connectClient(platform)
    const arrived: string[] = []
    connected.client.on(Events.InteractionCreate, (interaction) => arrived.push(interaction.id))
    const first = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => arrived.length === 1)
    lose(platform)
    const missed = [1, 2, 3].map(() => platform.command({ user, channel, name: 'ask' }))
    await platform.until(() => countOf(platform, 'resume') === 1 && platform.gateway.connected === 1)
    const later = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => arrived.length === 5)
    expect(arrived).toEqual([first, ...missed, later].map(({ id }) => id))
    expect(countOf(platform, 'identify')).toBe(1)
  })

  it('begins anew after op 9 that may not be resumed', async () => {
    await using scene = await populated()
    const { platform, user, channel } = scene
    await using connected = await connectClient(platform, { ws })
    const arrived: string[] = []
    connected.client.on(Events.InteractionCreate, (interaction) => arrived.push(interaction.id))
    platform.gateway.invalidate(false)
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => countOf(platform, 'identify') === 2 && platform.gateway.connected === 1)
    const later = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => arrived.includes(later.id))
    expect(arrived).toEqual([later.id])
    expect(countOf(platform, 'resume')).toBe(0)
  })

  it('is forgotten, so that resuming leads to a new one', async () => {
    await using platform = await startDiscordPlatform()
    await using connected = await connectClient(platform, { ws })
    platform.gateway.forgetSessions()
    platform.gateway.drop()
    await platform.until(() => countOf(platform, 'identify') === 2 && platform.gateway.connected === 1)
    expect(countOf(platform, 'resume')).toBe(1)
    expect(connected.errors).toEqual([])
  })

  it('cannot be resumed after some minutes', async () => {
    let now = Date.now()
    await using platform = await startDiscordPlatform({ now: () => now })
    await using connected = await connectClient(platform, { ws })
    platform.gateway.drop()
    await platform.until(() => countOf(platform, 'close') === 1)
    now += 6 * 60_000
    await platform.until(
      () => countOf(platform, 'identify') === 2 && connected.client.ws.shards.get(0)?.status === Status.Ready,
    )
    expect(connected.errors).toEqual([])
  })

  it('is resumed by a client whose heartbeats get no answer', async () => {
    await using platform = await startDiscordPlatform({ heartbeatInterval: 40 })
    await using connected = await connectClient(platform)
    platform.gateway.acknowledgesHeartbeats = false
    await platform.until(() => countOf(platform, 'resume') > 0)
    platform.gateway.acknowledgesHeartbeats = true
    const beats = countOf(platform, 'heartbeat')
    await platform.until(() => countOf(platform, 'heartbeat') > beats + 1)
    expect(connected.client.ws.ping).toBeGreaterThanOrEqual(0)
  })

  it('is asked for a heartbeat', async () => {
    await using platform = await startDiscordPlatform()
    await using connected = await connectClient(platform)
    platform.gateway.requestHeartbeat()
    await platform.until(() => countOf(platform, 'heartbeat') === 1)
    expect(connected.client.isReady()).toBe(true)
  })

  it('ends when the client says goodbye', async () => {
    await using platform = await startDiscordPlatform()
    const { client } = await connectClient(platform)
    await client.destroy()
    await platform.until(() => platform.gateway.connected === 0)
    expect(platform.journal.at(-1)).toMatchObject({ kind: 'gateway', event: 'close', detail: '1000' })
  })

  it('waits while Discord takes no connections', async () => {
    await using platform = await startDiscordPlatform()
    await using connected = await connectClient(platform, { ws })
    platform.gateway.accepts = false
    platform.gateway.drop()
    await platform.until(() => platform.gateway.connected === 0)
    await new Promise((resolve) => setTimeout(resolve, 700))
    platform.gateway.accepts = true
    await platform.until(() => platform.gateway.connected === 1)
    expect(connected.client.isReady()).toBe(true)
  })
})

describe('two sessions of one token', () => {
  it('both get every interaction, and the second answer is refused', async () => {
    await using scene = await populated()
    const { platform, user, channel } = scene
    await using first = await connectClient(platform)
    await using second = await connectClient(platform)
    const codes: (number | string)[] = []
    const answer = async (interaction: Interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply().then(
        () => codes.push('done'),
        (error) => codes.push(error.code),
      )
    }
    first.client.on(Events.InteractionCreate, answer)
    second.client.on(Events.InteractionCreate, answer)
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => codes.length === 2)
    expect(codes).toEqual(['done', 40_060])
  })
})

describe('messages without the privileged intent', () => {
  async function hearing(platform: DiscordPlatform, intents?: GatewayIntentBits[]) {
    const connected = await connectClient(platform, intents && { intents })
    const heard: Message[] = []
    connected.client.on(Events.MessageCreate, (message) => heard.push(message))
    return { heard, connected, [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose]() }
  }

  it('can be read where the app is called or written to, and nowhere else', async () => {
    await using scene = await populated()
    const { platform, user, channel } = scene
    await using client = await hearing(platform)
    const own = platform.addBotMessage(channel, { content: 'An answer' })
    platform.say({ user, channel, content: 'among ourselves' })
    platform.say({ user, channel, content: `<@${platform.bot.id}> เมื่อไร` })
    platform.say({ user, channel, content: 'a reply', replyTo: own })
    platform.say({ user, channel, content: 'a silent reply', replyTo: own, ping: false })
    platform.say({ user, channel: platform.directChannel(user), content: '署名はいつ' })
    await platform.until(() => client.heard.length === 5)
    expect(client.heard.map(({ content }) => content)).toEqual([
      '',
      `<@${platform.bot.id}> เมื่อไร`,
      'a reply',
      '',
      '署名はいつ',
    ])
    expect(client.heard[1]!.mentions.users.has(platform.bot.id)).toBe(true)
    expect(client.heard[2]!.reference?.messageId).toBe(own.id)
    expect(client.heard[4]!.channel.isDMBased()).toBe(true)
  })

  it('aren’t told without the intents for them', async () => {
    await using scene = await populated()
    const { platform, user, channel } = scene
    await using client = await hearing(platform, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages])
    platform.say({ user, channel: platform.directChannel(user), content: 'unheard' })
    platform.say({ user, channel, content: 'heard' })
    await platform.until(() => client.heard.length === 1)
    expect(client.heard[0]!.channelId).toBe(channel.id)
  })

  it('can all be read with it', async () => {
    await using scene = await populated({ allowedIntents: GatewayIntentBits.MessageContent })
    const { platform, user, channel } = scene
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent]
    await using client = await hearing(platform, intents)
    platform.say({ user, channel, content: 'among ourselves' })
    await platform.until(() => client.heard.length === 1)
    expect(client.heard[0]!.content).toBe('among ourselves')
  })
})
