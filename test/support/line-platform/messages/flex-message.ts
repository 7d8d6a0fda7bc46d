import { z } from 'zod'
import type { ErrorDetail } from '../wire.ts'
import { slashed } from '../wire.ts'
import { flexAction } from './actions.ts'
import { commonProperties } from './common-properties.ts'
import { describeIssue } from './describe-issue.ts'
import { complain, shown } from './fields.ts'
import { box, type Component, colour, image } from './flex-components.ts'

const MOST_BUBBLES = 12
const MOST_ANIMATED = 10

/** Bytes of UTF-8 JSON. LINE says "30 KB" and "50 KB", and neither what a KB is nor how it counts. */
export interface FlexBytes {
  bubble: number
  carousel: number
}

export const FLEX_BYTES: FlexBytes = { bubble: 30 * 1_024, carousel: 50 * 1_024 }

/** https://developers.line.biz/en/reference/messaging-api/#flex-message; `contents` is checked on its own, as LINE does. */
export const flexMessage = z.strictObject({
  type: z.literal('flex'),
  altText: shown(1_500),
  contents: z.looseObject({ type: z.enum(['bubble', 'carousel']) }),
  ...commonProperties,
})

const blockStyle = z
  .strictObject({ backgroundColor: colour, separator: z.boolean().exactOptional(), separatorColor: colour })
  .exactOptional()

const BLOCKS = ['header', 'hero', 'body', 'footer'] as const

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).exactOptional(),
    direction: z.enum(['ltr', 'rtl']).exactOptional(),
    header: box.exactOptional(),
    hero: z.union([box, image]).exactOptional(),
    body: box.exactOptional(),
    footer: box.exactOptional(),
    styles: z
      .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
      .exactOptional(),
    action: flexAction().exactOptional(),
  })
  .superRefine((given, context) => {
    const blocks = BLOCKS.filter((name) => given[name] !== undefined)
    if (blocks.length === 0) complain(context, 'At least one block must be specified')
    for (const name of blocks) {
      const first = (given[name] as Component).contents?.[0]
      if (first?.position === 'absolute') complain(context, 'invalid property', [name, 'contents', 0, 'position'])
    }
  })

const carousel = z
  .strictObject({ type: z.literal('carousel'), contents: z.array(bubble).min(1).max(MOST_BUBBLES) })
  .superRefine(({ contents }, context) => {
    const sizes = new Set(contents.map(({ size = 'mega' }) => size))
    if (sizes.size > 1) complain(context, 'bubbles must have the same size', ['contents'])
  })

const container = z.discriminatedUnion('type', [bubble, carousel])

/** What is wrong within a flex message's `contents`, the paths as LINE writes them there. */
export function checkFlexContents(contents: unknown, limits: FlexBytes): ErrorDetail[] {
  const parsed = container.safeParse(contents, { reportInput: true })
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ message: describeIssue(issue), property: slashed(issue.path) }))
  }
  const details: ErrorDetail[] = []
  const bubbles = parsed.data.type === 'carousel' ? parsed.data.contents : [parsed.data]
  const tooLarge = (bytes: number, limit: number) => `size is ${bytes} bytes, at most ${limit} are allowed`
  for (const [i, one] of bubbles.entries()) {
    const property = parsed.data.type === 'carousel' ? `/contents/${i}` : '/'
    const bytes = bytesOf(one)
    if (bytes > limits.bubble) details.push({ message: tooLarge(bytes, limits.bubble), property })
  }
  if (parsed.data.type === 'carousel' && bytesOf(contents) > limits.carousel)
    details.push({ message: tooLarge(bytesOf(contents), limits.carousel), property: '/' })
  if (countAnimated(contents) > MOST_ANIMATED)
    details.push({ message: `at most ${MOST_ANIMATED} animated images`, property: '/' })
  return details
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function countAnimated(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = 'animated' in value && value.animated === true ? 1 : 0
  return Object.values(value).reduce<number>((sum, inner) => sum + countAnimated(inner), own)
}
