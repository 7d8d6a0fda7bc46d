import { z } from 'zod'
import { quickReplyAction } from './actions.ts'
import { mediaUrl, shown } from './fields.ts'

const MOST_QUICK_REPLIES = 13

/** https://developers.line.biz/en/reference/messaging-api/#quick-reply */
const quickReply = z.strictObject({
  items: z
    .array(
      z.strictObject({ type: z.literal('action'), imageUrl: mediaUrl().exactOptional(), action: quickReplyAction() }),
    )
    .min(1, `Size must be between 1 and ${MOST_QUICK_REPLIES}`)
    .max(MOST_QUICK_REPLIES, `Size must be between 1 and ${MOST_QUICK_REPLIES}`),
})

/** https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch */
const sender = z.strictObject({
  name: shown(20)
    .refine((name) => !/line/iu.test(name), 'invalid sender name')
    .exactOptional(),
  iconUrl: mediaUrl().exactOptional(),
})

/** https://developers.line.biz/en/reference/messaging-api/#common-properties-for-messages */
export const commonProperties = { quickReply: quickReply.exactOptional(), sender: sender.exactOptional() }
