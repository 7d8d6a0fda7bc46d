import { z } from 'zod'
import { text } from './component-schema.ts'
import { type Embed, embeds } from './embed-schema.ts'
import { broken, formError, parseForm } from './form-body.ts'
import { type Component, everyComponent, layout, legacyRow } from './layout-schema.ts'
import { type AllowedMentions, allowedMentions } from './pings.ts'

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const

/** The flags that a body may set, by where it's sent. A deferral has a rule of its own. */
const SETTABLE = {
  channel: FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.componentsV2,
  interaction: FLAG.suppressEmbeds | FLAG.ephemeral | FLAG.suppressNotifications | FLAG.componentsV2,
  edit: FLAG.suppressEmbeds | FLAG.componentsV2,
} as const

const shared = {
  content: text(0, 2000, z.string().trim()).nullish(),
  embeds: embeds.nullish(),
  flags: z.int().min(0).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  tts: z.boolean().nullish(),
  nonce: z.union([text(0, 25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish(), type: z.literal(0).nullish() })
    .nullish(),
  attachments: z.array(z.unknown()).max(0).nullish(),
  sticker_ids: z.array(z.unknown()).max(3).nullish(),
  poll: z.unknown().optional(),
}
const classicBody = z.object({ ...shared, components: uniqueIds(z.array(legacyRow).max(5)).nullish() })
const componentsBody = z
  .object({ ...shared, components: uniqueIds(z.array(layout)).nullish() })
  .superRefine((body, context) => {
    for (const key of ['content', 'embeds', 'sticker_ids', 'poll'] as const) {
      const given = body[key]
      if (given != null && given !== '' && !(Array.isArray(given) && given.length === 0))
        context.addIssue(
          broken(
            'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
            [key],
          ),
        )
    }
  })

/** What a message says, whoever sent it. */
export interface MessageContent {
  content: string
  embeds: Embed[]
  components: Component[]
  flags: number
}

/** A body that was found in order. What it leaves out is undefined. */
export interface MessageBody extends Partial<MessageContent> {
  allowedMentions?: AllowedMentions
  nonce?: string | number
  enforceNonce: boolean
  reference?: { messageId: string; failIfNotExists: boolean }
}

/**
 * Reads the body of a message, new or edited. `existing` are the flags of the message that is edited. Throws 50035 with
 * the tree of what is wrong, below `under`.
 */
export function readMessageBody(
  body: unknown,
  from: keyof typeof SETTABLE,
  { existing = 0, under = [] }: { existing?: number; under?: readonly string[] } = {},
): MessageBody {
  const asked = z.object({ flags: shared.flags }).safeParse(body).data?.flags
  const refuseFlags = (code: string, message: string) => formError([{ path: [...under, 'flags'], code, message }])
  if (asked != null) {
    if ((asked & ~SETTABLE[from]) !== 0) throw refuseFlags('MESSAGE_FLAGS_INVALID', 'These flags cannot be set here')
    if (existing & FLAG.componentsV2 && !(asked & FLAG.componentsV2))
      throw refuseFlags('MESSAGE_FLAGS_COMPONENTS_V2', 'IS_COMPONENTS_V2 cannot be removed from a message')
  }
  const isV2 = Boolean((asked ?? existing) & FLAG.componentsV2)
  const read = parseForm(isV2 ? componentsBody : classicBody, body, under)
  return {
    ...(read.content !== undefined && { content: read.content ?? '' }),
    ...(read.embeds !== undefined && { embeds: read.embeds ?? [] }),
    ...(read.components !== undefined && { components: numbered(read.components ?? []) }),
    ...(asked != null && { flags: asked }),
    ...(read.allowed_mentions != null && { allowedMentions: read.allowed_mentions }),
    ...(read.nonce != null && { nonce: read.nonce }),
    enforceNonce: read.enforce_nonce ?? false,
    ...(read.message_reference != null && {
      reference: {
        messageId: read.message_reference.message_id,
        failIfNotExists: read.message_reference.fail_if_not_exists ?? true,
      },
    }),
  }
}

function uniqueIds<T extends z.ZodType<Component[]>>(schema: T) {
  return schema.superRefine((components, context) => {
    for (const key of ['custom_id', 'id'] as const) {
      const ids = everyComponent(components).flatMap((each) =>
        key in each ? ((each as Record<string, unknown>)[key] ?? []) : [],
      )
      const used = ids.filter((id) => id !== 0)
      if (new Set(used).size < used.length)
        context.addIssue(
          broken(
            `COMPONENT_${key.toUpperCase()}_DUPLICATED`,
            `Component ${key.replace('_', ' ')} cannot be duplicated`,
          ),
        )
    }
  })
}

/** Gives every component that has none an id, in order, past those that are taken. */
function numbered(components: Component[]): Component[] {
  const all = everyComponent(components)
  const taken = new Set(all.map(({ id }) => id))
  let next = 1
  for (const component of all) {
    if (component.id) continue
    while (taken.has(next)) next++
    component.id = next++
  }
  return components
}
