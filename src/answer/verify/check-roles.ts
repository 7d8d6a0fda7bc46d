import type { Lexicon } from '../../text/lexicon.ts'
import type { TextAnalysis } from './analyse-text.ts'
import { checkModifiers } from './check-modifiers.ts'
import { checkVerbs } from './check-verbs.ts'
import { contradicts } from './read-bonds.ts'
import { isTitleOf } from './read-titles.ts'

export interface RoleEvidence {
  quotes: readonly TextAnalysis[]
  /** The quotes and their versions in other languages. */
  supports: readonly TextAnalysis[]
  /** Has this one published a document that is quoted? */
  isPublisher(id: string): boolean
}

/**
 * The names of a statement must stand in the roles that they have in the quotes: who belongs to whom, who does what, where to
 * and in whose place. Returns what has been given another role. Only swaps count: a role that the quotes give to another name
 * of the kind, and not to this one.
 */
export function checkRoles(
  statement: TextAnalysis,
  { quotes, supports, isPublisher }: RoleEvidence,
  lexicon: Lexicon,
): string | undefined {
  const belongs = quotes.flatMap(({ bonds }) => bonds)
  const wrongBond = statement.bonds.find((bond) => contradicts(bond, belongs, lexicon))
  if (wrongBond !== undefined) return wrongBond.words

  if (statement.equates && !supports.some((support) => support.equates)) return 'one memorandum for another'

  const pairs = supports.flatMap(({ counterparts }) => (counterparts.length > 0 ? [counterparts] : []))
  const foreign = statement.counterparts.find((id) => pairs.length > 0 && !pairs.some((pair) => pair.includes(id)))
  if (foreign !== undefined) return `${labelOf(foreign, lexicon)} (between)`

  const events = quotes.flatMap((quote) => quote.events)
  const hasPronoun = quotes.some(({ compact }) => PRONOUN.test(compact))
  for (const { kind, agents } of statement.events) {
    const known = new Set(events.filter((event) => event.kind === kind).flatMap((event) => event.agents))
    if (known.size === 0 || hasPronoun) continue
    const stray = agents.find((id) => !known.has(id) && ![...known].some((other) => lexicon.term(other)?.side === id))
    if (stray !== undefined) return `${labelOf(stray, lexicon)} (${kind})`
  }

  const nobody = quotes.some(({ compact }) => SAYS_BY.test(compact)) ? undefined : byWhom(statement)
  if (nobody !== undefined) return nobody

  const titles = supports.flatMap((support) => support.titles)
  const raised = statement.titles.find((title) => {
    const known = titles.filter(({ id }) => id === title.id)
    return known.length > 0 && !isTitleOf(title, known)
  })
  if (raised !== undefined) return `${labelOf(raised.id, lexicon)} (${raised.rank})`

  const given = quotes.flatMap(({ roles }) => roles)
  const swapped = statement.roles.find(({ role, id }) => {
    const same = given.filter((other) => other.role === role)
    const isSwapped = (same.length > 0 || role === 'source') && !same.some((other) => other.id === id)
    return isSwapped && !(role === 'source' && isPublisher(id))
  })
  if (swapped !== undefined) return `${labelOf(swapped.id, lexicon)} (${swapped.role})`
  return checkVerbs(statement, supports) ?? checkModifiers(statement, supports)
}

const SAYS_BY = /\bby\b|การที่|によ(?:って|り|る)/u
/** Who does something, where the quotes say only that it's done. A name has been looked at by then. */
const BY_SOMEBODY =
  /\bby (?:\p{L}+ ?){1,3}|การที่\p{sc=Thai}{1,12}|\p{sc=Han}{1,6}(?<!発表|報道|資料|説明|方法|手段)によ(?:って|る)/u
/** "By a delegation of senior executives of MIC", 総務省の金子大臣によって: so near, a name says who. */
const NEAR = 40

function byWhom({ prose, matches }: TextAnalysis): string | undefined {
  const found = BY_SOMEBODY.exec(prose)
  if (found === null) return undefined
  const [start, end] = [found.index, found.index + found[0].length]
  const isNamed = matches.some((match) => match.start < end + NEAR && start - NEAR < match.end)
  return isNamed || prose.slice(start, end + 1).includes('#') ? undefined : found[0]
}

const PRONOUN = /\b(?:she|he|they)\b|同氏|両氏/u

function labelOf(id: string, lexicon: Lexicon): string {
  return lexicon.term(id)?.en[0] ?? id
}
