import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from 'discord.js'
import { type AnyMessage, bodyOf } from './discord-api.ts'
import type { Response } from './respond.ts'

/** All but what takes longer. */
export type DirectResponse = Exclude<Response, { kind: 'work' }>

/** As Discord takes it. */
export function firstAnswer(response: DirectResponse): APIInteractionResponse {
  switch (response.kind) {
    case 'choices':
      return {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: response.choices },
      }
    case 'modal':
      return { type: InteractionResponseType.Modal, data: response.modal }
    case 'say': {
      const body = bodyOf(response.messages[0]!)
      const flags = (body.flags ?? 0) | flagsOf(response.isPrivate)
      // What PATCH takes is wider than what a first answer does, by nulls that none of ours has.
      const data = { ...body, flags } as object
      return { type: InteractionResponseType.ChannelMessageWithSource, data }
    }
  }
}

/** "Accord is thinking". Who sees it sees the answer. */
export function deferral(isPrivate: boolean): APIInteractionResponse {
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    // A deferral takes no other flag.
    data: { flags: flagsOf(isPrivate) as MessageFlags.Ephemeral },
  }
}

export function say(message: AnyMessage, isPrivate = true): Response & { kind: 'say' } {
  return { kind: 'say', messages: [message], isPrivate }
}

function flagsOf(isPrivate: boolean): number {
  return isPrivate ? MessageFlags.Ephemeral : 0
}
