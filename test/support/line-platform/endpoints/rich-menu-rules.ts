import { z } from 'zod'
import { richMenuAction } from '../messages/actions.ts'
import { complain, graphemes, shown } from '../messages/fields.ts'

const MOST_AREAS = 20
const LEAST_RATIO = 1.45

const size = z
  .strictObject({ width: z.int().min(800).max(2_500), height: z.int().min(250) })
  .refine(({ width, height }) => width / height >= LEAST_RATIO, `width / height must be at least ${LEAST_RATIO}`)

const bounds = z.strictObject({
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
})

/** https://developers.line.biz/en/reference/messaging-api/#rich-menu-object */
export const richMenuObject = z
  .strictObject({
    size,
    selected: z.boolean(),
    name: shown(300, graphemes),
    chatBarText: shown(14, graphemes),
    areas: z.array(z.strictObject({ bounds, action: richMenuAction() })).max(MOST_AREAS),
  })
  .superRefine(({ size, areas }, context) => {
    for (const [i, { bounds }] of areas.entries()) {
      if (bounds.x + bounds.width > size.width || bounds.y + bounds.height > size.height)
        complain(context, 'must lie within the menu', ['areas', i, 'bounds'])
    }
  })

export type RichMenuObject = z.infer<typeof richMenuObject>

export const ALIAS_ID = /^[a-z0-9_-]{1,32}$/
export const RICH_MENU_ID = /^richmenu-[0-9a-f]{32}$/
