import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js'

/**
 * What a failed call means. `acknowledged`: somebody has given the first answer already · `late`: nobody can give it any more ·
 * `gone`: the message, or the right to change it, is no more · `forbidden`: Accord may not do that there · `malformed`: Discord
 * doesn't take what was sent · `passing`: the same may go well a moment later · `refused`: anything else.
 */
export type Failure = 'acknowledged' | 'late' | 'gone' | 'forbidden' | 'malformed' | 'passing' | 'refused'

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const FAILURES: ReadonlyMap<number | string, Failure> = new Map<number, Failure>([
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'acknowledged'],
  [RESTJSONErrorCodes.UnknownInteraction, 'late'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.UnknownWebhook, 'gone'],
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'gone'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'forbidden'],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'forbidden'],
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'malformed'],
  [RESTJSONErrorCodes.RequestEntityTooLarge, 'malformed'],
  [RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'malformed'],
])

export function failureOf(error: unknown): Failure {
  if (error instanceof DiscordAPIError) {
    const known = FAILURES.get(error.code)
    if (known !== undefined) return known
    return error.status === 429 || error.status >= 500 ? 'passing' : 'refused'
  }
  // Beside Discord's own answers: a server on the way, no answer in time, or no connection.
  return error instanceof HTTPError || isOfTransport(error) ? 'passing' : 'refused'
}

/** Discord's own fault, or a body that is too much for it. */
export function isInternal(error: unknown): boolean {
  return (error instanceof HTTPError || error instanceof DiscordAPIError) && error.status === 500
}

/** For logs: what, and not with what. Discord's errors carry the request, which is what a person wrote, and tokens in its address. */
export function describeFailure(error: unknown): string {
  if (error instanceof DiscordAPIError) return `Discord answered ${error.status} (${error.code}) to ${error.method}`
  if (error instanceof HTTPError) return `Discord answered ${error.status} to ${error.method}`
  if (isOfTransport(error)) return `No answer from Discord: ${codeOf(error) ?? (error as Error).name}`
  return error instanceof Error ? `${error.name}: ${error.message}` : 'something that is no error was thrown'
}

/** The fields that Discord finds wrong, without their values. */
export function describeFields(error: unknown): string {
  if (!(error instanceof DiscordAPIError)) return ''
  const found: string[] = []
  const walk = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, child] of Object.entries(node)) {
      if (key === '_errors' && Array.isArray(child)) found.push(`${path} ${child.map((each) => each?.code).join(', ')}`)
      else walk(child, path === '' ? key : `${path}.${key}`)
    }
  }
  walk((error.rawError as { errors?: unknown }).errors, '')
  return found.join('; ')
}

function isOfTransport(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'AbortError' || error.name === 'TimeoutError' || codeOf(error) !== undefined
}

/** Of the system or of undici: ECONNRESET, UND_ERR_SOCKET. */
function codeOf(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as NodeJS.ErrnoException
    if (typeof code === 'string' && /^(?:E[A-Z]|UND_ERR_)/.test(code)) return code
  }
  return undefined
}
