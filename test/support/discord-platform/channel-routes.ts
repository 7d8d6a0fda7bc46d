import { z } from 'zod'
import { apiError } from './api-error.ts'
import { text } from './component-schema.ts'
import { parseForm } from './form-body.ts'
import { INTENT } from './gateway-session.ts'
import type { ApiCall, Route } from './http.ts'
import { messageJson } from './message-json.ts'
import { FLAG, readMessageBody } from './message-schema.ts'
import type { StoredMessage } from './messages.ts'
import { type Channel, channelJson, userJson } from './places.ts'
import { directChannel, type State, usableChannel } from './state.ts'

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const threadBody = z.object({
  name: text(1, 100),
  auto_archive_duration: z.union([60, 1440, 4320, 10_080].map((minutes) => z.literal(minutes))).nullish(),
  type: z.literal(11).nullish(),
})

export function channelRoutes(state: State): Route[] {
  const { messages, bot } = state

  function create({ params, body }: ApiCall): object {
    const channel = usableChannel(state, params.channel!)
    if (channel.recipient?.refusesDirectMessages) throw apiError(50_007)
    const message = messages.create({
      channel,
      author: bot,
      body: readMessageBody(body, 'channel'),
      mentions: 'channel',
    })
    return messageJson(message, state)
  }

  /** A message that the app may reach by its channel: an ephemeral one isn't there. */
  function messageOf({ params }: ApiCall): StoredMessage {
    const channel = usableChannel(state, params.channel!)
    const found = messages.find(params.message!, channel.id)
    if (found.ephemeralTo) throw apiError(10_008)
    return found
  }

  function ownMessageOf(call: ApiCall): StoredMessage {
    const found = messageOf(call)
    if (found.author !== bot) throw apiError(50_005)
    return found
  }

  function startThread(parent: Channel, body: unknown, message?: StoredMessage): object {
    if (parent.kind !== 'text') throw apiError(50_024)
    const { name } = parseForm(threadBody, body)
    if (message?.thread) throw apiError(160_004)
    const thread: Channel = { id: message?.id ?? state.nextId(), kind: 'thread', name, parent, guild: parent.guild! }
    state.channels.set(thread.id, thread)
    if (message) {
      message.thread = thread
      message.flags |= FLAG.hasThread
    }
    const json = { ...channelJson(thread), newly_created: true }
    state.gateway.dispatch('THREAD_CREATE', (intents) => (intents & INTENT.guilds ? json : undefined))
    return json
  }

  const message = '/channels/:channel/messages/:message'
  return [
    { name: 'GET /channels/:channel', handle: ({ params }) => channelJson(usableChannel(state, params.channel!)) },
    { name: 'POST /channels/:channel/messages', handle: create },
    { name: `GET ${message}`, handle: (call) => messageJson(messageOf(call), state) },
    {
      name: `PATCH ${message}`,
      handle(call) {
        const found = ownMessageOf(call)
        messages.edit(found, readMessageBody(call.body, 'edit', { existing: found.flags }), 'channel')
        return messageJson(found, state)
      },
    },
    { name: `DELETE ${message}`, handle: (call) => void messages.delete(ownMessageOf(call)) },
    {
      name: 'POST /channels/:channel/typing',
      handle({ params }) {
        const { id } = usableChannel(state, params.channel!)
        state.journal.add({ kind: 'typing', channelId: id })
        return undefined
      },
    },
    {
      name: `POST ${message}/threads`,
      handle: (call) => startThread(usableChannel(state, call.params.channel!), call.body, messageOf(call)),
    },
    {
      name: 'POST /channels/:channel/threads',
      handle: (call) => startThread(usableChannel(state, call.params.channel!), call.body),
    },
    { name: 'GET /users/@me', handle: () => userJson(bot) },
    {
      name: 'POST /users/@me/channels',
      handle({ body }) {
        const { recipient_id } = parseForm(z.object({ recipient_id: z.string() }), body)
        const user = state.users.get(recipient_id)
        if (!user) throw apiError(10_013)
        return channelJson(directChannel(state, user))
      },
    },
  ]
}
