/** What LINE answers, in its form: https://developers.line.biz/en/reference/messaging-api/#error-responses */
export interface ApiResponse {
  status: number
  headers?: Record<string, string>
  /** Sent as JSON, but for bytes. */
  body: unknown
}

export interface ErrorDetail {
  message: string
  property?: string
}

export function accepted(body: unknown = {}, status = 200): ApiResponse {
  return { status, body }
}

export function refused(status: number, message: string, details: ErrorDetail[] = []): ApiResponse {
  return { status, body: { message, ...(details.length > 0 && { details }) } }
}

/** What is wrong with properties of the body, in LINE's own words where they are known. */
export function invalidBody(details: ErrorDetail[]): ApiResponse {
  return refused(400, `The request body has ${details.length} error(s)`, details)
}

export function invalidProperty(property: string): ApiResponse {
  return refused(400, `The property, '${property}', in the request body is invalid (line: -, column: -)`)
}

export function invalidParameter(name: string): ApiResponse {
  return refused(400, `The value for the '${name}' parameter is invalid`)
}

export function notFound(message = 'Not found'): ApiResponse {
  return refused(404, message)
}

/** `['messages', 0, 'text']` as LINE writes it: `messages[0].text`. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`
    return written === '' ? String(step) : `${written}.${String(step)}`
  }, '')
}

/** The same within a flex message's `contents`: `/body/contents/0`. */
export function slashed(path: readonly PropertyKey[]): string {
  return `/${path.map(String).join('/')}`
}
