import type { Ask, Question } from '../question.ts'
import { agrees, readDates } from '../text/calendar.ts'
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
const ASKED_AMOUNTS: readonly Ask[] = ['how-many', 'how-much', 'how-long', 'between']

/**
 * The composed statements that a model's statements leave unsaid: those whose words none of them quotes, or whose date, name or
 * number, when it's that which was asked for, none of them states. So a model makes an answer smoother, never poorer.
 */
export function leftUnsaid(
  composed: readonly Provable[],
  said: readonly Provable[],
  { asks }: Question,
  lexicon: Lexicon,
): Provable[] {
  return composed.filter(({ verified }) => {
    const quoting = said
      .map((statement) => statement.verified)
      .filter((statement) => quotesTheSame(statement, verified))
    if (quoting.length === 0) return true
    const words = quoting.map(({ text }) => text).join('\n\n')
    return !tells(words, verified.text, asks, lexicon)
  })
}

/** The same words, or the same clause in another language. */
function quotesTheSame(statement: VerifiedStatement, composed: VerifiedStatement): boolean {
  return composed.quotes.every((quote) =>
    statement.quotes.some(({ passage, start, end }) =>
      passage.id === quote.passage.id
        ? start < quote.end && quote.start < end
        : passage.clause !== undefined && passage.clause === quote.passage.clause,
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
