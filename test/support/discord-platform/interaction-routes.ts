import { z } from 'zod'
import { apiError } from './api-error.ts'
import { text } from './component-schema.ts'
import { formError, parseForm } from './form-body.ts'
import type { ApiCall, Route } from './http.ts'
import { CALLBACK, INTERACTION, type SentInteraction } from './interactions.ts'
import { messageJson } from './message-json.ts'
import { FLAG, type MessageBody, readMessageBody } from './message-schema.ts'
import type { StoredMessage } from './messages.ts'
import { modal } from './modal-schema.ts'
import type { State } from './state.ts'

const deferral = z.object({ flags: z.int().min(0).nullish() }).nullish()
const choices = z.object({
  choices: z.array(z.object({ name: text(1, 100), value: z.union([text(0, 100), z.number()]) })).max(25),
})

/** Which first answers each kind of interaction takes. */
function allowedCallbacks({ type, source }: SentInteraction): number[] {
  const update = source ? [CALLBACK.deferUpdate, CALLBACK.update] : []
  if (type === INTERACTION.autocomplete) return [CALLBACK.autocomplete]
  return [CALLBACK.reply, CALLBACK.deferReply, ...update, ...(type === INTERACTION.modalSubmit ? [] : [CALLBACK.modal])]
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
export function interactionRoutes(state: State): Route[] {
  const { interactions, messages, bot } = state

  function callback({ params, query, body }: ApiCall): object | undefined {
    const { interaction, record } = interactions.acknowledge(params.id!, params.token!)
    const { type, data } = parseForm(z.object({ type: z.int(), data: z.unknown().optional() }), body)
    if (!allowedCallbacks(interaction).includes(type))
      throw formError([
        { path: ['type'], code: 'INTERACTION_CALLBACK_TYPE_INVALID', message: 'Not for this interaction' },
      ])
    answerFirst(interaction, type, data)
    record(type)
    return query.get('with_response') === 'true' ? callbackResponse(interaction, type) : undefined
  }

  function answerFirst(interaction: SentInteraction, type: number, data: unknown): void {
    switch (type) {
      case CALLBACK.reply:
        interaction.response = create(interaction, readMessageBody(data, 'interaction', { under: ['data'] }))
        break
      case CALLBACK.deferReply: {
        const flags = parseForm(deferral, data, ['data'])?.flags ?? 0
        if ((flags & ~FLAG.ephemeral) !== 0)
          throw formError([
            {
              path: ['data', 'flags'],
              code: 'MESSAGE_FLAGS_INVALID',
              message: 'Only EPHEMERAL can be set when deferring',
            },
          ])
        interaction.response = create(interaction, { flags, enforceNonce: false }, true)
        break
      }
      case CALLBACK.update:
        edit(interaction.source!, data, ['data'])
        interaction.response = interaction.source!
        break
      case CALLBACK.deferUpdate:
        interaction.response = interaction.source!
        break
      case CALLBACK.autocomplete:
        interaction.choices = parseForm(choices, data, ['data']).choices
        break
      default:
        interaction.modal = parseForm(modal, data, ['data'])
    }
  }

  function create(interaction: SentInteraction, body: MessageBody, loading = false): StoredMessage {
    const { id, type, user, channel, commandName: name } = interaction
    return messages.create({
      channel,
      author: bot,
      body,
      mentions: 'interaction',
      loading,
      interaction: { id, type, user, ...(name !== undefined && { name }) },
    })
  }

  function edit(message: StoredMessage, body: unknown, under: string[] = []): void {
    messages.edit(message, readMessageBody(body, 'edit', { existing: message.flags, under }), 'interaction')
  }

  /** `@original`, or a message sent with this very token. */
  function messageOf({ params }: ApiCall): StoredMessage {
    if (params.application !== state.applicationId) throw apiError(10_015)
    const interaction = interactions.byToken(params.token!)
    const own = [interaction.response, ...interaction.followUps].filter((each) => each !== undefined)
    const found = params.message === '@original' ? interaction.response : own.find(({ id }) => id === params.message)
    if (!found || found.deleted) throw apiError(10_008)
    return found
  }

  function followUp({ params, body }: ApiCall): object {
    if (params.application !== state.applicationId) throw apiError(10_015)
    const interaction = interactions.byToken(params.token!)
    const read = readMessageBody(body, 'interaction')
    const { response } = interaction
    // Right after a deferral it edits what was deferred, whose visibility stays: Discord keeps that for old apps.
    if (response && !response.deleted && response.flags & FLAG.loading) {
      const { flags = 0, ...rest } = read
      messages.edit(response, { ...rest, flags: flags & ~FLAG.ephemeral }, 'interaction')
      return messageJson(response, state)
    }
    const sent = create(interaction, read)
    interaction.followUps.push(sent)
    return messageJson(sent, state)
  }

  function callbackResponse({ id, type, response }: SentInteraction, callbackType: number): object {
    const shown = callbackType === CALLBACK.reply || callbackType === CALLBACK.update ? response : undefined
    return {
      interaction: {
        id,
        type,
        ...(response && {
          response_message_id: response.id,
          response_message_loading: Boolean(response.flags & FLAG.loading),
          response_message_ephemeral: Boolean(response.flags & FLAG.ephemeral),
        }),
      },
      resource: { type: callbackType, ...(shown && { message: messageJson(shown, state) }) },
    }
  }

  const message = '/webhooks/:application/:token/messages/:message'
  const routes: Omit<Route, 'isInteraction'>[] = [
    { name: 'POST /interactions/:id/:token/callback', handle: callback },
    { name: 'POST /webhooks/:application/:token', handle: followUp },
    { name: `GET ${message}`, handle: (call) => messageJson(messageOf(call), state) },
    {
      name: `PATCH ${message}`,
      handle(call) {
        const found = messageOf(call)
        edit(found, call.body)
        return messageJson(found, state)
      },
    },
    { name: `DELETE ${message}`, handle: (call) => void messages.delete(messageOf(call)) },
  ]
  return routes.map((route) => ({ ...route, isInteraction: true }))
}
