import { z } from 'zod'
import { isLink, text } from './component-schema.ts'
import { broken } from './form-body.ts'

const trimmed = (min: number, max: number) => text(min, max, z.string().trim())
const link = z.string().refine(isLink)
const picture = z.object({ url: z.string() }).nullish()

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const embed = z.object({
  title: trimmed(0, 256).nullish(),
  description: trimmed(0, 4096).nullish(),
  url: link.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xff_ff_ff).nullish(),
  footer: z.object({ text: trimmed(1, 2048), icon_url: z.string().nullish() }).nullish(),
  author: z.object({ name: trimmed(1, 256), url: link.nullish(), icon_url: z.string().nullish() }).nullish(),
  fields: z
    .array(z.object({ name: trimmed(1, 256), value: trimmed(1, 1024), inline: z.boolean().nullish() }))
    .max(25)
    .nullish(),
  image: picture,
  thumbnail: picture,
})

export type Embed = z.infer<typeof embed>

export const embeds = z
  .array(embed)
  .max(10)
  .superRefine((all, context) => {
    if (all.flatMap(embedTexts).join('').length > 6000)
      context.addIssue(broken('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'))
    for (const [at, one] of all.entries()) {
      if (embedTexts(one).length === 0 && one.image == null && one.thumbnail == null)
        context.addIssue(broken('BASE_TYPE_REQUIRED', 'This field is required', [at, 'description']))
    }
  })

/** All that counts towards the 6,000 characters. */
export function embedTexts({ title, description, footer, author, fields }: Embed): string[] {
  const texts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap((each) => [each.name, each.value]),
  ]
  return texts.filter((each) => each != null && each !== '') as string[]
}
