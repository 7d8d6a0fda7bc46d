export type TransferErrorKind = 'unreachable' | 'cut off' | 'too long'

/** Why there's no response, or not all of it. */
export class TransferError extends Error {
  override name = 'TransferError'
  readonly kind: TransferErrorKind

  constructor(kind: TransferErrorKind) {
    super(kind)
    this.kind = kind
  }
}

/** A server may send without end: nothing that people are answered with comes near these. */
const MAX_BYTES = 8 * 1024 * 1024
/** Of one line, for the client looks for a line's end from its start with each packet. */
const MAX_LINE_BYTES = 256 * 1024
const LINE_FEED = 10

/** `fetch`, for bodies of a bounded length: throws a TransferError, in reading the body too. Errors come in OpenAI's form. */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init).catch(() => {
    throw new TransferError('unreachable')
  })
  const { status, statusText, headers } = response
  if (response.body === null) return response
  const body = ReadableStream.from(bounded(response.body))
  if (response.ok) return new Response(body, { status, statusText, headers })
  return new Response(inOpenAIsForm(await new Response(body).text()), { status, statusText, headers })
}

async function* bounded(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  let lineBytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.length
      const lineEnd = chunk.lastIndexOf(LINE_FEED)
      lineBytes = lineEnd < 0 ? lineBytes + chunk.length : chunk.length - lineEnd
      if (bytes > MAX_BYTES || lineBytes > MAX_LINE_BYTES) throw new TransferError('too long')
      yield chunk
    }
  } catch (error) {
    throw error instanceof TransferError ? error : new TransferError('cut off')
  }
}

/** OpenAI's client reads `error.message` alone; some servers say what they refuse elsewhere. */
function inOpenAIsForm(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object') return text
  } catch {
    // Not JSON: text in its place.
  }
  return JSON.stringify({ error: { message: text } })
}
