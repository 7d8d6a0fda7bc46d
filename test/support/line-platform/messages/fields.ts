import { z } from 'zod'

/** https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
export type Count = (text: string) => number

export const units: Count = (text) => text.length

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
export const graphemes: Count = (text) => Array.from(segmenter.segment(text)).length

/** A text with something to be seen in it, of at most `limit` as `count` counts. */
export function shown(limit: number, count: Count = units) {
  return wellFormed().superRefine((text, context) => {
    if (text.trim() === '') complain(context, 'May not be empty')
    else if (count(text) > limit) complain(context, `Length must be between 0 and ${limit}`)
  })
}

/** A text that only the bot reads. */
export function carried(limit: number, least = 1) {
  return wellFormed().superRefine((text, context) => {
    if (text.length < least) complain(context, 'May not be empty')
    else if (text.length > limit) complain(context, `Length must be between ${least} and ${limit}`)
  })
}

/** Half a surrogate pair is what cutting a text at a wrong place leaves. */
export function wellFormed() {
  return z.string().refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
}

const ACTION_SCHEMES = ['http', 'https', 'line', 'tel']

/** Of a URI action: https://developers.line.biz/en/reference/messaging-api/#uri-action */
export function actionUri() {
  return z.string().superRefine((uri, context) => checkUri(uri, 1_000, ACTION_SCHEMES, context))
}

/** Of a picture, a film or a sound. */
export function mediaUrl() {
  return z.string().superRefine((url, context) => checkUri(url, 2_000, ['https'], context))
}

/** All that RFC 3986 lets stand in a URI: https://developers.line.biz/en/reference/messaging-api/#url-encoding */
const PERCENT_ENCODED = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/

function checkUri(uri: string, limit: number, schemes: readonly string[], context: z.RefinementCtx): void {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1]?.toLowerCase()
  if (uri.length > limit) complain(context, `Length must be between 0 and ${limit}`)
  else if (scheme === undefined || !schemes.includes(scheme)) complain(context, 'invalid uri scheme')
  else if (!PERCENT_ENCODED.test(uri) || !URL.canParse(uri)) complain(context, 'invalid uri')
  else if (scheme.startsWith('http') && !/^https?:\/\/[^/?#]/i.test(uri)) complain(context, 'invalid uri')
}

export function complain(context: z.RefinementCtx, message: string, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message, path })
}
