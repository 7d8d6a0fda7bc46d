import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startScene } from './scene.ts'
import { textOf } from './seen-message.ts'

const V2 = MessageFlags.IsComponentsV2
const row = (...buttons: object[]) => ({ type: 1, components: buttons })
const button = (custom_id: string, label = custom_id) => ({ type: 2, style: 2, custom_id, label })
const slash =
  (handler: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await handler(interaction)
  }

describe('what the client is told of an interaction', () => {
  it('is a slash command with its options and locales, in a server', async () => {
    await using scene = await startScene()
    const { platform, user, channel, client } = scene
    let told: ChatInputCommandInteraction | undefined
    scene.answer(slash(async (interaction) => (told = interaction)))
    platform.command({ user, channel, name: 'ask', options: { question: 'ลงนามเมื่อไร', limit: 3, private: true } })
    await platform.until(() => told !== undefined)
    expect(told!.options.getString('question')).toBe('ลงนามเมื่อไร')
    expect(told!.options.getInteger('limit')).toBe(3)
    expect(told!.options.getBoolean('private')).toBe(true)
    expect(told!.options.data[0]?.type).toBe(ApplicationCommandOptionType.String)
    expect([told!.locale, told!.guildLocale, told!.user.id, told!.channelId]).toEqual(['th', 'ja', user.id, channel.id])
    expect(told!.guild?.id).toBe(channel.guild!.id)
    expect(told!.appPermissions.has('SendMessages')).toBe(true)
    expect(told!.createdTimestamp).toBeGreaterThan(Date.now() - 60_000)
    expect(client.users.cache.get(user.id)?.username).toBe(user.username)
  })

  it('is a slash command in a direct message', async () => {
    await using scene = await startScene()
    const { platform, user } = scene
    let told: ChatInputCommandInteraction | undefined
    scene.answer(slash(async (interaction) => (told = interaction)))
    platform.command({ user, channel: platform.directChannel(user), name: 'ask' })
    await platform.until(() => told !== undefined)
    expect([told!.context, told!.guildId, told!.member]).toEqual([InteractionContextType.BotDM, null, null])
    expect(told!.channel?.isDMBased()).toBe(true)
  })

  it('is a message command with the whole message, which the app could not read before', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const target = platform.say({ user, channel, content: 'ลงนามเมื่อปี 2564' })
    let content = ''
    scene.answer(async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) content = interaction.targetMessage.content
    })
    platform.contextMenu({ user, channel, name: 'Check this', target })
    await platform.until(() => content !== '')
    expect(content).toBe('ลงนามเมื่อปี 2564')
  })

  it('is a button or a select of a message, with the message', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const select = { type: 3, custom_id: 'clause', options: [{ label: 'Signing', value: 'signing' }] }
    const old = platform.addBotMessage(channel, {
      content: 'An answer',
      components: [row(button('v1:share:A1')), row(select)],
    })
    const told: unknown[] = []
    scene.answer(async (interaction) => {
      if (interaction.isButton())
        told.push([interaction.customId, interaction.message.content, interaction.component.type])
      if (interaction.isStringSelectMenu()) told.push([interaction.customId, interaction.values])
    })
    platform.press(old, 'v1:share:A1', user)
    platform.select(old, 'clause', ['signing'], user)
    await platform.until(() => told.length === 2)
    expect(told).toEqual([
      ['v1:share:A1', 'An answer', 2],
      ['clause', ['signing']],
    ])
  })
})

describe('the first answer', () => {
  it('may come within 3 seconds and not after', async () => {
    let now = Date.now()
    await using scene = await startScene({ now: () => now })
    const { platform, user, channel } = scene
    scene.answer(slash((interaction) => interaction.deferReply()))
    const prompt = platform.command({ user, channel, name: 'ask' })
    now += 3000
    await platform.until(() => scene.outcomes.length === 1)
    const late = platform.command({ user, channel, name: 'ask' })
    now += 3001
    await platform.until(() => scene.outcomes.length === 2)
    expect(scene.outcomes).toEqual(['done', 10_062])
    expect(prompt.acknowledgement).toMatchObject({ type: 5, after: 3000 })
    expect([prompt.state(), late.state()]).toEqual(['thinking', 'failed'])
  })

  it('is the only one', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(
      slash(async (interaction) => {
        await interaction.reply('one')
        await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 4, data: { content: 'two' } },
          auth: false,
        })
      }),
    )
    const asked = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(scene.outcomes).toEqual([40_060])
    expect(platform.visible(channel, user).map(textOf)).toEqual(['one'])
    expect(asked.state()).toBe('answered')
  })

  it('isn’t used up by a body that is refused', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(
      slash(async (interaction) => {
        await interaction.reply('ก'.repeat(2001)).catch((error) => scene.outcomes.push(error.code))
        await interaction.reply('short')
      }),
    )
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 2)
    expect(scene.outcomes).toEqual([50_035, 'done'])
  })

  it('takes no flag but Ephemeral when it defers', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const flags = [MessageFlags.Ephemeral, V2]
    scene.answer(slash((interaction) => interaction.deferReply({ flags: flags.shift() as MessageFlags.Ephemeral })))
    platform.command({ user, channel, name: 'ask' })
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 2)
    expect(scene.outcomes.toSorted()).toEqual([50_035, 'done'])
  })

  it('must suit the interaction', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer((interaction) => {
      const { id, token, client } = interaction
      return client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type: 6 }, auth: false })
    })
    platform.command({ user, channel, name: 'ask' })
    platform.autocomplete({ user, channel, name: 'ask', option: 'question', typed: 'ลง' })
    const old = platform.addBotMessage(channel, { content: 'An answer', components: [row(button('v1:share:A1'))] })
    platform.press(old, 'v1:share:A1', user)
    await platform.until(() => scene.outcomes.length === 3)
    expect(scene.outcomes.toSorted()).toEqual([50_035, 50_035, 'done'])
  })

  it('comes back as a message when it’s asked for', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    let content = ''
    scene.answer(
      slash(async (interaction) => {
        const response = await interaction.reply({ content: 'one', withResponse: true })
        content = response.resource!.message!.content
      }),
    )
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(content).toBe('one')
  })
})

describe('an autocompletion', () => {
  it('takes up to 25 choices, each short', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const choices = (count: number, name = 'ลงนาม') =>
      Array.from({ length: count }, (_, at) => ({ name, value: `v1:${at}` }))
    const answers = [choices(25), choices(26), choices(1, 'ก'.repeat(101)), choices(1, '')]
    let focused = ''
    scene.answer(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      focused = interaction.options.getFocused()
      await interaction.respond(answers.shift()!)
    })
    for (const _ of [1, 2, 3, 4]) {
      const { length } = scene.outcomes
      platform.autocomplete({ user, channel, name: 'ask', option: 'question', typed: 'ลง' })
      await platform.until(() => scene.outcomes.length > length)
    }
    expect(scene.outcomes).toEqual(['done', 50_035, 50_035, 50_035])
    expect(focused).toBe('ลง')
    expect(platform.interactions()[0]!.choices).toHaveLength(25)
  })
})
