/** Characters that move text about, or that nobody is to see: controls but for line breaks, and the bidirectional ones. */
const UNSEEN = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu
/** In ASCII, for Thai and Japanese go on right behind an address; what ends a sentence is none of it. */
const ADDRESS = /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*[A-Za-z0-9\-_~/#$&=%]/g
const EMAIL = /[A-Za-z0-9._%+-]+@(?!everyone|here)[A-Za-z0-9-]+\.[A-Za-z]/gi
const MARKS = /[\\*_~|`[\]<]/g
/** What makes a heading, small print, a list or a quote where it begins a line. */
const LINE_START = /^([ \t\u3000]*)(#{1,6}|-#|[-+>]|\d+(?=[.)]))/gmu
const EMOJI_NAME = /:(?=[A-Za-z0-9_+-]+:)/g
const longestAddress = 512
/** Stands for an address while the rest is escaped. */
const PLACE = '\uE000'

/**
 * Text as Discord shows it letter by letter: no markdown of its own, no mention, no emoji by name. Addresses become links
 * without a preview. An @ that could call somebody is written wide: Discord reads through what is merely put behind it.
 */
export function escapeText(text: string): string {
  const addresses: string[] = []
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replaceAll(PLACE, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(ADDRESS, (address) => {
      addresses.push(`<${encodeAddress(address)}>`)
      return PLACE
    })
  const escaped = widenAts(plain)
    .replace(MARKS, '\\$&')
    .replace(EMOJI_NAME, '\\:')
    .replace(LINE_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
  return escaped.replaceAll(PLACE, () => addresses.shift() ?? '')
}

/** The same in one line. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s*\n\s*/g, ' '))
}

/** An address that ends no link and calls nobody; undefined for one that isn't of the web, or is too long to be real. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, username, href } = new URL(url)
  if (!/^https?:$/.test(protocol) || username !== '' || href.length > longestAddress) return undefined
  return encodeAddress(href).replace(/[()<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
}

function encodeAddress(address: string): string {
  return address.replaceAll('@', '%40')
}

function widenAts(text: string): string {
  const kept = new Set(Array.from(text.matchAll(EMAIL), ({ 0: found, index }) => index + found.indexOf('@')))
  return text.replace(/@/g, (at, index: number) => (kept.has(index) ? at : '＠'))
}
