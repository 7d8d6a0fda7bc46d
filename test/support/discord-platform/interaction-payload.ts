import { COMMAND } from './command-schema.ts'
import type { SentInteraction } from './interactions.ts'
import { type MessageReader, messageJson } from './message-json.ts'
import type { StoredMessage } from './messages.ts'
import { channelJson, memberJson, PERMISSIONS, userJson } from './places.ts'

/** What INTERACTION_CREATE brings, around its `data`. */
export function interactionJson(
  interaction: SentInteraction,
  data: object,
  reader: MessageReader,
): Record<string, unknown> {
  const { id, token, type, user, channel, source } = interaction
  const { guild } = channel
  return {
    id,
    application_id: reader.applicationId,
    type,
    token,
    version: 1,
    data,
    channel: { ...channelJson(channel), ...(guild && { permissions: PERMISSIONS }) },
    channel_id: channel.id,
    locale: user.locale,
    app_permissions: PERMISSIONS,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: { ...memberJson(user), permissions: PERMISSIONS },
          context: 0,
          authorizing_integration_owners: { 0: guild.id },
        }
      : { user: userJson(user), context: 1, authorizing_integration_owners: { 0: '0' } }),
    ...(source && { message: messageJson(source, reader) }),
  }
}

export interface OptionValue {
  name: string
  type: number
  value: string | number | boolean
  focused?: true
}

export function slashCommandData(id: string, name: string, options: OptionValue[]): object {
  return { id, name, type: COMMAND.chatInput, options }
}

/** A message command brings the whole message, whatever the intents. */
export function messageCommandData(id: string, name: string, target: StoredMessage, reader: MessageReader): object {
  const messages = { [target.id]: messageJson(target, reader) }
  return { id, name, type: COMMAND.message, target_id: target.id, resolved: { messages } }
}
