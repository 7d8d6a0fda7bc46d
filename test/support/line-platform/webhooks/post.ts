import { type OutgoingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** https://developers.line.biz/en/docs/messaging-api/check-webhook-error-statistics/#check-error-reason */
export type WebhookReason = 'ok' | 'could_not_connect' | 'request_timeout' | 'error_status_code' | 'unclassified'

export interface WebhookResult {
  /** Undefined when there was no answer. */
  status: number | undefined
  reason: WebhookReason
  /** From the first byte sent to the answer's head, or to giving up. */
  milliseconds: number
}

/** Posts a body as LINE does. Names of headers keep their case; the answer's body isn't read. */
export function postWebhook(
  url: string,
  body: Buffer,
  headers: OutgoingHttpHeaders,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<WebhookResult> {
  const started = performance.now()
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve) => {
    const end = (status: number | undefined, reason: WebhookReason) =>
      resolve({ status, reason, milliseconds: performance.now() - started })
    const posted = request(url, { method: 'POST', headers, agent: false, signal }, (response) => {
      clearTimeout(overdue)
      response.resume()
      const { statusCode = 0 } = response
      end(statusCode, statusCode >= 200 && statusCode < 300 ? 'ok' : 'error_status_code')
    })
    const overdue = setTimeout(() => {
      end(undefined, 'request_timeout')
      posted.destroy()
    }, timeoutMs)
    posted.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(overdue)
      end(undefined, error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND' ? 'could_not_connect' : 'unclassified')
    })
    posted.end(body)
  })
}
