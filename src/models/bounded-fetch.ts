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
const MAX_LENGTH = 8 * 1024 * 1024
/** Between blank lines, for OpenAI's client looks for the next one from the last with each packet. */
const MAX_EVENT_LENGTH = 128 * 1024
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n)){2}/
const LONGEST_BLANK_LINE = 4
/**
 * The chat protocol names no events, and OpenAI's client prints those of another that it can't read: what a model wrote. It
 * overlooks a byte-order mark at the start of any line.
 */
const EVENT_NAMES = /(?<=^|[\r\n])\ufeff?event:[^\r\n]*(?:\r\n|[\r\n]|$)/g

/** `fetch`, for text of a bounded length: throws a TransferError, in reading the body too. Errors come in OpenAI's form. */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init).catch(() => {
    throw new TransferError('unreachable')
  })
  const { status, statusText, headers } = response
  if (response.body === null) return response
  const body = ReadableStream.from(linesOf(response.body)).pipeThrough(new TextEncoderStream())
  if (response.ok) return new Response(body, { status, statusText, headers })
  return new Response(inOpenAIsForm(await new Response(body).text()), { status, statusText, headers })
}

/** Whole lines, as many as have come. */
async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let length = 0
  let eventLength = 0
  let recent = ''
  let line = ''
  try {
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      recent += text
      length += text.length
      eventLength = BLANK_LINE.test(recent) ? text.length : eventLength + text.length
      if (length > MAX_LENGTH || eventLength > MAX_EVENT_LENGTH) throw new TransferError('too long')
      recent = recent.slice(-LONGEST_BLANK_LINE)
      const lineEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1
      if (lineEnd > 0) yield (line + text.slice(0, lineEnd)).replace(EVENT_NAMES, '')
      line = lineEnd > 0 ? text.slice(lineEnd) : line + text
    }
    yield line.replace(EVENT_NAMES, '')
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
