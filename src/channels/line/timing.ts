/** When what must have happened, ms. Of LINE's minute, the rest is kept for sending, twice if need be. */
export interface Timing {
  /** https://developers.line.biz/en/reference/messaging-api/#send-reply-message-reply-token */
  tokenLife: number
  /** From the event on: by then a language model has answered, or the answer goes out without it. */
  answerAfter: number
  /** From the event on: by then even that isn't there, and the token serves to say so. */
  lateAfter: number
  /** An answer without a language model has this long, however late it's begun. */
  leastTime: number
  /** Of a call to LINE. */
  callTimeout: number
  /** Before each try of a reply but the first, when nothing was sent; of one without an outcome there is but one more. */
  replyPauses: readonly number[]
  /** The same of a push: https://developers.line.biz/en/docs/messaging-api/retrying-api-request/ */
  pushPauses: readonly number[]
  /** The loading animation is shown for 20 s at a time. */
  loadingRenewed: number
}

export const lineTiming: Timing = {
  tokenLife: 60_000,
  answerAfter: 44_000,
  lateAfter: 47_000,
  leastTime: 500,
  callTimeout: 5_000,
  replyPauses: [500, 5_000, 15_000],
  pushPauses: [1_000, 2_000, 4_000, 8_000, 16_000],
  loadingRenewed: 15_000,
}
