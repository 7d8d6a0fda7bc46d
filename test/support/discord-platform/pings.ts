import { z } from 'zod'
import { snowflake } from './component-schema.ts'
import { broken } from './form-body.ts'

const kinds = ['users', 'roles', 'everyone'] as const
const ids = z.array(snowflake).max(100).nullish()

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export const allowedMentions = z
  .object({
    parse: z.array(z.enum(kinds)).nullish(),
    users: ids,
    roles: ids,
    replied_user: z.boolean().nullish(),
  })
  .superRefine(({ parse, users, roles }, context) => {
    for (const [kind, listed] of Object.entries({ users, roles })) {
      if (parse?.includes(kind as 'users' | 'roles') && listed?.length)
        context.addIssue(
          broken(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        )
    }
  })

export type AllowedMentions = z.infer<typeof allowedMentions>

/** Whom a message calls. */
export interface Pings {
  users: string[]
  roles: string[]
  everyone: boolean
}

/** What holds when a message doesn't say: in channels everything, from interactions people alone. */
export const DEFAULT_MENTIONS = {
  channel: { parse: [...kinds] },
  interaction: { parse: ['users' as const] },
} satisfies Record<string, AllowedMentions>

/**
 * Whom these texts would ping. On the side of caution: code, backslashes and invisible characters protect nobody, for
 * Discord strips or has come to read through what people put between an @ and a name.
 */
export function pingsOf(texts: readonly string[], allowed: AllowedMentions): Pings {
  const all = texts.join('\n').replace(/[\\\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
  const found = (pattern: RegExp) => [...new Set(Array.from(all.matchAll(pattern), ([, id]) => id!))]
  const permitted = (kind: 'users' | 'roles', mentioned: string[]) =>
    allowed.parse?.includes(kind) ? mentioned : mentioned.filter((id) => allowed[kind]?.includes(id))
  return {
    users: permitted('users', found(/<@!?(\d+)>/g)),
    roles: permitted('roles', found(/<@&(\d+)>/g)),
    everyone: (allowed.parse?.includes('everyone') ?? false) && /@(?:everyone|here)/i.test(all),
  }
}

export function pingsAnybody({ users, roles, everyone }: Pings): boolean {
  return everyone || users.length > 0 || roles.length > 0
}
