import type { IncomingHttpHeaders } from 'node:http'
import type { ApiResponse } from '../wire.ts'

export interface ApiRequest {
  /** Of the path, as `{userId}`. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  headers: IncomingHttpHeaders
  /** Parsed; undefined when there is none. */
  body: unknown
  bytes: Buffer
  requestId: string
}

export type Handler = (request: ApiRequest) => ApiResponse | Promise<ApiResponse>
