import { type BaseInteraction, type Interaction, Locale, MessageFlags } from 'discord.js'
import type { Language } from '../../vocabulary.ts'
import { commandNames, optionNames, type Visibility } from './commands.ts'
import { type Action, parseCustomId } from './custom-id.ts'
import type { InteractionRef } from './discord-api.ts'
import type { Where } from './work.ts'

/** What somebody did. */
export type Deed =
  | { kind: 'complete'; option: 'question' | 'clause'; typed: string }
  | { kind: 'ask'; question: string; visibility: Visibility; language?: Language }
  | { kind: 'ask-about'; text: string }
  | { kind: 'check'; text: string }
  | { kind: 'clause'; given: string }
  | { kind: 'glossary'; term: string }
  | { kind: 'sources' | 'status' | 'forget' | 'help' }
  /** `text`: what was chosen in a select, or typed into a modal. `messageId`: the message that it belongs to. */
  | { kind: 'button'; action: Action; id: string; text: string; messageId?: string; isPrivate: boolean }
  /** Of another version, or another app's. */
  | { kind: 'unknown' }

export interface Received {
  interaction: InteractionRef
  userId: string
  where: Where
  /** Of the person's Discord. */
  locale: Language
  /** When it was done, ms, by Discord's clock. */
  at: number
  deed: Deed
}

/** The fields of our modals. */
export const fieldNames = { question: 'question', reason: 'reason' } as const

/** Undefined for what can't come from anything of ours. */
export function receive(interaction: Interaction): Received | undefined {
  const { id, token, applicationId, channelId, user, createdTimestamp } = interaction
  const deed = deedOf(interaction)
  if (deed === undefined || channelId === null) return undefined
  return {
    interaction: { id, token, applicationId },
    userId: user.id,
    where: { channelId, place: placeOf(interaction) },
    locale: languageOf(interaction.locale),
    at: createdTimestamp,
    deed,
  }
}

/** Accord's languages, for whichever of Discord's: English for all it doesn't speak. */
export function languageOf(locale: string): Language {
  if (locale === Locale.Thai) return 'th'
  return locale === Locale.Japanese ? 'ja' : 'en'
}

function deedOf(interaction: Interaction): Deed | undefined {
  if (interaction.isAutocomplete()) {
    const option = interaction.commandName === commandNames.clause ? 'clause' : 'question'
    return { kind: 'complete', option, typed: interaction.options.getFocused() }
  }
  if (interaction.isMessageContextMenuCommand()) {
    const text = interaction.targetMessage.content
    if (interaction.commandName === commandNames.askAbout) return { kind: 'ask-about', text }
    return interaction.commandName === commandNames.check ? { kind: 'check', text } : { kind: 'unknown' }
  }
  if (interaction.isChatInputCommand()) {
    const option = (name: string) => interaction.options.getString(name) ?? ''
    switch (interaction.commandName) {
      case commandNames.ask: {
        const language = option(optionNames.language)
        return {
          kind: 'ask',
          question: option(optionNames.question),
          visibility: option(optionNames.visibility) === 'everyone' ? 'everyone' : 'private',
          ...(isLanguage(language) && { language }),
        }
      }
      case commandNames.clause:
        return { kind: 'clause', given: option(optionNames.clause) }
      case commandNames.glossary:
        return { kind: 'glossary', term: option(optionNames.term) }
      case commandNames.sources:
      case commandNames.status:
      case commandNames.forget:
      case commandNames.help:
        return { kind: interaction.commandName }
      default:
        return { kind: 'unknown' }
    }
  }
  if (interaction.isMessageComponent()) {
    const text = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
    const { id, flags } = interaction.message
    return buttonOf(interaction.customId, text, { messageId: id, isPrivate: flags.has(MessageFlags.Ephemeral) })
  }
  if (interaction.isModalSubmit()) {
    const field = (name: string) => {
      const found = interaction.fields.fields.get(name)
      return found !== undefined && 'value' in found ? String(found.value ?? '') : ''
    }
    const text = field(fieldNames.question) || field(fieldNames.reason)
    return buttonOf(interaction.customId, text, {
      ...(interaction.message && { messageId: interaction.message.id }),
      isPrivate: interaction.message?.flags.has(MessageFlags.Ephemeral) ?? true,
    })
  }
  return undefined
}

function buttonOf(customId: string, text: string, at: { messageId?: string; isPrivate: boolean }): Deed {
  const parsed = parseCustomId(customId)
  return parsed === undefined ? { kind: 'unknown' } : { kind: 'button', ...parsed, text, ...at }
}

function placeOf(interaction: BaseInteraction): Where['place'] {
  if (!interaction.inGuild()) return 'direct'
  return interaction.channel?.isThread() ? 'thread' : 'channel'
}

function isLanguage(text: string): text is Language {
  return text === 'th' || text === 'en' || text === 'ja'
}
