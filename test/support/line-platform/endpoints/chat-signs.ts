import { z } from 'zod'
import type { Chats } from '../chats.ts'
import { USER_ID } from '../ids.ts'
import { refuseBody } from '../messages/describe-issue.ts'
import type { People } from '../people.ts'
import { accepted, invalidBody } from '../wire.ts'
import type { Handler } from './handler.ts'

export interface ChatSignsDeps {
  chats: Chats
  people: People
  /** Of which message a markAsReadToken is. */
  readTokens: ReadonlyMap<string, { chatId: string; messageId: string }>
  now: () => number
}

const loadingBody = z.strictObject({
  chatId: z
    .string()
    .regex(USER_ID, 'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.'),
  loadingSeconds: z
    .int()
    .superRefine((seconds, context) => {
      if (seconds < 5 || seconds > 60) context.addIssue({ code: 'custom', message: 'Must be between 5 and 60' })
      if (seconds % 5 !== 0) context.addIssue({ code: 'custom', message: 'must be a multiple of five' })
    })
    .default(20),
})
const markAsReadBody = z.strictObject({ markAsReadToken: z.string().min(1) })

/** https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator and #mark-as-read */
export function createChatSigns({ chats, people, readTokens, now }: ChatSignsDeps) {
  const loading: Handler = ({ body }) => {
    const parsed = loadingBody.safeParse(body, { reportInput: true })
    if (!parsed.success) return refuseBody(parsed.error)
    const { chatId, loadingSeconds } = parsed.data
    // Whoever blocked the bot, or was never there, sees nothing, and the bot isn't told.
    if (people.isReachable(chatId, now())) chats.addLoading(chatId, loadingSeconds, now())
    return accepted({}, 202)
  }

  const markAsRead: Handler = ({ body }) => {
    const parsed = markAsReadBody.safeParse(body, { reportInput: true })
    if (!parsed.success) return refuseBody(parsed.error)
    const found = readTokens.get(parsed.data.markAsReadToken)
    if (!found) return invalidBody([{ message: 'Invalid token', property: 'markAsReadToken' }])
    chats.addRead(found.chatId, found.messageId, now())
    return accepted()
  }

  return { loading, markAsRead } satisfies Record<string, Handler>
}
