/** Characters that move text about, or that nobody is to see: controls but for line breaks, and the bidirectional ones. */
const UNSEEN = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu
/** In ASCII, for Thai and Japanese go on right behind an address; what ends a sentence is none of it. */
const ADDRESS = /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*[A-Za-z0-9\-_~/#$&=%]/g
/** All but that of an address for letters, and in that too where a name follows that calls everybody. */
const CALLING_AT = /(?<![A-Za-z0-9_%+-])@|@(?=everyone|here)|@(?![A-Za-z0-9-]+\.[A-Za-z])/gi
/** With the colon before the name of an emoji. */
const MARKS = /[\\*_~|`[\]<]|:(?=[A-Za-z0-9_+-]+:)/g
/** What makes a heading, small print, a list or a quote where it begins a line. */
const LINE_START = /^([ \u3000\p{Cf}]*)(#{1,6}|-#|[-+>]|\d+(?=[.)]))/gmu
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
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
    .replaceAll(PLACE, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(ADDRESS, (address) => {
      addresses.push(`<${encodeAddress(address)}>`)
      return PLACE
    })
  const escaped = plain
    .replace(CALLING_AT, '＠')
    .replace(MARKS, '\\$&')
    .replace(LINE_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
  return escaped.replaceAll(PLACE, () => addresses.shift() ?? '')
}

/** The same in one line. */
export function escapeLine(text: string): string {
  return escapeText(text.replace(/\s*[\r\n]\s*/g, ' '))
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
