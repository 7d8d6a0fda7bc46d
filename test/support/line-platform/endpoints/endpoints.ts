/** So many requests in so many ms: https://developers.line.biz/en/reference/messaging-api/#rate-limits */
export interface RateLimit {
  requests: number
  perMs: number
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** `api-data.line.me` carries content and pictures. */
  host?: 'data'
  /** `maybe-json` may be left out. */
  body?: 'json' | 'maybe-json' | 'bytes'
  limit?: RateLimit
}

export const OTHER_ENDPOINTS: RateLimit = { requests: 2_000, perMs: 1_000 }
const LOADING: RateLimit = { requests: 100, perMs: 1_000 }
const RICH_MENU_LIST: RateLimit = { requests: 10, perMs: 1_000 }
const RICH_MENU_CHANGE: RateLimit = { requests: 100, perMs: 3_600_000 }
const WEBHOOK_TEST: RateLimit = { requests: 60, perMs: 3_600_000 }
const WEBHOOK_ENDPOINT: RateLimit = { requests: 1_000, perMs: 60_000 }

/** Every endpoint that the stand-in has, by the name under which tests speak of it. */
export const ENDPOINTS = {
  reply: { method: 'POST', path: '/v2/bot/message/reply', body: 'json' },
  push: { method: 'POST', path: '/v2/bot/message/push', body: 'json' },
  validateReply: { method: 'POST', path: '/v2/bot/message/validate/reply', body: 'json' },
  validatePush: { method: 'POST', path: '/v2/bot/message/validate/push', body: 'json' },
  quota: { method: 'GET', path: '/v2/bot/message/quota' },
  consumption: { method: 'GET', path: '/v2/bot/message/quota/consumption' },
  loading: { method: 'POST', path: '/v2/bot/chat/loading/start', body: 'json', limit: LOADING },
  markAsRead: { method: 'POST', path: '/v2/bot/chat/markAsRead', body: 'json' },
  profile: { method: 'GET', path: '/v2/bot/profile/{userId}' },
  groupSummary: { method: 'GET', path: '/v2/bot/group/{groupId}/summary' },
  groupCount: { method: 'GET', path: '/v2/bot/group/{groupId}/members/count' },
  groupMemberIds: { method: 'GET', path: '/v2/bot/group/{groupId}/members/ids' },
  groupMember: { method: 'GET', path: '/v2/bot/group/{groupId}/member/{userId}' },
  leaveGroup: { method: 'POST', path: '/v2/bot/group/{groupId}/leave' },
  roomCount: { method: 'GET', path: '/v2/bot/room/{roomId}/members/count' },
  roomMemberIds: { method: 'GET', path: '/v2/bot/room/{roomId}/members/ids' },
  roomMember: { method: 'GET', path: '/v2/bot/room/{roomId}/member/{userId}' },
  leaveRoom: { method: 'POST', path: '/v2/bot/room/{roomId}/leave' },
  botInfo: { method: 'GET', path: '/v2/bot/info' },
  getWebhook: { method: 'GET', path: '/v2/bot/channel/webhook/endpoint', limit: WEBHOOK_ENDPOINT },
  setWebhook: { method: 'PUT', path: '/v2/bot/channel/webhook/endpoint', body: 'json', limit: WEBHOOK_ENDPOINT },
  testWebhook: { method: 'POST', path: '/v2/bot/channel/webhook/test', body: 'maybe-json', limit: WEBHOOK_TEST },
  content: { method: 'GET', path: '/v2/bot/message/{messageId}/content', host: 'data' },
  contentPreview: { method: 'GET', path: '/v2/bot/message/{messageId}/content/preview', host: 'data' },
  transcoding: { method: 'GET', path: '/v2/bot/message/{messageId}/content/transcoding', host: 'data' },
  createRichMenu: { method: 'POST', path: '/v2/bot/richmenu', body: 'json', limit: RICH_MENU_CHANGE },
  validateRichMenu: { method: 'POST', path: '/v2/bot/richmenu/validate', body: 'json' },
  richMenus: { method: 'GET', path: '/v2/bot/richmenu/list', limit: RICH_MENU_LIST },
  richMenu: { method: 'GET', path: '/v2/bot/richmenu/{richMenuId}' },
  deleteRichMenu: { method: 'DELETE', path: '/v2/bot/richmenu/{richMenuId}', limit: RICH_MENU_CHANGE },
  setRichMenuImage: { method: 'POST', path: '/v2/bot/richmenu/{richMenuId}/content', host: 'data', body: 'bytes' },
  richMenuImage: { method: 'GET', path: '/v2/bot/richmenu/{richMenuId}/content', host: 'data' },
  setDefaultRichMenu: { method: 'POST', path: '/v2/bot/user/all/richmenu/{richMenuId}' },
  defaultRichMenu: { method: 'GET', path: '/v2/bot/user/all/richmenu' },
  clearDefaultRichMenu: { method: 'DELETE', path: '/v2/bot/user/all/richmenu' },
  linkRichMenu: { method: 'POST', path: '/v2/bot/user/{userId}/richmenu/{richMenuId}' },
  linkedRichMenu: { method: 'GET', path: '/v2/bot/user/{userId}/richmenu' },
  unlinkRichMenu: { method: 'DELETE', path: '/v2/bot/user/{userId}/richmenu' },
  bulkLinkRichMenu: { method: 'POST', path: '/v2/bot/richmenu/bulk/link', body: 'json' },
  bulkUnlinkRichMenu: { method: 'POST', path: '/v2/bot/richmenu/bulk/unlink', body: 'json' },
  createAlias: { method: 'POST', path: '/v2/bot/richmenu/alias', body: 'json' },
  updateAlias: { method: 'POST', path: '/v2/bot/richmenu/alias/{richMenuAliasId}', body: 'json' },
  aliases: { method: 'GET', path: '/v2/bot/richmenu/alias/list' },
  alias: { method: 'GET', path: '/v2/bot/richmenu/alias/{richMenuAliasId}' },
  deleteAlias: { method: 'DELETE', path: '/v2/bot/richmenu/alias/{richMenuAliasId}', limit: RICH_MENU_CHANGE },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS

/** A fixed path before one with a parameter in its place: `/richmenu/list` is no rich menu called "list". */
const ORDERED = (Object.keys(ENDPOINTS) as EndpointName[])
  .map((name) => ({ name, ...(ENDPOINTS[name] as Endpoint) }))
  .sort((a, b) => a.path.split('{').length - b.path.split('{').length)

export interface Route {
  name: EndpointName
  endpoint: Endpoint
  params: Record<string, string>
}

/** `hosts` are those that the port stands for; undefined when there is no such endpoint. */
export function findRoute(method: string, path: string, hosts: readonly ('api' | 'data')[]): Route | undefined {
  for (const { name, ...endpoint } of ORDERED) {
    if (endpoint.method !== method || !hosts.includes(endpoint.host ?? 'api')) continue
    const params = matchPath(endpoint.path, path)
    if (params) return { name, endpoint, params }
  }
  return undefined
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name !== undefined) params[name] = given[i]!
    else if (part !== given[i]) return undefined
  }
  return params
}
