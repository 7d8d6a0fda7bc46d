import {
  type APIInteractionResponse,
  MessageFlags,
  REST,
  type RESTPatchAPIWebhookWithTokenMessageJSONBody,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js'
import type { DiscordMessage, PlainMessage } from './message.ts'

/** The interaction that is answered. Its token is good for 15 minutes, and a secret for as long. */
export interface InteractionRef {
  id: string
  token: string
  applicationId: string
}

export type AnyMessage = DiscordMessage | PlainMessage

/** The calls that the channel makes, on raw bodies, so that they work for an interaction of an earlier process too. All throw. */
export interface DiscordApi {
  /** The first answer. */
  respond(interaction: InteractionRef, response: APIInteractionResponse): Promise<void>
  /** Puts this in the place of what the first answer shows. */
  editResponse(interaction: InteractionRef, message: AnyMessage, signal?: AbortSignal): Promise<void>
  followUp(interaction: InteractionRef, message: AnyMessage, isPrivate: boolean): Promise<void>
  /** Returns its id: within minutes the same `nonce` is the same message. */
  send(channelId: string, message: AnyMessage, options: { nonce: string; replyTo?: string }): Promise<string>
  edit(channelId: string, messageId: string, message: AnyMessage, signal?: AbortSignal): Promise<void>
  showTyping(channelId: string): Promise<void>
  /** Begins at a message. */
  startThread(channelId: string, messageId: string, name: string): Promise<string>
}

export interface DiscordApiOptions {
  token: string
  /** As discord.js's `rest.api`. */
  api?: string
}

/** A hung first answer must leave time for a second try within Discord's 3 seconds. */
const RESPONSE_TIMEOUT = 1000
const EDIT_TIMEOUT = 5000
/** Interactions are outside of Discord's 50 a second, which discord.js doesn't know. */
const UNLIMITED = 100_000

export function createDiscordApi({ token, api }: DiscordApiOptions): DiscordApi {
  const address = api === undefined ? {} : { api }
  const unlimited = { ...address, globalRequestsPerSecond: UNLIMITED }
  const responses = new REST({ ...unlimited, timeout: RESPONSE_TIMEOUT, retries: 1 })
  const webhooks = new REST({ ...unlimited, timeout: EDIT_TIMEOUT, retries: 1 })
  const rest = new REST({ ...address, timeout: EDIT_TIMEOUT, retries: 1 }).setToken(token)

  return {
    async respond({ id, token }, response) {
      await responses.post(Routes.interactionCallback(id, token), { body: response, auth: false })
    },
    async editResponse({ applicationId, token }, message, signal) {
      await webhooks.patch(Routes.webhookMessage(applicationId, token), {
        body: bodyOf(message),
        auth: false,
        ...(signal && { signal }),
      })
    },
    async followUp({ applicationId, token }, message, isPrivate) {
      const body = bodyOf(message)
      const flags = (body.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0)
      await webhooks.post(Routes.webhook(applicationId, token), { body: { ...body, flags }, auth: false })
    },
    async send(channelId, message, { nonce, replyTo }) {
      const reference = replyTo !== undefined && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      }
      const sent = await rest.post(Routes.channelMessages(channelId), {
        body: { ...bodyOf(message), nonce, enforce_nonce: true, ...reference },
      })
      return (sent as { id: string }).id
    },
    async edit(channelId, messageId, message, signal) {
      await rest.patch(Routes.channelMessage(channelId, messageId), {
        body: bodyOf(message),
        ...(signal && { signal }),
      })
    },
    async showTyping(channelId) {
      await rest.post(Routes.channelTyping(channelId))
    },
    async startThread(channelId, messageId, name) {
      const thread = await rest.post(Routes.threads(channelId, messageId), {
        body: { name, auto_archive_duration: ThreadAutoArchiveDuration.OneDay },
      })
      return (thread as { id: string }).id
    },
  }
}

/** As the API spells it; discord.js's camel case is for its own methods. */
export function bodyOf(
  message: AnyMessage,
): RESTPatchAPIWebhookWithTokenMessageJSONBody & { flags?: MessageFlags | number } {
  const { allowedMentions, ...body } = message
  return { ...body, allowed_mentions: { ...allowedMentions, replied_user: false } }
}
