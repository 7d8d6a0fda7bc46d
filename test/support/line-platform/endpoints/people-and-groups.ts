import { GROUP_ID, ROOM_ID, USER_ID } from '../ids.ts'
import type { People } from '../people.ts'
import { type ApiResponse, accepted, invalidParameter, notFound, refused } from '../wire.ts'
import type { Handler } from './handler.ts'

export interface PeopleDeps {
  people: People
  /** Only verified accounts may list a group's members. */
  verified: boolean
}

interface Kind {
  param: 'groupId' | 'roomId'
  pattern: RegExp
}

const GROUP: Kind = { param: 'groupId', pattern: GROUP_ID }
const ROOM: Kind = { param: 'roomId', pattern: ROOM_ID }

/** https://developers.line.biz/en/reference/messaging-api/#users, #group and #chat-room */
export function createPeopleAndGroups({ people, verified }: PeopleDeps) {
  const profile: Handler = ({ params: { userId = '' } }) => {
    if (!USER_ID.test(userId)) return invalidParameter('userId')
    const person = people.person(userId)
    if (!person || !people.hasProfile(userId)) return notFound()
    const { named: _, ...shown } = person
    return accepted({ ...shown, pictureUrl: pictureOf(userId) })
  }

  /** Answers for a chat that the bot is in. */
  const inside =
    ({ param, pattern }: Kind, respond: (id: string, userId: string) => ApiResponse): Handler =>
    ({ params }) => {
      const id = params[param] ?? ''
      if (!pattern.test(id)) return invalidParameter(param)
      return people.isBotIn(id) ? respond(id, params.userId ?? '') : notFound()
    }

  const summary = inside(GROUP, (groupId) =>
    accepted({ groupId, groupName: people.group(groupId)!.name, pictureUrl: pictureOf(groupId) }),
  )
  const count = (kind: Kind) => inside(kind, (id) => accepted({ count: people.members(id).size }))
  const memberIds = (kind: Kind) =>
    inside(kind, (id) =>
      verified
        ? accepted({ memberIds: [...people.members(id)] })
        : refused(403, 'Access to this API is not available for your account'),
    )
  const member = (kind: Kind) =>
    inside(kind, (id, userId) => {
      if (!USER_ID.test(userId)) return invalidParameter('userId')
      if (!people.members(id).has(userId)) return notFound()
      // A member's profile has no language, whoever they are.
      return accepted({ displayName: people.person(userId)?.displayName ?? '', userId, pictureUrl: pictureOf(userId) })
    })
  const leave = (kind: Kind) =>
    inside(kind, (id) => {
      people.setBotIn(id, false)
      return accepted()
    })

  return {
    profile,
    groupSummary: summary,
    groupCount: count(GROUP),
    groupMemberIds: memberIds(GROUP),
    groupMember: member(GROUP),
    leaveGroup: leave(GROUP),
    roomCount: count(ROOM),
    roomMemberIds: memberIds(ROOM),
    roomMember: member(ROOM),
    leaveRoom: leave(ROOM),
  } satisfies Record<string, Handler>
}

function pictureOf(id: string): string {
  return `https://profile.line-scdn.net/${id.slice(1)}`
}
