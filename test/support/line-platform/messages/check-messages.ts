import { z } from 'zod'
import { type ApiResponse, type ErrorDetail, refused } from '../wire.ts'
import { refuseBody } from './describe-issue.ts'
import { checkFlexContents, FLEX_BYTES, type FlexBytes, flexMessage } from './flex-message.ts'
import { mediaMessages } from './media-messages.ts'
import { templateMessage } from './template-message.ts'
import { textMessage, textMessageV2 } from './text-messages.ts'

const MOST_MESSAGES = 5

/** Imagemaps and coupons are LINE's too; nothing here sends them, so they are refused. */
const message = z.discriminatedUnion('type', [
  textMessage,
  textMessageV2,
  flexMessage,
  templateMessage,
  ...mediaMessages,
])

const messages = z
  .array(message)
  .min(1, `Size must be between 1 and ${MOST_MESSAGES}`)
  .max(MOST_MESSAGES, `Size must be between 1 and ${MOST_MESSAGES}`)

/** A message that LINE accepts. */
export type SentMessage = z.infer<typeof message>

export type CheckedMessages = { ok: true; messages: SentMessage[] } | { ok: false; refusal: ApiResponse }

/**
 * All of https://developers.line.biz/en/reference/messaging-api/#message-objects that can be told from the messages
 * alone. Properties that LINE doesn't know are refused too, for they are most likely misspelt.
 */
export function checkMessages(given: unknown, flexBytes: FlexBytes = FLEX_BYTES): CheckedMessages {
  const parsed = messages.safeParse(given, { reportInput: true })
  if (!parsed.success) return { ok: false, refusal: refuseBody(parsed.error, 'messages') }
  for (const [i, one] of parsed.data.entries()) {
    const details = one.type === 'flex' ? checkFlexContents(one.contents, flexBytes) : []
    if (details.length > 0) return { ok: false, refusal: invalidMessage(i, details) }
  }
  return { ok: true, messages: parsed.data }
}

/** The form in which LINE refuses a flex message. */
export function invalidMessage(index: number, details: ErrorDetail[]): ApiResponse {
  return refused(400, `A message (messages[${index}]) in the request body is invalid`, details)
}
