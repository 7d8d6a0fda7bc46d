import { COMMAND, OPTION } from './command-schema.ts'
import { type Select, TYPE } from './component-schema.ts'
import { INTENT } from './gateway-session.ts'
import { interactionJson, messageCommandData, type OptionValue, slashCommandData } from './interaction-payload.ts'
import { INTERACTION, type InteractionInit, type SentInteraction } from './interactions.ts'
import { everyComponent } from './layout-schema.ts'
import { isReadable, messageEvent } from './message-json.ts'
import type { StoredMessage } from './messages.ts'
import { type FieldValues, filledIn } from './modal-answers.ts'
import type { Channel, User } from './places.ts'
import type { RegisteredCommand, State } from './state.ts'

type Value = string | number | boolean

export interface Invocation {
  user: User
  channel: Channel
  /** A command's default name: payloads carry no other. */
  name: string
  options?: Record<string, Value>
}

/** What people do in Discord's client, with the rules that it holds them to: what breaks one is a mistake of the test. */
export interface People {
  /** A slash command. Once commands are registered, only those can be used, in the way that they're defined. */
  command(invocation: Invocation): SentInteraction
  /** Types into an option that completes itself. */
  autocomplete(invocation: Invocation & { option: string; typed: string }): SentInteraction
  /** A command of a message's context menu. */
  contextMenu(invocation: Omit<Invocation, 'options'> & { target: StoredMessage }): SentInteraction
  press(message: StoredMessage, customId: string, user: User): SentInteraction
  select(message: StoredMessage, customId: string, values: string[], user: User): SentInteraction
  /** Fills in the modal that an interaction was answered with. */
  submit(interaction: SentInteraction, values: FieldValues): SentInteraction
  /** Writes a message. Replying calls the author of what is replied to, unless `ping` is false. */
  say(message: {
    user: User
    channel: Channel
    content: string
    replyTo?: StoredMessage
    ping?: boolean
  }): StoredMessage
}

export function createPeople(state: State): People {
  const { interactions, gateway, messages } = state

  function send(init: InteractionInit, data: object): SentInteraction {
    const interaction = interactions.add(init)
    const payload = interactionJson(interaction, data, state)
    gateway.dispatch('INTERACTION_CREATE', () => payload)
    return interaction
  }

  function find(name: string, type: number, { guild, kind }: Channel): RegisteredCommand | undefined {
    const all = [...(guild ? (state.commands.get(guild.id) ?? []) : []), ...(state.commands.get('global') ?? [])]
    const found = all.find((command) => command.name === name && command.type === type)
    const context = kind === 'dm' ? 1 : 0
    if (all.length > 0 && !found) throw new Error(`There is no command ${name} here`)
    if (found?.contexts && !found.contexts.includes(context)) throw new Error(`${name} cannot be used in a ${kind}`)
    return found
  }

  function optionValues(
    name: string,
    command: RegisteredCommand | undefined,
    options: Record<string, Value>,
  ): OptionValue[] {
    const defined = command?.type === COMMAND.chatInput ? (command.options ?? []) : []
    if (command) {
      for (const each of defined)
        if (each.required && options[each.name] === undefined) throw new Error(`/${name} needs ${each.name}`)
    }
    return Object.entries(options).map(([key, value]) => {
      const option = defined.find((each) => each.name === key)
      if (command && !option) throw new Error(`/${name} has no option ${key}`)
      const type = { string: OPTION.string, number: OPTION.integer, boolean: OPTION.boolean }[typeof value as 'string']
      if (option && option.type !== type) throw new Error(`${key} of /${name} takes no ${typeof value}`)
      if (option?.choices?.length && !option.choices.some((choice) => choice.value === value))
        throw new Error(`${value} is no choice of ${key} of /${name}`)
      if (typeof value === 'string' && value.length > (option?.max_length ?? 6000))
        throw new Error(`${key} of /${name} is too long`)
      return { name: key, type, value }
    })
  }

  function clickable(message: StoredMessage, customId: string, user: User) {
    if (message.deleted || (message.ephemeralTo && message.ephemeralTo !== user))
      throw new Error(`${user.username} does not see that message`)
    const found = everyComponent(message.components).find((each) => 'custom_id' in each && each.custom_id === customId)
    if (!found || ('disabled' in found && found.disabled)) throw new Error(`There is nothing to press at ${customId}`)
    return found
  }

  return {
    command({ user, channel, name, options = {} }) {
      const command = find(name, COMMAND.chatInput, channel)
      const data = slashCommandData(command?.id ?? '1', name, optionValues(name, command, options))
      return send({ type: INTERACTION.command, user, channel, commandName: name }, data)
    },
    autocomplete({ user, channel, name, options = {}, option, typed }) {
      const command = find(name, COMMAND.chatInput, channel)
      const defined =
        command?.type === COMMAND.chatInput ? command.options?.find((each) => each.name === option) : undefined
      if (command && !defined?.autocomplete) throw new Error(`${option} of /${name} does not complete itself`)
      const given = Object.entries(options).map(([key, value]) => ({ name: key, type: OPTION.string, value }))
      const focused = { name: option, type: OPTION.string, value: typed, focused: true as const }
      const data = slashCommandData(command?.id ?? '1', name, [...given, focused])
      return send({ type: INTERACTION.autocomplete, user, channel, commandName: name }, data)
    },
    contextMenu({ user, channel, name, target }) {
      const command = find(name, COMMAND.message, channel)
      const data = messageCommandData(command?.id ?? '1', name, target, state)
      return send({ type: INTERACTION.command, user, channel, commandName: name }, data)
    },
    press(message, customId, user) {
      const { type, id } = clickable(message, customId, user)
      if (type !== TYPE.button) throw new Error(`${customId} is no button`)
      const data = { component_type: type, id, custom_id: customId }
      return send({ type: INTERACTION.component, user, channel: message.channel, source: message }, data)
    },
    select(message, customId, values, user) {
      const found = clickable(message, customId, user) as unknown as Select
      const offered = 'options' in found ? found.options.map(({ value }) => value) : values
      if (values.some((value) => !offered.includes(value))) throw new Error(`${customId} does not offer ${values}`)
      const data = { component_type: found.type, id: found.id, custom_id: customId, values }
      return send({ type: INTERACTION.component, user, channel: message.channel, source: message }, data)
    },
    submit({ modal, user, channel, source }, values) {
      if (!modal) throw new Error('No modal was shown')
      const data = { custom_id: modal.custom_id, components: filledIn(modal, values) }
      return send({ type: INTERACTION.modalSubmit, user, channel, ...(source && { source }) }, data)
    },
    say({ user, channel, content, replyTo, ping = true }) {
      return messages.create({
        channel,
        author: user,
        mentions: 'channel',
        body: {
          content,
          enforceNonce: false,
          allowedMentions: { parse: ['users', 'roles', 'everyone'], replied_user: ping },
          ...(replyTo && { reference: { messageId: replyTo.id, failIfNotExists: true } }),
        },
      })
    },
  }
}

/** Tells the gateway of a message, to those intents that may hear of it. An ephemeral one makes no event. */
export function announceMessage(state: State, change: 'created' | 'edited' | 'deleted', message: StoredMessage): void {
  if (message.ephemeralTo) return
  const needed = message.channel.kind === 'dm' ? INTENT.directMessages : INTENT.guildMessages
  state.gateway.dispatch(`MESSAGE_${{ created: 'CREATE', edited: 'UPDATE', deleted: 'DELETE' }[change]}`, (intents) => {
    if (!(intents & needed)) return undefined
    if (change === 'deleted') return { id: message.id, channel_id: message.channel.id }
    const withContent = Boolean(intents & INTENT.messageContent) || isReadable(message, state.bot.id)
    return messageEvent(message, state, withContent)
  })
}
