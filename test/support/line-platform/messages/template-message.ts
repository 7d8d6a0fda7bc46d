import { z } from 'zod'
import { imageCarouselAction, templateAction } from './actions.ts'
import { commonProperties } from './common-properties.ts'
import { complain, graphemes, mediaUrl, shown } from './fields.ts'

const picture = {
  imageAspectRatio: z.enum(['rectangle', 'square']).exactOptional(),
  imageSize: z.enum(['cover', 'contain']).exactOptional(),
}
const column = {
  thumbnailImageUrl: mediaUrl().exactOptional(),
  imageBackgroundColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .exactOptional(),
  title: shown(40, graphemes).exactOptional(),
  defaultAction: templateAction().exactOptional(),
}

/** With a picture or a title, less text fits. */
function checkText(
  given: { text: string; title?: string; thumbnailImageUrl?: string },
  alone: number,
  context: z.RefinementCtx,
) {
  const limit = given.title === undefined && given.thumbnailImageUrl === undefined ? alone : 60
  if (graphemes(given.text) > limit) complain(context, `Length must be between 0 and ${limit}`, ['text'])
}

const buttons = z
  .strictObject({
    type: z.literal('buttons'),
    ...picture,
    ...column,
    text: shown(160, graphemes),
    actions: z.array(templateAction()).min(1).max(4),
  })
  .superRefine((given, context) => checkText(given, 160, context))

const confirm = z.strictObject({
  type: z.literal('confirm'),
  text: shown(240, graphemes),
  actions: z.array(templateAction()).length(2),
})

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    ...picture,
    columns: z
      .array(
        z
          .strictObject({ ...column, text: shown(120, graphemes), actions: z.array(templateAction()).min(1).max(3) })
          .superRefine((given, context) => checkText(given, 120, context)),
      )
      .min(1)
      .max(10),
  })
  .superRefine(({ columns }, context) => {
    const alike = (of: (one: (typeof columns)[number]) => unknown) => new Set(columns.map(of)).size <= 1
    if (!alike(({ actions }) => actions.length))
      complain(context, 'the number of actions must be the same', ['columns'])
    if (!alike(({ title }) => title === undefined)) complain(context, 'a title for all columns or none', ['columns'])
    if (!alike(({ thumbnailImageUrl }) => thumbnailImageUrl === undefined))
      complain(context, 'a picture for all columns or none', ['columns'])
  })

const imageCarousel = z.strictObject({
  type: z.literal('image_carousel'),
  columns: z
    .array(z.strictObject({ imageUrl: mediaUrl(), action: imageCarouselAction() }))
    .min(1)
    .max(10),
})

/** https://developers.line.biz/en/reference/messaging-api/#template-messages */
export const templateMessage = z.strictObject({
  type: z.literal('template'),
  altText: shown(1_500),
  template: z.discriminatedUnion('type', [buttons, confirm, carousel, imageCarousel]),
  ...commonProperties,
})
