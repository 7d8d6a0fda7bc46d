import { z } from 'zod'
import { flexAction, flexButtonAction } from './actions.ts'
import { complain, mediaUrl, wellFormed } from './fields.ts'

/** https://developers.line.biz/en/docs/messaging-api/flex-message-layout/: what sizes, spaces and offsets may be. */
const PIXELS = String.raw`\d+(?:\.\d+)?px`
const PERCENT = String.raw`\d+(?:\.\d+)?%`
const SPACES = 'none|xs|sm|md|lg|xl|xxl'
const FONT_SIZES = 'xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl'

const oneOf = (...patterns: string[]) =>
  z
    .string()
    .regex(new RegExp(`^(?:${patterns.join('|')})$`), 'invalid property')
    .exactOptional()

const space = oneOf(PIXELS, SPACES)
const padding = oneOf(PIXELS, PERCENT, SPACES)
const length = oneOf(PIXELS, PERCENT)
const fontSize = oneOf(PIXELS, FONT_SIZES)
const aspectRatio = z.string().refine(isAspectRatio, 'invalid property').exactOptional()
export const colour = z
  .string()
  .regex(/^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/, 'invalid property')
  .exactOptional()
const flex = z.int().min(0).exactOptional()
const gravity = z.enum(['top', 'bottom', 'center']).exactOptional()
const align = z.enum(['start', 'end', 'center']).exactOptional()
const flag = z.boolean().exactOptional()

const placement = {
  margin: space,
  position: z.enum(['relative', 'absolute']).exactOptional(),
  offsetTop: padding,
  offsetBottom: padding,
  offsetStart: padding,
  offsetEnd: padding,
}
const lettering = {
  size: fontSize,
  color: colour,
  weight: z.enum(['regular', 'bold']).exactOptional(),
  style: z.enum(['normal', 'italic']).exactOptional(),
  decoration: z.enum(['none', 'underline', 'line-through']).exactOptional(),
}
const letters = wellFormed().min(1, 'must be non-empty text')

const span = z.strictObject({ type: z.literal('span'), text: letters, ...lettering })

const text = z
  .strictObject({
    type: z.literal('text'),
    text: letters.exactOptional(),
    contents: z.array(span).min(1, 'May not be empty').exactOptional(),
    adjustMode: z.literal('shrink-to-fit').exactOptional(),
    flex,
    ...placement,
    ...lettering,
    scaling: flag,
    align,
    gravity,
    wrap: flag,
    lineSpacing: oneOf(PIXELS),
    maxLines: z.int().min(0).exactOptional(),
    action: flexAction().exactOptional(),
  })
  .refine((given) => given.text !== undefined || given.contents !== undefined, {
    error: 'must be specified',
    path: ['text'],
  })

const button = z.strictObject({
  type: z.literal('button'),
  action: flexButtonAction(),
  flex,
  ...placement,
  height: z.enum(['sm', 'md']).exactOptional(),
  style: z.enum(['primary', 'secondary', 'link']).exactOptional(),
  color: colour,
  gravity,
  adjustMode: z.literal('shrink-to-fit').exactOptional(),
  scaling: flag,
})

export const image = z.strictObject({
  type: z.literal('image'),
  url: mediaUrl(),
  flex,
  ...placement,
  align,
  gravity,
  size: oneOf(PIXELS, PERCENT, FONT_SIZES, 'full'),
  aspectRatio,
  aspectMode: z.enum(['fit', 'cover']).exactOptional(),
  backgroundColor: colour,
  action: flexAction().exactOptional(),
  animated: flag,
})

const icon = z.strictObject({
  type: z.literal('icon'),
  url: mediaUrl(),
  ...placement,
  size: fontSize,
  aspectRatio,
  scaling: flag,
})

const separator = z.strictObject({ type: z.literal('separator'), margin: space, color: colour })
const filler = z.strictObject({ type: z.literal('filler'), flex })

const background = z.strictObject({
  type: z.literal('linearGradient'),
  angle: z.string().regex(/^(?:[0-9]|[1-9]\d|[12]\d\d|3[0-5]\d)(?:\.\d+)?deg$/, 'invalid property'),
  startColor: colour.unwrap(),
  endColor: colour.unwrap(),
  centerColor: colour,
  centerPosition: oneOf(PERCENT),
})

export interface Component {
  type: string
  position?: 'relative' | 'absolute'
  contents?: Component[]
}

/** https://developers.line.biz/en/docs/messaging-api/flex-message-layout/#available-components */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
}

/** https://developers.line.biz/en/reference/messaging-api/#box */
export const box = z
  .strictObject({
    type: z.literal('box'),
    layout: z.enum(['horizontal', 'vertical', 'baseline']),
    contents: z.array(z.lazy((): z.ZodType<Component> => component)),
    backgroundColor: colour,
    borderColor: colour,
    borderWidth: oneOf(PIXELS, 'none|light|normal|medium|semi-bold|bold'),
    cornerRadius: oneOf(PIXELS, SPACES),
    width: length,
    maxWidth: length,
    height: length,
    maxHeight: length,
    flex,
    spacing: space,
    paddingAll: padding,
    paddingTop: padding,
    paddingBottom: padding,
    paddingStart: padding,
    paddingEnd: padding,
    ...placement,
    action: flexAction().exactOptional(),
    justifyContent: z
      .enum(['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'])
      .exactOptional(),
    alignItems: z.enum(['center', 'flex-start', 'flex-end']).exactOptional(),
    background: background.exactOptional(),
  })
  .superRefine(({ layout, contents }, context) => {
    for (const [i, child] of contents.entries()) {
      if (!CHILDREN[layout]!.includes(child.type)) complain(context, 'invalid property', ['contents', i])
      if (layout !== 'baseline') continue
      for (const name of ['gravity', 'offsetBottom'])
        if (name in child) complain(context, 'invalid property', ['contents', i, name])
    }
  })

const component: z.ZodType<Component> = z.discriminatedUnion('type', [
  box,
  text,
  button,
  image,
  icon,
  separator,
  filler,
])

function isAspectRatio(text: string): boolean {
  const [, width, height] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text)?.map(Number) ?? []
  if (width === undefined || height === undefined) return false
  return width >= 1 && width <= 100_000 && height >= 1 && height <= 100_000 && height <= width * 3
}
