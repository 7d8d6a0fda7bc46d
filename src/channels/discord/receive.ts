import { ApplicationCommandType, InteractionType, Locale, MessageFlags } from 'discord.js'
import { z } from 'zod'
import type { Language } from '../../vocabulary.ts'
import { commandNames, optionNames, type Visibility } from './commands.ts'
import { type Action, parseCustomId } from './custom-id.ts'
import type { InteractionRef } from './discord-api.ts'
import { isThread, type Listener } from './listener.ts'
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
  | {
      kind: 'button'
      action: Action
      id: string
      text: string
      isTyped: boolean
      messageId?: string
      isPrivate: boolean
    }
  /** Of another version, or another app's. */
  | { kind: 'unknown' }

export interface Received {
  interaction: InteractionRef
  userId: string
  where: Where
  /** Of the person's Discord. */
  locale: Language
  deed: Deed
}

/** The fields of our modals. */
export const fieldNames = { question: 'question', reason: 'reason' } as const

const user = z.object({ id: z.string() })
/**
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object, as far as it's read. What Accord
 * can do without may be missing.
 */
const payloadSchema = z.object({
  id: z.string(),
  token: z.string(),
  application_id: z.string().nullish(),
  type: z.number(),
  data: z.unknown(),
  channel: z.object({ id: z.string().nullish(), type: z.number().nullish() }).nullish(),
  channel_id: z.string().nullish(),
  guild_id: z.string().nullish(),
  member: z.object({ user: user.nullish() }).nullish(),
  user: user.nullish(),
  locale: z.string().nullish(),
  guild_locale: z.string().nullish(),
  message: z.object({ id: z.string(), flags: z.number().nullish() }).nullish().catch(undefined),
})
type Payload = z.infer<typeof payloadSchema>

const field = z.object({ custom_id: z.string(), value: z.unknown() })
const dataSchema = z.object({
  type: z.number().nullish(),
  name: z.string().nullish(),
  options: z.array(z.object({ name: z.string(), value: z.unknown(), focused: z.boolean().nullish() })).nullish(),
  target_id: z.string().nullish(),
  resolved: z
    .object({ messages: z.record(z.string(), z.object({ content: z.string().nullish() })).nullish() })
    .nullish(),
  custom_id: z.string().nullish(),
  values: z.array(z.unknown()).nullish(),
  // Labels have one field each; action rows, which old modals had, several.
  components: z
    .array(z.object({ component: field.nullish().catch(undefined), components: z.array(field).nullish() }))
    .nullish()
    .catch(undefined),
})
type Data = z.infer<typeof dataSchema>

/** Undefined for what can't come from anything of ours, or can't be answered. */
export function receive(payload: unknown, listener: Listener): Received | undefined {
  const parsed = payloadSchema.safeParse(payload).data
  const userId = (parsed?.member?.user ?? parsed?.user)?.id
  const deed = parsed && deedOf(parsed)
  if (userId === undefined || deed === undefined) return undefined
  const { id, token, application_id, channel, channel_id, guild_id, locale, guild_locale } = parsed!
  // Answers find their way by the token: an unknown channel only is a conversation of its own.
  const channelId = channel?.id ?? channel_id ?? guild_id ?? userId
  return {
    interaction: { id, token, applicationId: application_id ?? listener.applicationId },
    userId,
    where: { channelId, place: placeOf(parsed!, channelId, listener) },
    locale: languageOf(locale ?? guild_locale ?? ''),
    deed,
  }
}

/** Accord's languages, for whichever of Discord's: English for all it doesn't speak. */
export function languageOf(locale: string): Language {
  if (locale === Locale.Thai) return 'th'
  return locale === Locale.Japanese ? 'ja' : 'en'
}

function deedOf(payload: Payload): Deed | undefined {
  const data = dataSchema.safeParse(payload.data ?? {}).data
  switch (payload.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return completionOf(data)
    case InteractionType.ApplicationCommand:
      if (data === undefined) return { kind: 'unknown' }
      return data.type === ApplicationCommandType.Message ? menuCommandOf(data) : commandOf(data)
    case InteractionType.MessageComponent:
      return buttonOf(data, textOf(data?.values?.[0]), payload)
    case InteractionType.ModalSubmit:
      return buttonOf(data, typedInto(data), payload)
    default:
      return undefined
  }
}

function completionOf(data: Data | undefined): Deed {
  const option = data?.name === commandNames.clause ? 'clause' : 'question'
  const focused = data?.options?.find((each) => each.focused === true)
  return { kind: 'complete', option, typed: textOf(focused?.value) }
}

function menuCommandOf({ name, target_id, resolved }: Data): Deed {
  const text = resolved?.messages?.[target_id ?? '']?.content ?? ''
  if (name === commandNames.askAbout) return { kind: 'ask-about', text }
  return name === commandNames.check ? { kind: 'check', text } : { kind: 'unknown' }
}

function commandOf({ name, options, type }: Data): Deed {
  if ((type ?? ApplicationCommandType.ChatInput) !== ApplicationCommandType.ChatInput) return { kind: 'unknown' }
  const option = (sought: string) => textOf(options?.find((each) => each.name === sought)?.value)
  switch (name) {
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
      return { kind: name }
    default:
      return { kind: 'unknown' }
  }
}

function buttonOf(data: Data | undefined, text: string, { type, message }: Payload): Deed {
  const parsed = parseCustomId(data?.custom_id ?? '')
  if (parsed === undefined) return { kind: 'unknown' }
  // What isn't said to be seen by all is answered privately.
  const isPrivate = message == null || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const isTyped = type === InteractionType.ModalSubmit
  return { kind: 'button', ...parsed, text, isTyped, isPrivate, ...(message && { messageId: message.id }) }
}

function typedInto(data: Data | undefined): string {
  const fields = (data?.components ?? []).flatMap(({ component, components }) => [
    ...(component ? [component] : []),
    ...(components ?? []),
  ])
  const typed = (name: string) => textOf(fields.find(({ custom_id }) => custom_id === name)?.value)
  return typed(fieldNames.question) || typed(fieldNames.reason)
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function placeOf({ guild_id, channel }: Payload, channelId: string, listener: Listener): Where['place'] {
  if (typeof guild_id !== 'string') return 'direct'
  return isThread(channelId, channel?.type, listener) ? 'thread' : 'channel'
}

function isLanguage(text: string): text is Language {
  return text === 'th' || text === 'en' || text === 'ja'
}
