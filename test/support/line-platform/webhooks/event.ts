/** An event as LINE sends it; what else it has depends on its type. */
export interface WebhookEvent {
  type: string
  mode: 'active' | 'standby'
  /** When it happened, in ms; unchanged on redelivery. */
  timestamp: number
  source?: WebhookSource
  webhookEventId: string
  deliveryContext: { isRedelivery: boolean }
  replyToken?: string
  message?: EventMessage
  [property: string]: unknown
}

export type WebhookSource =
  | { type: 'user'; userId?: string }
  | { type: 'group'; groupId: string; userId?: string }
  | { type: 'room'; roomId: string; userId?: string }

export interface EventMessage {
  id: string
  type: string
  text?: string
  quoteToken?: string
  markAsReadToken?: string
  [property: string]: unknown
}
