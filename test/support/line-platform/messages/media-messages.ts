import { z } from 'zod'
import { commonProperties } from './common-properties.ts'
import { mediaUrl, shown } from './fields.ts'

const media = { originalContentUrl: mediaUrl(), ...commonProperties }

/** https://developers.line.biz/en/reference/messaging-api/#image-message and those that follow it there. */
export const mediaMessages = [
  z.strictObject({ type: z.literal('image'), ...media, previewImageUrl: mediaUrl() }),
  z.strictObject({
    type: z.literal('video'),
    ...media,
    previewImageUrl: mediaUrl(),
    trackingId: z
      .string()
      .regex(/^[-.=,+*()%$&;:@{}!?<>[\]a-zA-Z0-9]{1,100}$/)
      .exactOptional(),
  }),
  z.strictObject({ type: z.literal('audio'), ...media, duration: z.int().positive() }),
  z.strictObject({
    type: z.literal('location'),
    title: shown(100),
    address: shown(100),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    ...commonProperties,
  }),
  z.strictObject({
    type: z.literal('sticker'),
    packageId: z.string().regex(/^\d+$/),
    stickerId: z.string().regex(/^\d+$/),
    quoteToken: z.string().exactOptional(),
    ...commonProperties,
  }),
] as const
