import { type ApiResponse, accepted, invalidBody, notFound, refused } from '../wire.ts'
import type { Handler } from './handler.ts'
import { ALIAS_ID, RICH_MENU_ID } from './rich-menu-rules.ts'
import type { RichMenus } from './rich-menus.ts'

const MOST_ALIASES = 1_000

/** https://developers.line.biz/en/reference/messaging-api/#create-rich-menu-alias and those that follow it there. */
export function createRichMenuAliases(menus: RichMenus, aliases: Map<string, string>) {
  /** Only a menu of this account that has its image can have an alias. */
  function checkMenu(richMenuId: unknown): ApiResponse | undefined {
    if (typeof richMenuId !== 'string' || !RICH_MENU_ID.test(richMenuId))
      return invalidBody([{ message: 'invalid richMenuId', property: 'richMenuId' }])
    return menus.stored.get(richMenuId)?.image ? undefined : refused(400, 'richmenu not found')
  }

  const known =
    (respond: (aliasId: string, body: Record<string, unknown>) => ApiResponse): Handler =>
    ({ params, body }) => {
      const aliasId = params.richMenuAliasId ?? ''
      if (!ALIAS_ID.test(aliasId)) return refused(400, 'Invalid richmenu alias id')
      return aliases.has(aliasId)
        ? respond(aliasId, (body ?? {}) as Record<string, unknown>)
        : notFound('richmenu alias not found')
    }

  const create: Handler = ({ body }) => {
    const { richMenuAliasId, richMenuId, ...more } = (body ?? {}) as Record<string, unknown>
    if (typeof richMenuAliasId !== 'string' || !ALIAS_ID.test(richMenuAliasId) || Object.keys(more).length > 0)
      return invalidBody([{ message: 'invalid richMenuAliasId', property: 'richMenuAliasId' }])
    const wrong = checkMenu(richMenuId)
    if (wrong) return wrong
    if (aliases.has(richMenuAliasId)) return refused(400, 'conflict richmenu alias id')
    if (aliases.size >= MOST_ALIASES) return refused(400, 'The maximum number of rich menu aliases has been reached')
    aliases.set(richMenuAliasId, richMenuId as string)
    return accepted()
  }

  const describe = (richMenuAliasId: string) => ({ richMenuAliasId, richMenuId: aliases.get(richMenuAliasId) })

  return {
    createAlias: create,
    updateAlias: known((aliasId, { richMenuId }) => {
      const wrong = checkMenu(richMenuId)
      if (wrong) return wrong
      aliases.set(aliasId, richMenuId as string)
      return accepted()
    }),
    aliases: () => accepted({ aliases: Array.from(aliases.keys(), describe) }),
    alias: known((aliasId) => accepted(describe(aliasId))),
    deleteAlias: known((aliasId) => {
      aliases.delete(aliasId)
      return accepted()
    }),
  } satisfies Record<string, Handler>
}
