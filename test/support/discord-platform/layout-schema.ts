import { z } from 'zod'
import {
  type Button,
  button,
  componentId,
  entitySelect,
  isLink,
  type Select,
  stringSelect,
  TYPE,
  text,
} from './component-schema.ts'
import { broken } from './form-body.ts'

export const actionRow = z
  .object({
    type: z.literal(TYPE.actionRow),
    id: componentId,
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some(({ type }) => type !== TYPE.button))
      context.addIssue(
        broken('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', ['components']),
      )
  })

export const textDisplay = z.object({
  type: z.literal(TYPE.textDisplay),
  id: componentId,
  content: z.string().refine((content) => content.trim() !== '', {
    params: { code: 'BASE_TYPE_REQUIRED' },
    error: 'This field is required',
  }),
})

const media = z.object({ url: z.string().refine((url) => isLink(url) || url.startsWith('attachment://')) })
const picture = { media, description: text(0, 1024).nullish(), spoiler: z.boolean().nullish() }
const thumbnail = z.object({ type: z.literal(TYPE.thumbnail), id: componentId, ...picture })
const section = z.object({
  type: z.literal(TYPE.section),
  id: componentId,
  components: z
    .array(z.discriminatedUnion('type', [textDisplay]))
    .min(1)
    .max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
})
const mediaGallery = z.object({
  type: z.literal(TYPE.mediaGallery),
  id: componentId,
  items: z.array(z.object(picture)).min(1).max(10),
})
const separator = z.object({
  type: z.literal(TYPE.separator),
  id: componentId,
  divider: z.boolean().nullish(),
  spacing: z.union([z.literal(1), z.literal(2)]).nullish(),
})
const inContainer = [actionRow, section, textDisplay, mediaGallery, separator] as const
const container = z.object({
  type: z.literal(TYPE.container),
  id: componentId,
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
  accent_color: z.int().min(0).max(0xff_ff_ff).nullish(),
  spoiler: z.boolean().nullish(),
})

/** What a message may have at the top: with IS_COMPONENTS_V2, and without. */
export const layout = z.discriminatedUnion('type', [...inContainer, container])
export const legacyRow = z.discriminatedUnion('type', [actionRow])

export type Component = z.infer<typeof layout> | Button | Select | z.infer<typeof thumbnail>

/** Each component of a message, the outer one before those in it. */
export function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...('components' in component ? everyComponent(component.components) : []),
    ...('accessory' in component ? [component.accessory] : []),
  ])
}
