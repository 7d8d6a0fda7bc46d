import { HTTPFetchError, messagingApi } from '@line/bot-sdk'
import type { LinePlatform } from './line-platform.ts'

/** LINE's own clients, speaking to a stand-in. */
export function createClients({ apiURL, dataURL, accessToken }: LinePlatform, token = accessToken) {
  const options = { channelAccessToken: token }
  return {
    api: new messagingApi.MessagingApiClient({ ...options, baseURL: apiURL }),
    blob: new messagingApi.MessagingApiBlobClient({ ...options, baseURL: dataURL }),
  }
}

export interface Refusal {
  status: number
  message: string
  details: { message: string; property?: string }[]
  headers: Headers
  body: Record<string, unknown>
}

/** What a call was refused with; throws if it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => new Error('It was accepted.'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof HTTPFetchError)) throw error
  const body = JSON.parse(error.body)
  return { status: error.status, message: body.message, details: body.details ?? [], headers: error.headers, body }
}
