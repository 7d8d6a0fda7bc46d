import type { AnyMessage, DiscordApi, InteractionRef } from './discord-api.ts'
import { failureOf } from './failures.ts'

/** Where an answer is shown. `put` shows a message in the place of what it showed before, `add` one below it. */
export interface Place {
  put(message: AnyMessage, signal?: AbortSignal): Promise<void>
  add(message: AnyMessage, nth: number): Promise<void>
  /** Until when it can be changed, ms. */
  until: number
}

/** Tokens live 15 minutes: https://docs.discord.com/developers/interactions/receiving-and-responding */
const TOKEN_LIFE = 15 * 60_000
const SAFETY = 5_000
/** As long as an interaction's: later nobody waits for an answer to a message. */
const MESSAGE_LIFE = TOKEN_LIFE

/** Below a command or a button. `at`: when it was used, ms. */
export function interactionPlace(
  api: DiscordApi,
  interaction: InteractionRef,
  { at, isPrivate }: { at: number; isPrivate: boolean },
): Place {
  return {
    until: at + TOKEN_LIFE - SAFETY,
    put: (message, signal) => api.editResponse(interaction, message, signal),
    add: (message) => api.followUp(interaction, message, isPrivate),
  }
}

/**
 * A reply to a message. Its id is the nonce: however often it's tried, by whichever process, there is one reply. `mayBeThere`:
 * it may have been sent before, with what there was to show then.
 */
export function replyPlace(
  api: DiscordApi,
  { channelId, messageId }: { channelId: string; messageId: string },
  { at, mayBeThere }: { at: number; mayBeThere: boolean },
): Place {
  let reply: string | undefined
  const send = async (message: AnyMessage, nonce: string) => {
    try {
      return await api.send(channelId, message, { nonce, replyTo: messageId })
    } catch (error) {
      if (failureOf(error) !== 'forbidden') throw error
      // Without the right to read what was said before, one may speak, but not reply.
      return await api.send(channelId, message, { nonce })
    }
  }
  return {
    until: at + MESSAGE_LIFE,
    async put(message, signal) {
      if (reply === undefined) {
        const wasTried = mayBeThere
        mayBeThere = true
        const sent = await send(message, messageId)
        reply = sent
        if (wasTried) await api.edit(channelId, sent, message, signal)
      } else {
        await api.edit(channelId, reply, message, signal)
      }
    },
    async add(message, nth) {
      await api.send(channelId, message, { nonce: `${messageId}-${nth}` })
    },
  }
}
