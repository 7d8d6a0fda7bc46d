import { LEXICON, type LexicalContext, type Token } from './calendar-lexicon.ts'
import { type Canonical, canonicalWithOffsets } from './canonical.ts'

export interface TokenizedText {
  source: string
  canonical: Canonical
  tokens: Token[]
  /** The kinds of all tokens, one character each. */
  kinds: string
}

const TOKEN = new RegExp(LEXICON.map(([source]) => `(${source})`).join('|'), 'gu')

export function tokenize(source: string): TokenizedText {
  const canonical = canonicalWithOffsets(source)
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
    if (!isGap(at, start, context)) push({ kind: '.', start: at, end: start, value: 0, text: '' })
    context.previous = tokens.at(-1)
    const [, read] = LEXICON[match.indexOf(match[0], 1) - 1]!
    const token = { start, end, value: 0, text: match[0], ...read(match[0], start, context) }
    push(token)
    at = token.end
    TOKEN.lastIndex = at
  }
  return { source, canonical, tokens, kinds: tokens.map((token) => token.kind).join('') }
}

const SPACES = /^[ *]*$/
const BLANK_LINE = /\n\s*\n/

/** Nothing between two tokens but spaces or Markdown's emphasis, and no end of a paragraph. */
function isGap(from: number, to: number, { source, canonical, text }: LexicalContext): boolean {
  if (from === to) return true
  return (
    SPACES.test(text.slice(from, to)) && !BLANK_LINE.test(source.slice(canonical.starts[from], canonical.starts[to]))
  )
}
