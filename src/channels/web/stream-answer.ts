import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { describeError } from '../../errors.ts'
import { type ErrorLog, failureMessage } from '../../http/server.ts'
import type { Answer } from '../../vocabulary.ts'
import type { Html } from './format.ts'
import type { Ask, AskRequest } from './receive.ts'

export interface StreamDeps {
  ask: Ask
  heartbeatMs: number
  log?: ErrorLog
}

/**
 * Answers in server-sent events: a `statement` (ShownStatement) as soon as each is verified, then the `answer` (Answer), then, if
 * `formatTurn` is given, the `turn` ({html}); or an `error` ({error}). When the client goes away, the work is aborted.
 */
export function streamAnswer(
  context: Context,
  request: AskRequest,
  { ask, heartbeatMs, log }: StreamDeps,
  formatTurn?: (answer: Answer) => Html,
): Response {
  // nginx would hold the statements back until its buffer is full.
  context.header('x-accel-buffering', 'no')
  return streamSSE(context, async (stream) => {
    const send = (event: string, data: unknown) => stream.writeSSE({ event, data: JSON.stringify(data) })
    const gone = new AbortController()
    const heartbeat = setInterval(() => stream.write(': still working\n\n'), heartbeatMs)
    stream.onAbort(() => {
      clearInterval(heartbeat)
      gone.abort()
    })
    try {
      const answer = await ask(request, {
        onStatement: (statement) => void send('statement', statement),
        signal: gone.signal,
      })
      await send('answer', answer)
      if (formatTurn) await send('turn', { html: String(await formatTurn(answer)) })
    } catch (error) {
      if (gone.signal.aborted) return
      log?.error({ path: context.req.path, error: describeError(error) }, 'A question could not be answered')
      await send('error', { error: failureMessage })
    } finally {
      clearInterval(heartbeat)
    }
  })
}
