import type { EndpointName } from './endpoints/endpoints.ts'

/** A call of the bot to LINE. */
export interface Call {
  /** Undefined when there is no such endpoint. */
  endpoint: EndpointName | undefined
  method: string
  path: string
  at: number
  requestId: string
  retryKey?: string
  /** Parsed, if it was JSON. */
  body: unknown
  /** Whether LINE worked on it, if only to refuse it, whatever the caller was told. */
  processed: boolean
  /** Undefined when it got no answer. */
  status?: number
  /** What it was answered, or would have been. */
  answer?: unknown
}
