/** Where no page is named: https://developers.line.biz/en/reference/messaging-api/ */

/** Per reply or push: #send-reply-message. */
export const mostMessages = 5
/** UTF-16 units: #text-message. */
export const longestText = 5_000
/** UTF-16 units: #flex-message. */
export const longestAltText = 1_500

/**
 * Bytes of UTF-8 JSON. LINE allows a bubble "30 KB" and a carousel "50 KB" (#bubble, #f-carousel), and says neither what a
 * KB is nor how it counts, so a tenth is kept free.
 */
export const bubbleBytes = 27_000
export const carouselBytes = 45_000
/** Per carousel: #f-carousel. */
export const mostBubbles = 12

/** #items-object. */
export const mostQuickReplies = 13
/** Graphemes: #action-object-label-spec, and which properties count so in /docs/messaging-api/text-character-count/. */
export const longestQuickReplyLabel = 20
/** Graphemes: #postback-action and #message-action. */
export const longestDisplayText = 300
export const longestMessageActionText = 300
/** UTF-16 units: #postback-action. */
export const longestPostbackData = 300
/** UTF-16 units: #uri-action. */
export const longestUri = 1_000
