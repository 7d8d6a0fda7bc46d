import type { messagingApi } from '@line/bot-sdk'

/** What became of a call that sends messages. */
export type Sent =
  | { kind: 'sent'; messageIds: string[] }
  /** The reply token has been used, or is too old. */
  | { kind: 'invalid-token' }
  /** LINE sent nothing, and never will. `isForm`: it may be for what the messages look like. */
  | { kind: 'refused'; isForm: boolean }
  /** The access token isn't taken. */
  | { kind: 'unauthorised' }
  /** Too much at once, or in this month. */
  | { kind: 'limited'; isMonthly: boolean; retryAfter?: number }
  /** No connection came about, so nothing was sent. */
  | { kind: 'unconnected' }
  /** No answer, or one that says nothing: it may have been sent. */
  | { kind: 'unknown' }

export interface LineApi {
  reply(replyToken: string, messages: messagingApi.Message[]): Promise<Sent>
  /** `retryKey` is a UUID: LINE does what comes with it only once in 24 hours. */
  push(to: string, messages: messagingApi.Message[], retryKey: string): Promise<Sent>
  /** Shows that an answer is being looked for, in the chat with a person. */
  showLoading(userId: string, seconds: number): Promise<void>
  /** BCP 47, of the person's LINE. */
  languageOf(userId: string): Promise<string | undefined>
  /** How many messages may be pushed this month; undefined when that isn't known. */
  pushesLeft(): Promise<number | undefined>
  memberCount(place: { kind: 'group' | 'room'; chatId: string }): Promise<number | undefined>
  /** Shows a person the rich menu that an alias stands for; false when there is none. */
  linkRichMenu(userId: string, aliasId: string): Promise<boolean>
  botInfo(): Promise<messagingApi.BotInfoResponse | undefined>
}

export interface LineApiOptions {
  /** Secret. */
  accessToken: string
  /** LINE's own unless given. */
  baseURL?: string
  /** Told of every call, for LINE's support asks for its request id. */
  onCall: (call: LineCall) => void
  timeoutMs: number
}

export interface LineCall {
  call: string
  /** Undefined when there was no answer. */
  status?: number
  requestId?: string
  milliseconds: number
}

type Outcome<Body> =
  | { ok: true; body: Body }
  | { ok: false; status: number; body: ErrorBody; headers: Headers }
  | { ok: false; status: undefined; isConnected: boolean }

interface ErrorBody {
  message: string
  sentMessages: unknown
}

/** LINE's own client with a time limit for each call; what fails is told as a value. Loaded only when LINE is on. */
export async function createLineApi(options: LineApiOptions): Promise<LineApi> {
  const { accessToken, baseURL, onCall, timeoutMs } = options
  const { HTTPFetchError, messagingApi } = await import('@line/bot-sdk')
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: accessToken,
    ...(baseURL !== undefined && { baseURL }),
  })

  async function call<Body>(
    name: string,
    start: () => Promise<{ httpResponse: Response; body: Body }>,
  ): Promise<Outcome<Body>> {
    const started = performance.now()
    const note = (status: number | undefined, headers: Headers | undefined) => {
      const requestId = headers?.get('x-line-request-id')
      onCall({
        call: name,
        milliseconds: Math.round(performance.now() - started),
        ...(status !== undefined && { status }),
        ...(requestId && { requestId }),
      })
    }
    try {
      // The client can't be told to stop: whatever comes of the call after this is unknown.
      const { httpResponse, body } = await within(start(), timeoutMs)
      note(httpResponse.status, httpResponse.headers)
      return { ok: true, body }
    } catch (error) {
      if (!(error instanceof HTTPFetchError)) {
        note(undefined, undefined)
        return { ok: false, status: undefined, isConnected: !isUnconnected(error) }
      }
      note(error.status, error.headers)
      return { ok: false, status: error.status, body: readError(error.body), headers: error.headers }
    }
  }

  const bodyOf = <Body>(outcome: Outcome<Body>) => (outcome.ok ? outcome.body : undefined)
  let quota: { left: number | undefined; at: number } | undefined

  return {
    reply: async (replyToken, messages) =>
      readSent(await call('reply', () => client.replyMessageWithHttpInfo({ replyToken, messages }))),
    async push(to, messages, retryKey) {
      quota = undefined
      return readSent(await call('push', () => client.pushMessageWithHttpInfo({ to, messages }, retryKey)))
    },
    async showLoading(chatId, loadingSeconds) {
      await call('loading', () => client.showLoadingAnimationWithHttpInfo({ chatId, loadingSeconds }))
    },
    languageOf: async (userId) => bodyOf(await call('profile', () => client.getProfileWithHttpInfo(userId)))?.language,
    async pushesLeft() {
      if (quota !== undefined && performance.now() - quota.at < QUOTA_KNOWN_FOR) return quota.left
      const [limit, used] = await Promise.all([
        call('quota', () => client.getMessageQuotaWithHttpInfo()),
        call('consumption', () => client.getMessageQuotaConsumptionWithHttpInfo()),
      ])
      const left = !limit.ok || !used.ok ? undefined : leftOf(limit.body, used.body)
      quota = { left, at: performance.now() }
      return left
    },
    async memberCount({ kind, chatId }) {
      const counted = await call('members', () =>
        kind === 'group'
          ? client.getGroupMemberCountWithHttpInfo(chatId)
          : client.getRoomMemberCountWithHttpInfo(chatId),
      )
      return bodyOf(counted)?.count
    },
    async linkRichMenu(userId, aliasId) {
      const alias = bodyOf(await call('alias', () => client.getRichMenuAliasWithHttpInfo(aliasId)))
      if (alias === undefined) return false
      return (await call('link menu', () => client.linkRichMenuIdToUserWithHttpInfo(userId, alias.richMenuId))).ok
    },
    botInfo: async () => bodyOf(await call('bot info', () => client.getBotInfoWithHttpInfo())),
  }
}

const QUOTA_KNOWN_FOR = 60_000
/** https://nodejs.org/api/errors.html#common-system-errors, and undici's own for a connection that takes too long. */
const UNCONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** Whether fetch failed before it could send anything. */
function isUnconnected(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
  return code !== undefined && UNCONNECTED.includes(code)
}

function leftOf(limit: messagingApi.MessageQuotaResponse, used: messagingApi.QuotaConsumptionResponse): number {
  return limit.type === 'limited' ? (limit.value ?? 0) - used.totalUsage : Number.POSITIVE_INFINITY
}

/** https://developers.line.biz/en/reference/messaging-api/#status-codes and #error-responses */
function readSent(outcome: Outcome<{ sentMessages?: unknown }>): Sent {
  if (outcome.ok) return { kind: 'sent', messageIds: idsOf(outcome.body.sentMessages) }
  if (outcome.status === undefined) return { kind: outcome.isConnected ? 'unknown' : 'unconnected' }
  if (outcome.status >= 500) return { kind: 'unknown' }
  const { status, body, headers } = outcome
  switch (status) {
    case 400:
      if (/invalid reply token/i.test(body.message)) return { kind: 'invalid-token' }
      // Of a chat that isn't there, or isn't ours.
      return { kind: 'refused', isForm: !/failed to send messages/i.test(body.message) }
    case 401:
    case 403:
      return { kind: 'unauthorised' }
    case 409:
      return { kind: 'sent', messageIds: idsOf(body.sentMessages) }
    case 413:
      return { kind: 'refused', isForm: true }
    case 429: {
      const seconds = Number(headers.get('retry-after') ?? Number.NaN)
      return {
        kind: 'limited',
        isMonthly: /monthly limit/i.test(body.message),
        ...(seconds >= 0 && { retryAfter: seconds * 1_000 }),
      }
    }
    default:
      return { kind: 'refused', isForm: false }
  }
}

function readError(text: string): ErrorBody {
  try {
    const { message, sentMessages } = JSON.parse(text)
    return { message: String(message), sentMessages }
  } catch {
    return { message: '', sentMessages: undefined }
  }
}

/** The ids are of use, but nothing depends on them. */
function idsOf(sentMessages: unknown): string[] {
  if (!Array.isArray(sentMessages)) return []
  return sentMessages.flatMap((message) => (message?.id === undefined ? [] : String(message.id)))
}

function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('There was no answer in time')), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
