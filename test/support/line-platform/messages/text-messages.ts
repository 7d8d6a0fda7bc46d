import { z } from 'zod'
import { commonProperties } from './common-properties.ts'
import { complain, shown } from './fields.ts'

const LONGEST_TEXT = 5_000
const MOST_EMOJIS = 20
const MOST_MENTIONS = 20
const MOST_SUBSTITUTIONS = 100

const lineEmoji = { productId: z.string().min(1), emojiId: z.string().min(1) }

/** https://developers.line.biz/en/reference/messaging-api/#text-message */
export const textMessage = z
  .strictObject({
    type: z.literal('text'),
    text: shown(LONGEST_TEXT),
    emojis: z
      .array(z.strictObject({ index: z.int().min(0), ...lineEmoji }))
      .min(1)
      .max(MOST_EMOJIS)
      .exactOptional(),
    quoteToken: z.string().exactOptional(),
    ...commonProperties,
  })
  .superRefine(({ text, emojis = [] }, context) => {
    for (const [i, { index }] of emojis.entries())
      if (text[index] !== '$') complain(context, 'invalid index', ['emojis', i, 'index'])
  })

const mention = z.strictObject({
  type: z.literal('mention'),
  mentionee: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('user'), userId: z.string() }),
    z.strictObject({ type: z.literal('all') }),
  ]),
})

export type Mention = z.infer<typeof mention>

/** https://developers.line.biz/en/reference/messaging-api/#text-message-v2 */
export const textMessageV2 = z
  .strictObject({
    type: z.literal('textV2'),
    text: shown(LONGEST_TEXT),
    substitution: z
      .record(
        z.string().regex(/^[0-9A-Za-z_]{1,20}$/),
        z.discriminatedUnion('type', [mention, z.strictObject({ type: z.literal('emoji'), ...lineEmoji })]),
      )
      .refine(
        (all) => Object.keys(all).length <= MOST_SUBSTITUTIONS,
        `Size must be between 0 and ${MOST_SUBSTITUTIONS}`,
      )
      .exactOptional(),
    quoteToken: z.string().exactOptional(),
    ...commonProperties,
  })
  .superRefine(({ text, substitution = {} }, context) => {
    const placeholders = readPlaceholders(text)
    if (!placeholders) return complain(context, 'braces must be escaped or used in pairs', ['text'])
    const used = placeholders.map((key) => substitution[key])
    if (used.includes(undefined)) return complain(context, 'substitution is missing', ['substitution'])
    const count = (type: string) => used.filter((found) => found?.type === type).length
    if (count('mention') > MOST_MENTIONS) complain(context, `at most ${MOST_MENTIONS} mentions`, ['substitution'])
    if (count('emoji') > MOST_EMOJIS) complain(context, `at most ${MOST_EMOJIS} emoji`, ['substitution'])
  })

/** `{{` and `}}` are braces that are shown. */
const PLACEHOLDER = /\{\{|\}\}|\{([^{}]*)\}/g

/** What stands between braces, in order; undefined when they don't pair. */
function readPlaceholders(text: string): string[] | undefined {
  if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) return undefined
  return Array.from(text.matchAll(PLACEHOLDER), ([, key]) => key).filter((key) => key !== undefined)
}

/** Every mention that the message makes. */
export function mentionsOf(message: { type: string; substitution?: Record<string, { type: string }> }): Mention[] {
  if (message.type !== 'textV2') return []
  return Object.values(message.substitution ?? {}).filter((found): found is Mention => found.type === 'mention')
}
