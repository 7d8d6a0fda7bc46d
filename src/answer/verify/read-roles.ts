import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { TermKind } from '../../vocabulary.ts'

/** What happens to or from something: the same role for all that can have it. */
export interface Role {
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
  [
    'heir',
    /^は、?[^。は]{0,30}を(?:引き継|継承|承継)|^[)]?,? (?:as )?the successor|^[)]? succeeded(?! by)|^[)]? ?(?:,|ซึ่ง|ที่)?(?:เป็นกระทรวงที่|เป็นหน่วยงานที่)?(?:สืบต่อ|รับช่วง)/u,
  ],
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

export function readRoles(compact: string, matches: readonly TermMatch[], lexicon: Lexicon): Role[] {
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
