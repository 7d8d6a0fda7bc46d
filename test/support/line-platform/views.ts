import type { BotEntry, ChatEntry, Chats } from './chats.ts'
import type { RichMenu, RichMenus } from './endpoints/rich-menus.ts'
import type { Group, Person } from './people.ts'

type Chat = Pick<Person, 'userId'> | Pick<Group, 'id'>

/** What people see. */
export interface Views {
  /** All that happened in a chat, in order; of the bot's messages also those that didn't arrive. */
  chat(of: Chat): readonly ChatEntry[]
  /** The bot's messages that arrived. */
  messages(of: Chat): BotEntry[]
  /** Those that can be tapped now: of the last entry, if it's a message of the bot. */
  quickReplies(of: Chat): readonly { action: { type: string; label: string } }[]
  /** Whether the loading animation shows. */
  isLoading(of: Chat): boolean
  /** Theirs before the default. */
  richMenuOf(person: Pick<Person, 'userId'>): RichMenu | undefined
}

export function createViews(chats: Chats, menus: RichMenus, now: () => number): Views {
  const chat = (of: Chat) => chats.entries('id' in of ? of.id : of.userId)
  const arrived = (entry: ChatEntry): entry is BotEntry => entry.by === 'bot' && entry.arrived
  return {
    chat,
    messages: (of) => chat(of).filter(arrived),
    quickReplies(of) {
      const last = chat(of).findLast((entry) => entry.by === 'person' || arrived(entry))
      return last?.by === 'bot' ? (last.message.quickReply?.items ?? []) : []
    },
    isLoading(of) {
      const last = chat(of).findLast((entry) => entry.by === 'loading' || arrived(entry))
      return last?.by === 'loading' && now() < last.until
    },
    richMenuOf: ({ userId }) => menus.stored.get(menus.linked.get(userId) ?? menus.defaultId ?? '')?.menu,
  }
}
