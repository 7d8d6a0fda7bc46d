import { z } from 'zod'

const language = z.enum(['th', 'en', 'ja'])

/** Where somebody is: `place` decides who sees what, and what can be done there. */
const where = z.object({ channelId: z.string(), place: z.enum(['channel', 'thread', 'direct']) })

/** What it takes to answer, as it's kept, sealed, until that's done. */
const workSchema = z.object({
  from: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('interaction'),
      id: z.string(),
      token: z.string(),
      applicationId: z.string(),
      isPrivate: z.boolean(),
    }),
    z.object({ kind: z.literal('message'), messageId: z.string() }),
  ]),
  where,
  /** Of the person's Discord; answers are in the question's language. */
  locale: language,
  wish: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ask'),
      question: z.string(),
      language: language.exactOptional(),
      /** What was asked before, oldest first, when it isn't what the person asked there last. */
      history: z.array(z.string()).exactOptional(),
    }),
    z.object({ kind: z.literal('check'), text: z.string() }),
    z.object({ kind: z.literal('thread'), messageId: z.string() }),
  ]),
})

export type DiscordWork = z.infer<typeof workSchema>
export type Origin = DiscordWork['from']
export type Where = z.infer<typeof where>
export type Wish = DiscordWork['wish']

export function writeWork(work: DiscordWork): string {
  return JSON.stringify(work)
}

/** Undefined for what an earlier version has left, and this one can't read. */
export function readWork(text: string): DiscordWork | undefined {
  return workSchema.safeParse(JSON.parse(text)).data
}
