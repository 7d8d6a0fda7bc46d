import type { Ids } from './ids.ts'

export interface Person {
  userId: string
  displayName: string
  /** BCP 47, of their LINE; some have none. */
  language?: string
  /** False: no event names them, as those who never used LINE on a phone. */
  named: boolean
}

export interface Group {
  kind: 'group' | 'room'
  /** Group or room id. */
  id: string
  name: string
}

export interface PersonOptions {
  displayName?: string
  language?: string
  /** A friend unless false. */
  friend?: boolean
  /** Named in events unless false. */
  named?: boolean
}

/** Who there is, who is a friend, who sits in which group. */
export interface People {
  addPerson(options?: PersonOptions): Person
  /** The bot is in it from the start unless `withBot` is false. */
  addGroup(options?: { kind?: 'group' | 'room'; name?: string; members?: Person[]; withBot?: boolean }): Group
  person(userId: string): Person | undefined
  group(id: string): Group | undefined
  members(id: string): ReadonlySet<string>
  isBotIn(id: string): boolean
  setBotIn(id: string, present: boolean): void
  setMembers(id: string, userIds: readonly string[], present: boolean): void
  setFriend(userId: string, friend: boolean): void
  setBlocked(userId: string, blocked: boolean): void
  /** Keeps that a person wrote to the bot in their own chat. */
  noteMessage(userId: string, at: number): void
  /** Whether messages arrive: https://developers.line.biz/en/reference/messaging-api/#send-push-message-conditions */
  isReachable(userId: string, at: number): boolean
  /** Whether the bot may see the person's profile: a friend, or someone who has written to it, and has not blocked it. */
  hasProfile(userId: string): boolean
  isFriend(userId: string): boolean
}

const REACHABLE_AFTER_MESSAGE = 7 * 24 * 3_600_000

interface PersonState {
  person: Person
  friend: boolean
  blocked: boolean
  lastMessage?: number
}

interface GroupState {
  group: Group
  members: Set<string>
  withBot: boolean
}

export function createPeople(ids: Ids): People {
  const people = new Map<string, PersonState>()
  const groups = new Map<string, GroupState>()

  return {
    addPerson({ displayName = `Person ${people.size + 1}`, language, friend = true, named = true } = {}) {
      const person = { userId: ids.user(), displayName, named, ...(language !== undefined && { language }) }
      people.set(person.userId, { person, friend, blocked: false })
      return person
    },
    addGroup({ kind = 'group', name = `Group ${groups.size + 1}`, members = [], withBot = true } = {}) {
      const group: Group = { kind, id: kind === 'group' ? ids.group() : ids.room(), name }
      groups.set(group.id, { group, members: new Set(members.map(({ userId }) => userId)), withBot })
      return group
    },
    person: (userId) => people.get(userId)?.person,
    group: (id) => groups.get(id)?.group,
    members: (id) => groups.get(id)?.members ?? new Set(),
    isBotIn: (id) => groups.get(id)?.withBot ?? false,
    setBotIn(id, present) {
      const found = groups.get(id)
      if (found) found.withBot = present
    },
    setMembers(id, userIds, present) {
      const members = groups.get(id)?.members
      for (const userId of userIds) present ? members?.add(userId) : members?.delete(userId)
    },
    setFriend(userId, friend) {
      const found = people.get(userId)
      if (found) found.friend = friend
    },
    setBlocked(userId, blocked) {
      const found = people.get(userId)
      if (found) found.blocked = blocked
    },
    noteMessage(userId, at) {
      const found = people.get(userId)
      if (found) found.lastMessage = at
    },
    isReachable(userId, at) {
      const found = people.get(userId)
      if (!found || found.blocked) return false
      return found.friend || (found.lastMessage !== undefined && at - found.lastMessage <= REACHABLE_AFTER_MESSAGE)
    },
    hasProfile(userId) {
      const found = people.get(userId)
      return found !== undefined && !found.blocked && (found.friend || found.lastMessage !== undefined)
    },
    isFriend: (userId) => people.get(userId)?.friend === true && people.get(userId)?.blocked === false,
  }
}
