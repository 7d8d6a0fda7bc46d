import { LEXICON } from './calendar-lexicon.ts'
import type { LexicalContext, Token } from './calendar-token.ts'
import { type Canonical, canonicalWithOffsets } from './canonical.ts'

export interface TokenizedText {
  source: string
  /** With bounds: see withBounds. */
  canonical: Canonical
  tokens: Token[]
  /** The kinds of all tokens, one character each. */
  kinds: string
}

const TOKEN = new RegExp(LEXICON.map(([source]) => `(${source})`).join('|'), 'gu')

export function tokenize(source: string): TokenizedText {
  const canonical = withBounds(source, canonicalWithOffsets(source))
  const { text } = canonical
  const tokens: Token[] = []
  const context: LexicalContext = { source, canonical, text, previous: undefined }
  const push = (token: Token) => {
    const last = tokens.at(-1)
    if (token.kind === '.' && last?.kind === '.') last.end = token.end
    else tokens.push(token)
  }
  TOKEN.lastIndex = 0
  for (let at = 0; ; ) {
    const match = TOKEN.exec(text)
    if (match === null) break
    const start = match.index
    const end = start + match[0].length
    if (!SPACES.test(text.slice(at, start))) push({ kind: '.', start: at, end: start, value: 0, text: '' })
    context.previous = tokens.at(-1)
    const [, read] = LEXICON[match.indexOf(match[0], 1) - 1]!
    const token = { start, end, value: 0, text: match[0], ...read(match[0], start, context) }
    push(token)
    at = token.end
    TOKEN.lastIndex = at
  }
  return { source, canonical, tokens, kinds: tokens.map((token) => token.kind).join('') }
}

/** What may stand between the words of a date: nothing but spaces and Markdown's emphasis. */
const SPACES = /^[ *]*$/
const BLANK_LINE = /\n\s*\n/

/** Footnote marks and fractions, which normalisation would make digits of the number beside them. */
const GLUED = /[¼-¾⅐-⅟↉⁰¹²³⁴-⁹₀-₉①-⒛⓪-⓿❶-➓]/

/** Canonical text, with a line feed where a paragraph ends: no date and no unit goes beyond; and with no glued digits. */
function withBounds(source: string, canonical: Canonical): Canonical {
  if (!BLANK_LINE.test(source) && !GLUED.test(source)) return canonical
  const { text, starts, ends } = canonical
  const bounded = (unit: string, at: number) => {
    const origin = source.slice(starts[at], ends[at])
    if (unit === ' ') return BLANK_LINE.test(origin) ? '\n' : unit
    return GLUED.test(origin) ? '¤' : unit
  }
  return { ...canonical, text: text.replace(/[ ⁄()\d]/g, bounded) }
}
