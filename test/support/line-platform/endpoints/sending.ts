import { z } from 'zod'
import type { Chats } from '../chats.ts'
import { CHAT_ID } from '../ids.ts'
import { checkMessages, type SentMessage } from '../messages/check-messages.ts'
import type { FlexBytes } from '../messages/flex-message.ts'
import { mentionsOf } from '../messages/text-messages.ts'
import type { People } from '../people.ts'
import type { Quota } from '../quota.ts'
import type { ReplyTokens } from '../reply-tokens.ts'
import { RETRY_KEY, type RetryKeys } from '../retry-keys.ts'
import { type ApiResponse, accepted, invalidBody, invalidProperty, refused } from '../wire.ts'
import type { Handler } from './handler.ts'

export interface SendingDeps {
  chats: Chats
  people: People
  tokens: ReplyTokens
  retryKeys: RetryKeys
  quota: Quota
  flexBytes: FlexBytes
  botUserId: string
  /** Chats that another module is talking in. */
  standby: ReadonlySet<string>
  /** Takes note of what LINE lets pass, but forbids or warns of. */
  reproach: (what: string) => void
  now: () => number
}

const messages = z.array(z.unknown())
const notificationDisabled = z.boolean().exactOptional()
const replyBody = z.strictObject({ replyToken: z.string().min(1), messages, notificationDisabled })
const pushBody = z.strictObject({
  to: z.string().regex(CHAT_ID),
  messages,
  notificationDisabled,
  customAggregationUnits: z
    .array(z.string().regex(/^[A-Za-z0-9_]{1,30}$/))
    .max(1)
    .exactOptional(),
})
const validateBody = z.strictObject({ messages })

/** https://developers.line.biz/en/reference/messaging-api/#message */
export function createSending(deps: SendingDeps) {
  const { chats, people, tokens, retryKeys, quota, flexBytes, standby, reproach, now } = deps

  const reply: Handler = ({ body, headers, requestId }) => {
    if (headers['x-line-retry-key'] !== undefined) return refused(400, 'The retry key is not supported by this API')
    const parsed = replyBody.safeParse(body)
    if (!parsed.success) return invalidShape(parsed.error)
    const checked = checkMessages(parsed.data.messages, flexBytes)
    if (!checked.ok) return checked.refusal
    const token = tokens.find(parsed.data.replyToken, now())
    if (!token) return refused(400, 'Invalid reply token')
    const { chatId, webhookEventId } = token
    if (!isOpen(chatId)) return refused(400, 'Failed to send messages')
    const misplaced = checkPlace(checked.messages, chatId, deps)
    if (misplaced) return misplaced
    tokens.use(token.token)
    const about = { via: 'reply', requestId, webhookEventId, arrived: arrives(chatId) } as const
    return accepted({ sentMessages: chats.send(chatId, checked.messages, about, now()) })
  }

  const push: Handler = ({ body, headers, bytes, requestId }) => {
    const retryKey = headers['x-line-retry-key']
    if (retryKey !== undefined && (typeof retryKey !== 'string' || !RETRY_KEY.test(retryKey)))
      return refused(400, 'Invalid retry key')
    const earlier = retryKey === undefined ? undefined : retryKeys.accepted(retryKey, now())
    if (earlier) {
      if (earlier.body !== bytes.toString()) reproach(`Retry key ${retryKey} was sent again with another body`)
      return {
        status: 409,
        headers: { 'x-line-accepted-request-id': earlier.requestId },
        body: { message: 'The retry key is already accepted', sentMessages: earlier.sentMessages },
      }
    }
    const parsed = pushBody.safeParse(body)
    if (!parsed.success) return invalidShape(parsed.error)
    const { to } = parsed.data
    const checked = checkMessages(parsed.data.messages, flexBytes)
    if (!checked.ok) return checked.refusal
    if (!isOpen(to)) return refused(400, 'Failed to send messages')
    const misplaced = checkPlace(checked.messages, to, deps)
    if (misplaced) return misplaced
    const cost = receivers(to)
    if (quota.limit !== undefined && quota.used + cost > quota.limit)
      return refused(429, 'You have reached your monthly limit.')
    quota.used += cost
    if (standby.has(to)) reproach(`A push went to ${to}, where the channel is on standby`)
    const about = { via: 'push', requestId, arrived: arrives(to) } as const
    const sentMessages = chats.send(to, checked.messages, about, now())
    if (typeof retryKey === 'string')
      retryKeys.accept(retryKey, { requestId, sentMessages, body: bytes.toString() }, now())
    return accepted({ sentMessages })
  }

  /** No membership: https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object */
  const validate: Handler = ({ body }) => {
    const parsed = validateBody.safeParse(body)
    if (!parsed.success) return invalidShape(parsed.error)
    const checked = checkMessages(parsed.data.messages, flexBytes)
    return checked.ok ? accepted() : checked.refusal
  }

  /** LINE knows the person, or the bot is in the group. */
  function isOpen(chatId: string): boolean {
    return chatId.startsWith('U') ? people.person(chatId) !== undefined : people.isBotIn(chatId)
  }

  function arrives(chatId: string): boolean {
    return !chatId.startsWith('U') || people.isReachable(chatId, now())
  }

  function receivers(chatId: string): number {
    if (!chatId.startsWith('U')) return people.members(chatId).size
    return people.isReachable(chatId, now()) ? 1 : 0
  }

  return {
    reply,
    push,
    validateReply: validate,
    validatePush: validate,
    quota: () => accepted(quota.limit === undefined ? { type: 'none' } : { type: 'limited', value: quota.limit }),
    consumption: () => accepted({ totalUsage: quota.used }),
  } satisfies Record<string, Handler>
}

/** What depends on where a message goes: quotes are of the same chat, mentions are of a group's members. */
function checkPlace(
  messages: readonly SentMessage[],
  chatId: string,
  { chats, people, botUserId }: SendingDeps,
): ApiResponse | undefined {
  for (const [i, message] of messages.entries()) {
    const token = 'quoteToken' in message ? message.quoteToken : undefined
    if (token !== undefined && chats.quoted(token, chatId) === undefined)
      return invalidBody([{ message: 'Invalid quote token', property: `messages[${i}].quoteToken` }])
    for (const { mentionee } of mentionsOf(message)) {
      const isMember = mentionee.type === 'all' || people.members(chatId).has(mentionee.userId)
      if (chatId.startsWith('U') || !isMember || (mentionee.type === 'user' && mentionee.userId === botUserId))
        return invalidBody([{ message: 'Invalid mention', property: `messages[${i}].substitution` }])
    }
  }
  return undefined
}

function invalidShape(error: z.ZodError): ApiResponse {
  const issue = error.issues[0]
  const key = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  return invalidProperty(String(key ?? ''))
}
