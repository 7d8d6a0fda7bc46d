import { apiError } from './api-error.ts'
import type { Journal } from './journal.ts'
import { FLAG } from './message-schema.ts'
import type { StoredMessage } from './messages.ts'
import type { Modal } from './modal-schema.ts'
import type { Channel, User } from './places.ts'

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const
/** …#interaction-response-object-interaction-callback-type */
export const CALLBACK = {
  reply: 4,
  deferReply: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const

/** …#interaction-callback: 3 seconds to the first answer, then 15 minutes. */
const FIRST_ANSWER_MS = 3000
const TOKEN_LIFE_MS = 15 * 60_000

export interface Choice {
  name: string
  value: string | number
}

/** Something that a person did, and what came of it. Times are of the platform's clock, in ms. */
export interface SentInteraction {
  readonly id: string
  readonly token: string
  readonly type: (typeof INTERACTION)[keyof typeof INTERACTION]
  readonly user: User
  readonly channel: Channel
  readonly sentAt: number
  /** The message whose button was pressed. */
  readonly source?: StoredMessage
  readonly commandName?: string
  /** The first answer: its type, and how long it took. */
  acknowledgement?: { type: number; at: number; after: number }
  /** What `@original` is. */
  response?: StoredMessage
  followUps: StoredMessage[]
  /** Of an autocompletion. */
  choices?: Choice[]
  /** What was shown to be filled in. */
  modal?: Modal
  /** What Discord's client shows by now: "did not respond", "is thinking", or the answer. */
  state(): 'waiting' | 'failed' | 'thinking' | 'answered'
}

export type InteractionInit = Pick<SentInteraction, 'type' | 'user' | 'channel'> &
  Partial<Pick<SentInteraction, 'source' | 'commandName'>>

export interface Interactions {
  add(init: InteractionInit): SentInteraction
  /** The first answer. Throws 10062 when it's unknown or too late, 40060 when it's the second. */
  acknowledge(id: string, token: string): { interaction: SentInteraction; record(type: number): void }
  /** The interaction that a webhook's token belongs to. Throws 10015 before the first answer, 50027 after 15 minutes. */
  byToken(token: string): SentInteraction
  all(): readonly SentInteraction[]
}

export function createInteractions({
  now,
  nextId,
  journal,
}: {
  now: () => number
  nextId: () => string
  journal: Journal
}): Interactions {
  const byId = new Map<string, SentInteraction>()
  const byToken = new Map<string, SentInteraction>()
  const all: SentInteraction[] = []

  return {
    add(init) {
      const id = nextId()
      const interaction: SentInteraction = {
        ...init,
        id,
        token: `token-${id}`,
        sentAt: now(),
        followUps: [],
        state: () => stateOf(interaction, now() - interaction.sentAt),
      }
      byId.set(id, interaction)
      byToken.set(interaction.token, interaction)
      all.push(interaction)
      journal.add({ kind: 'interaction', id, event: 'sent' })
      return interaction
    },
    acknowledge(id, token) {
      const interaction = byId.get(id)
      if (!interaction || interaction.token !== token) throw apiError(10_062)
      if (interaction.acknowledgement) throw apiError(40_060)
      const at = now()
      const after = at - interaction.sentAt
      if (after > FIRST_ANSWER_MS) throw apiError(10_062)
      return {
        interaction,
        record(type) {
          interaction.acknowledgement = { type, at, after }
          journal.add({ kind: 'interaction', id, event: 'acknowledged', after })
        },
      }
    },
    byToken(token) {
      const interaction = byToken.get(token)
      if (!interaction || now() - interaction.sentAt > TOKEN_LIFE_MS) throw apiError(50_027)
      if (!interaction.acknowledgement || interaction.type === INTERACTION.autocomplete) throw apiError(10_015)
      return interaction
    },
    all: () => all,
  }
}

function stateOf({ acknowledgement, response }: SentInteraction, age: number): ReturnType<SentInteraction['state']> {
  if (!acknowledgement) return age > FIRST_ANSWER_MS ? 'failed' : 'waiting'
  if (!response || !(response.flags & FLAG.loading)) return 'answered'
  return age > TOKEN_LIFE_MS ? 'failed' : 'thinking'
}
