export interface Conversations {
  /** The questions of a conversation, oldest first. */
  recall(conversation: string): readonly string[]
  remember(conversation: string, question: string): void
}

export interface ConversationOptions {
  /** Milliseconds. */
  now: () => number
  expiresAfter?: number
  mostTurns?: number
  mostConversations?: number
}

const HALF_AN_HOUR = 30 * 60_000

/** Remembers the last questions of each conversation, in memory alone, for a short while. */
export function createConversations({
  now,
  expiresAfter = HALF_AN_HOUR,
  mostTurns = 6,
  mostConversations = 10_000,
}: ConversationOptions): Conversations {
  const turns = new Map<string, { questions: string[]; at: number }>()

  const forgetOld = () => {
    for (const [conversation, { at }] of turns) {
      if (now() - at < expiresAfter && turns.size <= mostConversations) break
      turns.delete(conversation)
    }
  }
  const recall = (conversation: string): readonly string[] => {
    forgetOld()
    return turns.get(conversation)?.questions ?? []
  }
  return {
    recall,
    remember(conversation, question) {
      const questions = [...recall(conversation), question].slice(-mostTurns)
      // Set anew, so that the map stays in order of use.
      turns.delete(conversation)
      turns.set(conversation, { questions, at: now() })
      forgetOld()
    },
  }
}
