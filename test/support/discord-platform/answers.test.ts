import {
  type ChatInputCommandInteraction,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { FLAG } from './message-schema.ts'
import { startScene } from './scene.ts'
import { textOf } from './seen-message.ts'

const V2 = MessageFlags.IsComponentsV2
const shown = (content: string) => [new TextDisplayBuilder({ content })]
const row = (...buttons: object[]) => ({ type: 1, components: buttons })
const button = (custom_id: string, label = custom_id) => ({ type: 2, style: 2, custom_id, label })
const slash =
  (handler: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await handler(interaction)
  }

describe('an answer', () => {
  it('is seen by its person alone for good once it was deferred so', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const other = platform.addUser({ name: 'hanako', locale: 'ja' })
    scene.answer(
      slash(async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await interaction.editReply({ flags: V2, components: shown('ลับ') })
        await interaction.followUp('for all')
      }),
    )
    const asked = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(scene.outcomes).toEqual(['done'])
    expect(platform.visible(channel, user).map(textOf)).toEqual(['ลับ', 'for all'])
    expect(platform.visible(channel, other).map(textOf)).toEqual(['for all'])
    expect(asked.response!.flags).toBe(FLAG.ephemeral | FLAG.componentsV2)
    expect(asked.response!.versions.map(textOf)).toEqual(['', 'ลับ'])
  })

  it('can be edited, read and deleted for 15 minutes, and no longer', async () => {
    let now = Date.now()
    await using scene = await startScene({ now: () => now })
    const { platform, user, channel } = scene
    let read = ''
    scene.answer(
      slash(async (interaction) => {
        await interaction.deferReply()
        now += 15 * 60_000
        await interaction.editReply('just in time')
        read = (await interaction.fetchReply()).content
        now += 1
        await interaction.editReply('too late')
      }),
    )
    const asked = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect([scene.outcomes, read, textOf(asked.response!)]).toEqual([[50_027], 'just in time', 'just in time'])
  })

  it('that was deferred and deleted is gone', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(
      slash(async (interaction) => {
        await interaction.deferReply()
        await interaction.deleteReply()
        await interaction.editReply('nothing there')
      }),
    )
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(scene.outcomes).toEqual([10_008])
    expect(platform.visible(channel, user)).toEqual([])
  })

  it('that is followed up while it’s thought about is edited instead, and stays private', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(
      slash(async (interaction) => {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral })
        await interaction.followUp('in its place')
      }),
    )
    const asked = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(asked.followUps).toEqual([])
    expect(platform.visible(channel, user).map(textOf)).toEqual(['in its place'])
    expect(asked.response!.ephemeralTo).toBe(user)
  })

  it('of another interaction can’t be edited with this one’s token', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const other = platform.addBotMessage(channel, { content: 'another answer' })
    scene.answer(
      slash(async (interaction) => {
        await interaction.reply('mine')
        await interaction.webhook.editMessage(other.id, 'changed')
      }),
    )
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(scene.outcomes).toEqual([10_008])
  })

  it('may not be edited before the first answer, nor with a token that isn’t one', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(slash((interaction) => interaction.webhook.editMessage('@original', 'early')))
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    await expect(
      scene.client.rest.patch(`/webhooks/${platform.applicationId}/nonsense/messages/@original`, {
        body: {},
        auth: false,
      }),
    ).rejects.toMatchObject({ code: 50_027, status: 401 })
    expect(scene.outcomes).toEqual([10_015])
  })
})

describe('a button', () => {
  it('updates the message that it’s on', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const old = platform.addBotMessage(channel, {
      content: 'before',
      components: [row(button('v1:th:A1'), button('v1:ja:A1'))],
    })
    scene.answer(async (interaction) => {
      if (!interaction.isButton()) return
      if (interaction.customId === 'v1:th:A1') return interaction.update({ content: 'ไทย' })
      await interaction.deferUpdate()
      await interaction.editReply({ content: '日本語', components: [] })
      await interaction.followUp({ content: 'shared', flags: MessageFlags.Ephemeral })
    })
    platform.press(old, 'v1:th:A1', user)
    await platform.until(() => scene.outcomes.length === 1)
    const second = platform.press(old, 'v1:ja:A1', user)
    await platform.until(() => scene.outcomes.length === 2)
    expect(old.versions.map(textOf)).toEqual(['before', 'ไทย', '日本語'])
    expect(second.followUps.map(({ ephemeralTo }) => ephemeralTo)).toEqual([user])
    expect(() => platform.press(old, 'v1:th:A1', user)).toThrow('nothing to press')
  })

  it('on a private answer is only its person’s to press', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const own = platform.addBotMessage(channel, { content: 'private', components: [row(button('v1:share:A1'))] }, user)
    expect(() => platform.press(own, 'v1:share:A1', platform.addUser())).toThrow('does not see that message')
  })
})

describe('a modal', () => {
  const modal = (input = new TextInputBuilder()) =>
    new ModalBuilder()
      .setCustomId('v1:follow-up:A1')
      .setTitle('ถามต่อ')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('คำถาม')
          .setTextInputComponent(input.setCustomId('question').setStyle(TextInputStyle.Paragraph).setMinLength(2)),
      )

  it('is shown, filled in and sent, by a command and by a button', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const told: unknown[] = []
    scene.answer(async (interaction) => {
      if (interaction.isChatInputCommand() || interaction.isButton()) return interaction.showModal(modal())
      if (!interaction.isModalSubmit()) return
      told.push([interaction.customId, interaction.fields.getTextInputValue('question'), interaction.isFromMessage()])
      if (interaction.isFromMessage()) return interaction.update({ content: 'after' })
      return interaction.reply({ content: 'thanks', flags: MessageFlags.Ephemeral })
    })
    const asked = platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(() => platform.submit(asked, { question: 'ก' })).toThrow('does not take a text of 1')
    expect(() => platform.submit(asked, {})).toThrow('question is required')
    expect(() => platform.submit(asked, { other: 'x' })).toThrow('no field other')
    platform.submit(asked, { question: '署名はいつ' })
    await platform.until(() => scene.outcomes.length === 2)
    const old = platform.addBotMessage(channel, { content: 'before', components: [row(button('v1:ask:A1'))] })
    const pressed = platform.press(old, 'v1:ask:A1', user)
    await platform.until(() => scene.outcomes.length === 3)
    platform.submit(pressed, { question: 'เมื่อไร' })
    await platform.until(() => scene.outcomes.length === 4)
    expect(told).toEqual([
      ['v1:follow-up:A1', '署名はいつ', false],
      ['v1:follow-up:A1', 'เมื่อไร', true],
    ])
    expect(textOf(old)).toBe('after')
  })

  it('can’t follow a deferral', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    scene.answer(
      slash(async (interaction) => {
        await interaction.deferReply()
        await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 9, data: modal().toJSON() },
          auth: false,
        })
      }),
    )
    platform.command({ user, channel, name: 'ask' })
    await platform.until(() => scene.outcomes.length === 1)
    expect(scene.outcomes).toEqual([40_060])
  })
})
