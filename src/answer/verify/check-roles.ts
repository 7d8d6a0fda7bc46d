import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { TermKind } from '../../vocabulary.ts'
import type { TextAnalysis } from './analyse-text.ts'

/**
 * The names of a statement must stand in the roles that they have in the quotes: who belongs to whom, who does what, where to
 * and in whose place. Returns what has been given another role. Only swaps count: a role that the quotes give to another name
 * of the kind, and not to this one.
 */
export function checkRoles(
  statement: TextAnalysis,
  quotes: readonly TextAnalysis[],
  lexicon: Lexicon,
): string | undefined {
  const belongs = quotes.flatMap((quote) => bondsOf(quote, lexicon))
  const wrongBond = bondsOf(statement, lexicon).find((bond) => contradicts(bond, belongs, lexicon))
  if (wrongBond !== undefined) return wrongBond.words

  const events = quotes.flatMap((quote) => quote.events)
  const hasPronoun = quotes.some(({ compact }) => PRONOUN.test(compact))
  for (const { kind, agents } of statement.events) {
    const known = new Set(events.filter((event) => event.kind === kind).flatMap((event) => event.agents))
    if (known.size === 0 || hasPronoun) continue
    const stray = agents.find((id) => !known.has(id) && ![...known].some((other) => isOf(other, id, lexicon)))
    if (stray !== undefined) return `${labelOf(stray, lexicon)} (${kind})`
  }

  const given = quotes.flatMap((quote) => rolesOf(quote, lexicon))
  const swapped = rolesOf(statement, lexicon).find(({ role, id }) => {
    const same = given.filter((other) => other.role === role && kindOf(other.id, lexicon) === kindOf(id, lexicon))
    return same.length > 0 && !same.some((other) => other.id === id)
  })
  return swapped && `${labelOf(swapped.id, lexicon)} (${swapped.role})`
}

const PRONOUN = /\b(?:she|he|they)\b|同氏|両氏/u

/** Two names right beside each other, one of which belongs to the other: Kaneko of MIC. */
interface Bond {
  ids: [string, string]
  words: string
}

const OF =
  /^(?:[ ,('’・]|'s|’s|of|the|then|former|kingdom|government|minister|ministry|แห่ง|ของ|ประเทศ|ราชอาณาจักร|รัฐมนตรี|ว่าการ|กระทรวง|ฝ่าย|ฝั่ง|ด้าน|นาย|の|側|大臣|当時|旧|氏)+$/u
/** What a Japanese name is followed by when it isn't owned: タイへの, タイ訪問. */
const GOES_ON = /^(?:へ|で|に|を|から|訪問|や|と|、)/u
const KINDS: ReadonlySet<TermKind> = new Set<TermKind>(['person', 'organisation', 'side'])

function bondsOf({ matches, compact }: TextAnalysis, lexicon: Lexicon): Bond[] {
  const names = matches.filter(({ id }) => KINDS.has(lexicon.term(id)?.kind ?? 'outside'))
  return names.slice(1).flatMap((right, i): Bond[] => {
    const left = names[i]!
    const between = compact.slice(left.end, right.start)
    if (!OF.test(between) || kindOf(left.id, lexicon) === kindOf(right.id, lexicon)) return []
    if (between.includes('の') && GOES_ON.test(compact.slice(right.end))) return []
    return [{ ids: [left.id, right.id], words: compact.slice(left.start, right.end) }]
  })
}

function contradicts({ ids: [a, b] }: Bond, quoted: readonly Bond[], lexicon: Lexicon): boolean {
  if (quoted.some(({ ids }) => ids.includes(a) && ids.includes(b))) return false
  return !isOf(a, b, lexicon) && !isOf(b, a, lexicon) && !(sideOf(a, lexicon) === sideOf(b, lexicon))
}

interface Role {
  role: 'to' | 'of' | 'replaced' | 'succeeds' | 'follows'
  id: string
}

const BEFORE: readonly [Role['role'], RegExp][] = [
  ['to', /(?:\b(?:to|in|into)(?: the)?|เยือน|ใน|มายัง|ไปยัง|มาที่|ไปที่)(?:ประเทศ)? ?$/u],
  [
    'succeeds',
    /(?:\bsuccessor (?:of|to)|\bsucceed(?:s|ed|ing)?|\btook over from|สืบต่อ(?:มา)?จาก)(?: \p{L}+'s| the| former|ประเทศ)* ?$/u,
  ],
  [
    'follows',
    /(?:\bfollow(?:s|ed|ing)?(?: on)? from|\bresult(?:s|ed)? (?:of|from)|สืบเนื่อง(?:มา)?จาก|เป็นผลจาก)(?: the| that)* ?$/u,
  ],
]
const BEHIND: readonly [Role['role'], RegExp][] = [
  ['to', /^(?:への|へ|に(?!よ|関|お|代|つ|わ|基)|における|での|で(?!す|あ)|を訪|訪問)/u],
  ['succeeds', /^を(?:引き継|継承|承継)/u],
  ['follows', /^(?:を受け|に基づ|から生)/u],
]
const PLAYERS: ReadonlySet<TermKind> = new Set<TermKind>(['side', 'place', 'country', 'organisation', 'instrument'])

function rolesOf({ matches, compact }: TextAnalysis, lexicon: Lexicon): Role[] {
  return matches
    .filter(({ id }) => PLAYERS.has(lexicon.term(id)?.kind ?? 'outside'))
    .flatMap(({ id, start, end }: TermMatch): Role[] => {
      const before = BEFORE.filter(([, pattern]) => pattern.test(compact.slice(Math.max(0, start - 40), start)))
      const behind = BEHIND.filter(([, pattern]) => pattern.test(compact.slice(end)))
      return [...before, ...behind].map(([role]) => ({ role, id }))
    })
}

function isOf(id: string, side: string, lexicon: Lexicon): boolean {
  return lexicon.term(id)?.side === side
}

function sideOf(id: string, lexicon: Lexicon): string | undefined {
  return kindOf(id, lexicon) === 'side' ? id : lexicon.term(id)?.side
}

function kindOf(id: string, lexicon: Lexicon): TermKind | undefined {
  return lexicon.term(id)?.kind
}

function labelOf(id: string, lexicon: Lexicon): string {
  return lexicon.term(id)?.en[0] ?? id
}
