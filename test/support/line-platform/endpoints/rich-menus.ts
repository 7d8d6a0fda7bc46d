import { z } from 'zod'
import { type Ids, USER_ID } from '../ids.ts'
import { refuseBody } from '../messages/describe-issue.ts'
import type { People } from '../people.ts'
import {
  type ApiResponse,
  accepted,
  dotted,
  invalidBody,
  invalidParameter,
  invalidProperty,
  notFound,
  refused,
} from '../wire.ts'
import type { Handler } from './handler.ts'
import { readPictureSize } from './picture-size.ts'
import { RICH_MENU_ID, type RichMenuObject, richMenuObject } from './rich-menu-rules.ts'

export interface RichMenu extends RichMenuObject {
  richMenuId: string
}

interface Stored {
  menu: RichMenu
  image?: { type: string; bytes: Buffer }
}

/** The account's rich menus, and whose is which. */
export interface RichMenus {
  stored: Map<string, Stored>
  linked: Map<string, string>
  defaultId: string | undefined
}

export interface RichMenuDeps {
  menus: RichMenus
  people: People
  ids: Ids
}

const MOST_MENUS = 1_000
const MOST_LINKED_AT_ONCE = 500
const MOST_IMAGE_BYTES = 1_024 * 1_024
const NO_IMAGE = refused(400, 'must upload richmenu image before applying it to user')

const userIds = z.array(z.string().regex(USER_ID)).min(1).max(MOST_LINKED_AT_ONCE)
const linkBody = z.strictObject({ richMenuId: z.string().regex(RICH_MENU_ID), userIds })
const unlinkBody = z.strictObject({ userIds })

/** https://developers.line.biz/en/reference/messaging-api/#rich-menu and #per-user-rich-menu */
export function createRichMenus({ menus, people, ids }: RichMenuDeps) {
  const { stored, linked } = menus

  const create: Handler = ({ body }) => {
    const parsed = richMenuObject.safeParse(body, { reportInput: true })
    if (!parsed.success) return refuseBody(parsed.error)
    if (stored.size >= MOST_MENUS) return refused(400, 'The maximum number of rich menus has been reached')
    const richMenuId = ids.richMenu()
    stored.set(richMenuId, { menu: { richMenuId, ...parsed.data } })
    return accepted({ richMenuId })
  }

  const validate: Handler = ({ body }) => {
    const parsed = richMenuObject.safeParse(body, { reportInput: true })
    return parsed.success ? accepted() : refuseBody(parsed.error)
  }

  const remove: Handler = ({ params: { richMenuId = '' } }) => {
    if (!stored.delete(richMenuId)) return notFound()
    for (const [userId, id] of linked) if (id === richMenuId) linked.delete(userId)
    if (menus.defaultId === richMenuId) menus.defaultId = undefined
    return accepted()
  }

  const setImage: Handler = ({ params: { richMenuId = '' }, headers, bytes }) => {
    const found = stored.get(richMenuId)
    if (!found) return notFound()
    const type = headers['content-type'] ?? ''
    if (type !== 'image/png' && type !== 'image/jpeg')
      return refused(415, `The content type, ${type}, is not supported`)
    if (found.image) return refused(400, 'An image has already been uploaded to the richmenu')
    const picture = readPictureSize(bytes)
    const { width, height } = found.menu.size
    const fits = picture?.type === type && picture.width === width && picture.height === height
    if (!fits || bytes.length > MOST_IMAGE_BYTES) return refused(400, 'The image size is not allowed for richmenu')
    found.image = { type, bytes }
    return accepted()
  }

  /** Goes on with a menu that has its image. */
  function withImage(richMenuId: string, respond: () => ApiResponse): ApiResponse {
    const found = stored.get(richMenuId)
    if (!found) return notFound()
    return found.image ? respond() : NO_IMAGE
  }

  const link: Handler = ({ params: { userId = '', richMenuId = '' } }) => {
    if (!USER_ID.test(userId)) return invalidParameter('userId')
    return withImage(richMenuId, () => {
      if (people.isFriend(userId)) linked.set(userId, richMenuId)
      return accepted()
    })
  }

  const bulkLink: Handler = ({ body }) => {
    const parsed = linkBody.safeParse(body)
    if (!parsed.success) return refuseUsers(parsed.error)
    return withImage(parsed.data.richMenuId, () => {
      for (const userId of parsed.data.userIds.filter(people.isFriend)) linked.set(userId, parsed.data.richMenuId)
      return accepted({}, 202)
    })
  }

  const bulkUnlink: Handler = ({ body }) => {
    const parsed = unlinkBody.safeParse(body)
    if (!parsed.success) return refuseUsers(parsed.error)
    for (const userId of parsed.data.userIds) linked.delete(userId)
    return accepted({}, 202)
  }

  return {
    createRichMenu: create,
    validateRichMenu: validate,
    richMenus: () => accepted({ richmenus: Array.from(stored.values(), ({ menu }) => menu) }),
    richMenu: ({ params }) => {
      const found = stored.get(params.richMenuId ?? '')
      return found ? accepted(found.menu) : notFound()
    },
    deleteRichMenu: remove,
    setRichMenuImage: setImage,
    richMenuImage: ({ params }) => {
      const image = stored.get(params.richMenuId ?? '')?.image
      return image ? { status: 200, headers: { 'content-type': image.type }, body: image.bytes } : notFound()
    },
    setDefaultRichMenu: ({ params: { richMenuId = '' } }) =>
      withImage(richMenuId, () => {
        menus.defaultId = richMenuId
        return accepted()
      }),
    defaultRichMenu: () =>
      menus.defaultId === undefined ? notFound('no default richmenu') : accepted({ richMenuId: menus.defaultId }),
    clearDefaultRichMenu: () => {
      menus.defaultId = undefined
      return accepted()
    },
    linkRichMenu: link,
    linkedRichMenu: ({ params: { userId = '' } }) => {
      if (!USER_ID.test(userId)) return invalidParameter('userId')
      const richMenuId = linked.get(userId)
      return richMenuId === undefined ? notFound('the user has no richmenu') : accepted({ richMenuId })
    },
    unlinkRichMenu: ({ params: { userId = '' } }) => {
      if (!USER_ID.test(userId)) return invalidParameter('userId')
      linked.delete(userId)
      return accepted()
    },
    bulkLinkRichMenu: bulkLink,
    bulkUnlinkRichMenu: bulkUnlink,
  } satisfies Record<string, Handler>
}

function refuseUsers({ issues }: z.ZodError): ApiResponse {
  const path = issues[0]?.path ?? []
  if (path[0] === 'richMenuId') return invalidBody([{ message: 'invalid richMenuId', property: 'richMenuId' }])
  return invalidProperty(dotted(path))
}
