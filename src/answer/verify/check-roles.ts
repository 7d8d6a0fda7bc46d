import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { TermKind } from '../../vocabulary.ts'
import type { TextAnalysis } from './analyse-text.ts'
import { checkVerbs } from './check-verbs.ts'

export interface RoleEvidence {
  quotes: readonly TextAnalysis[]
  /** The quotes and their versions in other languages. */
  supports: readonly TextAnalysis[]
  /** Ids of those who have published the quoted documents. */
  publishers: ReadonlySet<string>
}

/**
 * The names of a statement must stand in the roles that they have in the quotes: who belongs to whom, who does what, where to
 * and in whose place. Returns what has been given another role. Only swaps count: a role that the quotes give to another name
 * of the kind, and not to this one.
 */
export function checkRoles(
  statement: TextAnalysis,
  { quotes, supports, publishers }: RoleEvidence,
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

  const nobody = quotes.some(({ compact }) => SAYS_BY.test(compact)) ? undefined : byWhom(statement)
  if (nobody !== undefined) return nobody

  const titles = supports.flatMap((quote) => titlesOf(quote, lexicon))
  const raised = titlesOf(statement, lexicon).find((title) => {
    const known = titles.filter(({ id }) => id === title.id)
    return known.length > 0 && !isTitleOf(title, known)
  })
  if (raised !== undefined) return `${labelOf(raised.id, lexicon)} (${raised.rank})`

  const given = quotes.flatMap((quote) => rolesOf(quote, lexicon))
  const swapped = rolesOf(statement, lexicon).find(({ role, id }) => {
    const same = given.filter((other) => other.role === role)
    if (role === 'source' && publishers.has(id)) return false
    return (same.length > 0 || role === 'source') && !same.some((other) => other.id === id)
  })
  if (swapped !== undefined) return `${labelOf(swapped.id, lexicon)} (${swapped.role})`
  return checkVerbs(statement, supports)
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

type Rank = 'minister' | 'vice-minister' | 'spokesperson'

interface Title {
  id: string
  rank: Rank
  /** As Japanese writes it, with what it's minister of. */
  portfolio: string | undefined
}

const TITLE_BEFORE =
  /(?:vice-? ?minister|deputy minister|minister|รองปลัดกระทรวง|รัฐมนตรี|โฆษก|spokesperson)(?: for policy coordination|ว่าการ|ฝ่ายประสานนโยบาย|(?: |,|\(|\p{sc=Thai}){0,3})*$/u
const TITLE_BEHIND =
  /^[ ,)(]{0,4}(?:(?:the|then|a) )*(?:\([a-z]+\) ?)?(?:vice-? ?minister|รองปลัดกระทรวง|(\p{sc=Han}{0,8}(?:大臣|審議官|報道官)))/u
const VICE = /vice|deputy|รองปลัด|審議官/u
const SPEAKS = /โฆษก|spokes|報道官/u

/** What a person is called: minister, vice-minister, 総務大臣. */
function titlesOf({ matches, compact }: TextAnalysis, lexicon: Lexicon): Title[] {
  return matches
    .filter(({ id }) => kindOf(id, lexicon) === 'person')
    .flatMap(({ id, start, end }) => {
      const before = TITLE_BEFORE.exec(compact.slice(Math.max(0, start - 50), start))
      const behind = TITLE_BEHIND.exec(compact.slice(end))
      return [before, behind].flatMap((found): Title[] =>
        found === null ? [] : [{ id, rank: rankOf(found[0]), portfolio: found[1] }],
      )
    })
}

function rankOf(title: string): Rank {
  if (VICE.test(title)) return 'vice-minister'
  return SPEAKS.test(title) ? 'spokesperson' : 'minister'
}

function isTitleOf({ rank, portfolio }: Title, known: readonly Title[]): boolean {
  if (!known.some((other) => other.rank === rank)) return false
  const portfolios = known.flatMap((other) => other.portfolio ?? [])
  if (portfolio === undefined || portfolios.length === 0) return true
  return portfolios.some((other) => other.endsWith(portfolio) || portfolio.endsWith(other))
}

const PRONOUN = /\b(?:she|he|they)\b|同氏|両氏/u

/** Two names right beside each other, one of which belongs to the other: Kaneko of MIC. */
interface Bond {
  ids: [string, string]
  words: string
}

const OF =
  /^(?:[ ,()'’・]|'s|’s|of|the|then|former|kingdom|government|vice-?minister|minister|ministry|for|policy|coordination|senior|executives?|แห่ง|ของ|ประเทศ|ราชอาณาจักร|รัฐมนตรี|ว่าการ|กระทรวง|รองปลัด|ฝ่ายประสานนโยบาย|คณะผู้บริหาร|ระดับสูง|ฝ่าย|ฝั่ง|ด้าน|นาย|の|側|総務審議官|大臣|当時|旧|氏)+$/u
/** "MIC is the party of Japan". */
const PARTY_OF =
  /^\)? ?(?:(?:is|เป็น|คือ) ?)(?:the |a )?(?:party|partner|(?:คู่)?ภาคี)(?: of| from| for|ฝ่าย|ของ)*(?: the)? ?$/u
/** What a Japanese name is followed by when it isn't owned: タイへの, タイ訪問. */
const GOES_ON = /^(?:へ|で|に|を|から|訪問|や|、)/u
const KINDS: ReadonlySet<TermKind> = new Set<TermKind>(['person', 'organisation', 'side'])

function bondsOf({ matches, compact }: TextAnalysis, lexicon: Lexicon): Bond[] {
  const names = matches.filter(({ id }) => KINDS.has(lexicon.term(id)?.kind ?? 'outside'))
  return names.slice(1).flatMap((right, i): Bond[] => {
    const left = names[i]!
    const between = compact.slice(left.end, right.start)
    const isParty =
      PARTY_OF.test(between) || (/^(?:\([a-z]+\))?は$/u.test(between) && /^側?の/u.test(compact.slice(right.end)))
    if (!(OF.test(between) || isParty) || kindOf(left.id, lexicon) === kindOf(right.id, lexicon)) return []
    if (between.includes('の') && GOES_ON.test(compact.slice(right.end))) return []
    return [{ ids: [left.id, right.id], words: compact.slice(left.start, right.end) }]
  })
}

function contradicts({ ids: [a, b] }: Bond, quoted: readonly Bond[], lexicon: Lexicon): boolean {
  if (quoted.some(({ ids }) => ids.includes(a) && ids.includes(b))) return false
  return !isOf(a, b, lexicon) && !isOf(b, a, lexicon) && !(sideOf(a, lexicon) === sideOf(b, lexicon))
}

/** What happens to or from something: the same role for all that can have it. */
interface Role {
  role: 'goal' | 'heir' | 'inherited' | 'cause' | 'source'
  id: string
}

const OWNED = "(?: \\p{L}+['’]s| the| that| its| earlier| former| joint|ประเทศ|บันทึกความร่วมมือ|ฉบับ)*"
const BEFORE: readonly [Role['role'], RegExp][] = [
  [
    'goal',
    new RegExp(
      `(?:\\b(?:visit(?:s|ed|ing)?|trip)(?: to)?|\\binvest(?:s|ed|ing|ments?)?(?: \\p{L}+(?:er|ly))?(?: in| into| to)?|\\bvisits? (?:of|by) [^,.;]{1,40} to|เยือน|ลงทุน(?:ใน)?|มายัง|ไปยัง)${OWNED} ?$`,
      'u',
    ),
  ],
  ['heir', new RegExp(`\\bsucceeded by${OWNED} ?$`, 'u')],
  ['source', /(?:\baccording to(?: the)?|ตามข่าว(?:มติ)?(?:ของ)?|ข่าว(?:มติ)?ของ) ?$/u],
  [
    'inherited',
    new RegExp(`(?:\\bsuccessor (?:of|to)|\\bsucceed(?:s|ed|ing)?|\\btook over from|สืบต่อ(?:มา)?จาก)${OWNED} ?$`, 'u'),
  ],
  [
    'cause',
    new RegExp(
      `(?:\\bfollow(?:s|ed|ing)?(?: on)? from|\\bresult(?:s|ed)? (?:of|from)|\\bgrew out of|สืบเนื่อง(?:มา)?จาก|เป็นผลจาก)${OWNED} ?$`,
      'u',
    ),
  ],
]
const BEHIND: readonly [Role['role'], RegExp][] = [
  ['source', /^(?:['’]s)? (?:news |press )?(?:release|announcement)|^(?:の|に関する)発表(?!した)/u],
  ['goal', /^(?:への投資|に投資|を訪|訪問)/u],
  ['inherited', /^を(?:引き継|継承|承継)/u],
  ['cause', /^(?:を受け|に基づ|から生)/u],
  ['heir', /^[)]?,? (?:as )?the successor|^[)]? ?(?:,|ซึ่ง|ที่)(?:เป็นกระทรวงที่|เป็นหน่วยงานที่)?(?:สืบต่อ|รับช่วง)/u],
]
/** "Thailand's former ministry" is the ministry, not Thailand. */
const POSSESSIVE = /['’]s?(?: |$)/u
const HEIR_JA = /を(?:引き継いだ|継承した|承継した)$/u
const PLAYERS: ReadonlySet<TermKind> = new Set<TermKind>([
  'side',
  'place',
  'country',
  'organisation',
  'instrument',
  'agreement',
])

function rolesOf({ matches, compact }: TextAnalysis, lexicon: Lexicon): Role[] {
  return matches
    .filter(({ id }) => PLAYERS.has(lexicon.term(id)?.kind ?? 'outside'))
    .flatMap(({ id, start, end }: TermMatch): Role[] => {
      const ahead = compact.slice(Math.max(0, start - 60), start)
      const isOwner = POSSESSIVE.test(compact.slice(start, end + 2))
      const before = BEFORE.filter(([, pattern]) => pattern.test(ahead))
      const behind = BEHIND.filter(([, pattern]) => pattern.test(compact.slice(end)))
      const heir = HEIR_JA.test(ahead) ? [{ role: 'heir' as const, id }] : []
      const roles = [...before, ...behind].map(([role]) => ({ role, id }))
      return [...roles, ...heir].filter(({ role }) => role === 'source' || !isOwner)
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
