import { z } from 'zod'
import type { LineEvent, Place } from './parse-webhook.ts'

/** What it takes to answer an event, as it's kept, sealed, until that's done. */
const workSchema = z.object({
  place: z.object({
    kind: z.enum(['person', 'group', 'room']),
    chatId: z.string().exactOptional(),
    userId: z.string().exactOptional(),
  }),
  replyToken: z.string().exactOptional(),
  quoteToken: z.string().exactOptional(),
  quotedMessageId: z.string().exactOptional(),
  said: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('postback'), data: z.string() }),
    z.object({ kind: z.enum(['media', 'follow', 'join']) }),
  ]),
})

export type LineWork = z.infer<typeof workSchema>
export type Said = LineWork['said']

export function writeWork(event: LineEvent, said: Said): string {
  const { place, replyToken } = event
  const { quoteToken, quotedMessageId } = event.kind === 'text' ? event : {}
  const work: LineWork = {
    place,
    said,
    ...(replyToken !== undefined && { replyToken }),
    ...(quoteToken !== undefined && { quoteToken }),
    ...(quotedMessageId !== undefined && { quotedMessageId }),
  }
  return JSON.stringify(work)
}

/** Undefined for what an earlier version has left, and this one can't read. */
export function readWork(text: string): LineWork | undefined {
  return workSchema.safeParse(JSON.parse(text)).data
}

export function isGroup({ kind }: Place): boolean {
  return kind !== 'person'
}
