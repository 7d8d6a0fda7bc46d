import { type Message, MessageFlags, type TextChannel } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startScene } from './scene.ts'
import { textOf } from './seen-message.ts'

describe('a channel', () => {
  it('takes messages, replies and typing', async () => {
    await using scene = await startScene()
    const { platform, client, user, channel } = scene
    const heard = new Promise<Message>((resolve) => client.once('messageCreate', resolve))
    const said = platform.say({ user, channel, content: `<@${platform.bot.id}> เมื่อไร` })
    const message = await heard
    await (message.channel as TextChannel).sendTyping()
    await message.reply({ content: 'คำตอบ', failIfNotExists: false })
    const answer = platform.visible(channel, user).at(-1)!
    expect([textOf(answer), answer.reference, answer.pings.users]).toEqual(['คำตอบ', said, []])
    expect(platform.journal.some((entry) => entry.kind === 'typing' && entry.channelId === channel.id)).toBe(true)
  })

  it('tells the app of its own messages too', async () => {
    await using scene = await startScene()
    const { client, channel } = scene
    const heard = new Promise<Message>((resolve) => client.once('messageCreate', resolve))
    await (client.channels.cache.get(channel.id) as TextChannel).send('hello')
    expect((await heard).author.id).toBe(client.user.id)
  })

  it('makes one message of two with the same nonce, for some minutes', async () => {
    let now = Date.now()
    await using scene = await startScene({ now: () => now })
    const { platform, client, channel, user } = scene
    const body = { content: 'once', nonce: '42', enforce_nonce: true }
    const send = (more: object = {}) =>
      client.rest.post(`/channels/${channel.id}/messages`, { body: { ...body, ...more } }) as Promise<{ id: string }>
    const first = await send()
    expect((await send()).id).toBe(first.id)
    expect((await send({ enforce_nonce: false })).id).not.toBe(first.id)
    now += 10 * 60_000
    expect((await send()).id).not.toBe(first.id)
    expect(platform.visible(channel, user)).toHaveLength(3)
    await expect(send({ nonce: 'n'.repeat(26) })).rejects.toMatchObject({ code: 50_035 })
  })

  it('refuses what it’s told to, and interactions go on', async () => {
    await using scene = await startScene()
    const { platform, client, channel, user } = scene
    scene.answer(async (interaction) => interaction.isChatInputCommand() && interaction.reply('here'))
    const sent = client.channels.cache.get(channel.id) as TextChannel
    platform.refuse(channel, 50_013)
    await expect(sent.send('x')).rejects.toMatchObject({ code: 50_013, status: 403 })
    await expect(sent.sendTyping()).rejects.toMatchObject({ code: 50_013 })
    platform.refuse(channel, 50_001)
    await expect(sent.send('x')).rejects.toMatchObject({ code: 50_001 })
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    platform.refuse(channel, 160_002)
    const asked = platform.visible(channel, user).at(-1)!
    const reply = { messageReference: asked.id, failIfNotExists: true }
    await expect(sent.send({ content: 'x', reply })).rejects.toMatchObject({ code: 160_002 })
    platform.refuse(channel, undefined)
    await sent.send({ content: 'x', reply })
    expect(platform.visible(channel, user).map(textOf)).toEqual(['here', 'x'])
  })

  it('that isn’t there is unknown', async () => {
    await using scene = await startScene()
    await expect(scene.client.channels.fetch('1')).rejects.toMatchObject({ code: 10_003 })
    await expect(scene.client.rest.get('/no/such/route')).rejects.toMatchObject({ status: 404 })
  })
})

describe('a direct message', () => {
  it('reaches the person, unless they want none', async () => {
    await using scene = await startScene()
    const { platform, client, user } = scene
    const channel = await client.users.createDM(user.id)
    await channel.send('สวัสดี')
    expect(platform.visible(platform.directChannel(user), user).map(textOf)).toEqual(['สวัสดี'])
    user.refusesDirectMessages = true
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50_007 })
  })
})

describe('a thread', () => {
  it('is started once from a message, and takes messages', async () => {
    await using scene = await startScene()
    const { platform, client, user, channel } = scene
    const own = platform.addBotMessage(channel, { content: 'An answer' })
    const message = await (client.channels.cache.get(channel.id) as TextChannel).messages.fetch(own.id)
    const thread = await message.startThread({ name: 'ถามต่อ', autoArchiveDuration: 1440 })
    expect(thread.id).toBe(own.id)
    await thread.send('more')
    expect(platform.visible(own.thread!, user).map(textOf)).toEqual(['more'])
    const heard = new Promise<Message>((resolve) =>
      client.on('messageCreate', (each) => each.author.id === user.id && resolve(each)),
    )
    platform.say({ user, channel: own.thread!, content: `<@${platform.bot.id}> อีก` })
    expect((await heard).channel.isThread()).toBe(true)
    const again = client.rest.post(`/channels/${channel.id}/messages/${own.id}/threads`, { body: { name: 'x' } })
    await expect(again).rejects.toMatchObject({ code: 160_004 })
  })

  it('needs a name, a duration of those that there are, and a channel of a server', async () => {
    await using scene = await startScene()
    const { platform, client, user, channel } = scene
    const start = (at: typeof channel, body: object) => {
      const message = platform.addBotMessage(at, { content: 'x' })
      return client.rest.post(`/channels/${at.id}/messages/${message.id}/threads`, { body })
    }
    await expect(start(channel, { name: '' })).rejects.toMatchObject({ code: 50_035 })
    await expect(start(channel, { name: 'ก'.repeat(101) })).rejects.toMatchObject({ code: 50_035 })
    await expect(start(channel, { name: 'x', auto_archive_duration: 5 })).rejects.toMatchObject({ code: 50_035 })
    await expect(start(platform.directChannel(user), { name: 'x' })).rejects.toMatchObject({ code: 50_024 })
  })

  it('can’t begin with a private answer', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.reply({ content: 'private', flags: MessageFlags.Ephemeral })
      const message = await interaction.fetchReply()
      await message.startThread({ name: 'x' })
    })
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(scene.outcomes).toEqual([10_008])
  })
})

describe('pings', () => {
  it('are those that the text has and the app allows', async () => {
    await using scene = await startScene()
    const { platform, client, channel, user } = scene
    const text = '@everyone <@1> <@!2> <@&3> \\<@4> <@\u200b5> @\u2060here `<@6>`'
    const send = (allowed_mentions?: object, flags = 0) => {
      const components = [{ type: 17, components: [{ type: 10, content: text }] }]
      const body = flags === 0 ? { content: text } : { flags, components }
      return client.rest.post(`/channels/${channel.id}/messages`, { body: { ...body, allowed_mentions } })
    }
    await send({ parse: [] })
    await send({ parse: [] }, 1 << 15)
    expect(platform.pings()).toEqual([])
    await send()
    await send(undefined, 1 << 15)
    await send({ parse: ['roles'], users: ['2', '9'] })
    const all = { users: ['1', '2', '4', '5', '6'], roles: ['3'], everyone: true }
    expect(platform.pings().map(({ pings }) => pings)).toEqual([
      all,
      all,
      { users: ['2'], roles: ['3'], everyone: false },
    ])
    platform.say({ user, channel, content: text })
    expect(platform.pings()).toHaveLength(3)
  })

  it('from an interaction are of people unless the app says, and a reply’s is its author’s', async () => {
    await using scene = await startScene()
    const { platform, client, channel, user } = scene
    scene.answer(
      async (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.reply({ content: '@here <@1> <@&2>', allowedMentions: undefined as never }),
    )
    client.options.allowedMentions = undefined as never
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(platform.pings().map(({ pings }) => pings)).toEqual([{ users: ['1'], roles: [], everyone: false }])
    const said = platform.say({ user, channel, content: 'x' })
    const reply = (allowed_mentions: object | undefined) =>
      client.rest.post(`/channels/${channel.id}/messages`, {
        body: { content: 'y', message_reference: { message_id: said.id }, allowed_mentions },
      })
    await reply({ parse: [] })
    await reply({ parse: [], replied_user: true })
    await reply(undefined)
    expect(
      platform
        .pings()
        .slice(1)
        .map(({ pings }) => pings.users),
    ).toEqual([[user.id], [user.id]])
  })
})
