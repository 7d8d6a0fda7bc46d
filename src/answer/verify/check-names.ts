import { isBorder } from '../../text/canonical.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { GlossaryTerm, TermKind } from '../../vocabulary.ts'
import type { TextAnalysis } from './analyse-text.ts'

const NAMES: ReadonlySet<TermKind> = new Set<TermKind>([
  'person',
  'organisation',
  'place',
  'side',
  'country',
  'instrument',
  'other-agreement',
])

export function isName(id: string, lexicon: Lexicon): boolean {
  return NAMES.has(lexicon.term(id)?.kind ?? 'outside')
}

/** "The fourth year of Reiwa in the Japanese calendar" speaks of a calendar, not of Japan. */
const OF_A_CALENDAR =
  /(?:ศักราช|ปฏิทิน|ปีรัชศก|รัชศก)(?:ของ)?(?:ญี่ปุ่น|ไทย)|(?:เรวะ|เฮเซ|โชวะ)(?:ที่)?[#\d ]*ของญี่ปุ่น|(?:japanese|thai)(?: imperial| buddhist| solar)? (?:era|calendar)|(?:日本|タイ)の?(?:仏暦|和暦|暦|元号|年号)|#+(?:ของ|の)(?:ญี่ปุ่น|日本)/gu

/**
 * Every party, person, ministry, place, side and memorandum of the statement must be named in its quotes, in whichever
 * language. Returns the one that isn't.
 */
export function checkNames(
  statement: TextAnalysis,
  quotes: readonly TextAnalysis[],
  lexicon: Lexicon,
): string | undefined {
  const calendars = Array.from(statement.prose.matchAll(OF_A_CALENDAR), ({ 0: { length }, index }) => [
    index,
    index + length,
  ])
  const isCalendar = ({ start, end }: TermMatch) => calendars.some(([from, to]) => from! <= start && end <= to!)
  const quoted = new Set(quotes.flatMap(({ matches }) => matches.map(({ id }) => id)))
  const sides = new Set([...quoted].map((id) => lexicon.term(id)?.side))
  const instruments = [...quoted].filter((id) => isMemorandum(id, lexicon))

  const said = new Set(statement.matches.map(({ id }) => id))
  const namesBoth = said.has('thailand') && said.has('japan')
  const isNamed = (match: TermMatch): boolean => {
    const { id } = match
    const term = lexicon.term(id)!
    if (term.various) return quotes.some((quote) => quote.compact.includes(wordsOf(match, statement)))
    if (quoted.has(id) || quotes.some(({ compact }) => namesIn(compact, term))) return true
    if (term.kind === 'side') return sides.has(id) || (quoted.has('both-sides') && namesBoth)
    // What is said of no other memorandum is said of this one.
    return term.default === true && instruments.length === 0
  }
  const spellsOut = statement.matches.find(
    (match) =>
      match.id === 'both-sides' &&
      SPELLED_OUT.test(wordsOf(match, statement)) &&
      !isNamed({ ...match, id: 'thailand' }),
  )
  if (spellsOut !== undefined) return wordsOf(spellsOut, statement)
  const names = statement.matches.filter((match) => isName(match.id, lexicon) && !isCalendar(match))
  const stray = names.find((match) => !isNamed(match))
  if (stray !== undefined) return wordsOf(stray, statement)

  const isEarlierAlone = instruments.length > 0 && instruments.every((id) => !lexicon.term(id)?.default)
  const unsaid = statement.matches.find(({ id }) => id === 'moc')
  const saysWhich = names.some(({ id }) => isMemorandum(id, lexicon)) || isNamedByYear(unsaid, statement)
  return isEarlierAlone && unsaid !== undefined && !saysWhich ? wordsOf(unsaid, statement) : undefined
}

/** Also within another wording, as Japan in ASEAN-Japan. */
function namesIn(compact: string, { kind, th, en, ja, forms = [...th, ...en, ...ja] }: GlossaryTerm): boolean {
  if (kind === 'instrument') return false
  return forms.some((form) => {
    const at = form.length > 1 ? compact.indexOf(form) : -1
    return at >= 0 && isBorder(compact, at) && isBorder(compact, at + form.length)
  })
}

/** "The 2017 MoC", บันทึกความร่วมมือปี 2560: dates are blotted out of the prose. */
function isNamedByYear(match: TermMatch | undefined, { prose }: TextAnalysis): boolean {
  if (match === undefined) return false
  return /#(?:の| )?$/u.test(prose.slice(0, match.start)) || /^(?:ฯ|ฉบับ| of| from)* ?#/u.test(prose.slice(match.end))
}

/** "Thailand–Japan" names both, "the two sides" neither. */
const SPELLED_OUT = /thai|ไทย|タイ/u

/** A joint statement is an instrument too, and no memorandum. */
function isMemorandum(id: string, lexicon: Lexicon): boolean {
  return lexicon.term(id)?.kind === 'instrument' && id !== 'joint-statement'
}

export function wordsOf({ start, end }: TermMatch, { compact }: TextAnalysis): string {
  return compact.slice(start, end)
}
