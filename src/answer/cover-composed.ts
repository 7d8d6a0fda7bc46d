import type { Ask, Question } from '../question.ts'
import { agrees, readDates } from '../text/calendar.ts'
import { canonical } from '../text/canonical.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { readQuantities } from '../text/quantities.ts'
import type { TermKind } from '../vocabulary.ts'
import type { VerifiedStatement } from './draft.ts'
import type { Provable } from './stream.ts'

const ASKED_NAMES: Readonly<Partial<Record<Ask, TermKind>>> = {
  who: 'person',
  where: 'place',
  'which-organisation': 'organisation',
}
/** What one fact answers. */
const SPECIFIC: readonly Ask[] = [
  'when',
  'who',
  'where',
  'which-organisation',
  'how-many',
  'how-much',
  'how-long',
  'link',
]
const ASKED_AMOUNTS: readonly Ask[] = ['how-many', 'how-much', 'how-long', 'between']

/**
 * The composed statements that a model's statements leave unsaid: those whose words none of them quotes and, where a date, a
 * name or a number is asked for, those whose it is and that none of them states. So a model makes an answer smoother, never
 * poorer.
 */
export function leftUnsaid(
  composed: readonly Provable[],
  said: readonly Provable[],
  { asks }: Question,
  lexicon: Lexicon,
): Provable[] {
  const isSpecific = SPECIFIC.some((ask) => asks.has(ask))
  const texts = new Set(said.map(({ verified }) => canonical(verified.text)))
  return composed.filter(({ verified }) => {
    if (texts.has(canonical(verified.text))) return false
    const quoting = said
      .map((statement) => statement.verified)
      .filter((statement) => quotesTheSame(statement, verified, isSpecific))
    if (quoting.length === 0) return true
    const words = quoting.map(({ text }) => text).join('\n\n')
    if (!isSpecific && countLetters(words) < SHORTEST_SHARE * countLetters(verified.text)) return true
    return !tells(words, verified.text, asks, lexicon)
  })
}

/** A shorter text than this share of a sentence can't say all that it says: "The objective". */
const SHORTEST_SHARE = 0.5
const LETTER = /\p{L}/gu

function countLetters(text: string): number {
  return text.match(LETTER)?.length ?? 0
}

/** The same words, or the same clause in another language; when one thing is asked for, any words of the same passage. */
function quotesTheSame(statement: VerifiedStatement, composed: VerifiedStatement, isSpecific: boolean): boolean {
  return composed.quotes.every((quote) =>
    statement.quotes.some(({ passage, start, end }) =>
      passage.id === quote.passage.id
        ? isSpecific || (start < quote.end && quote.start < end)
        : passage.language !== quote.passage.language &&
          passage.clause !== undefined &&
          passage.clause === quote.passage.clause,
    ),
  )
}

function tells(words: string, composed: string, asks: ReadonlySet<Ask>, lexicon: Lexicon): boolean {
  if (asks.has('wording')) return false
  if (asks.has('when')) {
    const said = readDates(words)
    const isSaid = readDates(composed).every(({ date }) => said.some((mention) => agrees(date, mention.date)))
    if (!isSaid) return false
  }
  const kinds = new Set([...asks].flatMap((ask) => ASKED_NAMES[ask] ?? []))
  const namesIn = (text: string) =>
    [...lexicon.read(text).terms].filter((id) => kinds.has(lexicon.term(id)?.kind ?? 'outside'))
  const named = new Set(namesIn(words))
  if (!namesIn(composed).every((id) => named.has(id))) return false
  if (asks.has('link') && /https?:/u.test(composed) && !/https?:/u.test(words)) return false
  if (!ASKED_AMOUNTS.some((ask) => asks.has(ask))) return true
  const amounts = readQuantities(words)
  return readQuantities(composed).every(({ value, unit }) =>
    amounts.some((amount) => amount.value === value && amount.unit === unit),
  )
}
