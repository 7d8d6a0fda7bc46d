import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { TermKind } from '../../vocabulary.ts'

/** Two names right beside each other, one of which belongs to the other: Kaneko of MIC. */
export interface Bond {
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

export function readBonds(compact: string, matches: readonly TermMatch[], lexicon: Lexicon): Bond[] {
  const names = matches.filter(({ id }) => KINDS.has(lexicon.term(id)?.kind ?? 'outside'))
  return names.slice(1).flatMap((right, i): Bond[] => {
    const left = names[i]!
    const between = compact.slice(left.end, right.start)
    const isParty =
      PARTY_OF.test(between) || (/^(?:\([a-z]+\))?は$/u.test(between) && /^側?の/u.test(compact.slice(right.end)))
    if (!(OF.test(between) || isParty) || lexicon.term(left.id)?.kind === lexicon.term(right.id)?.kind) return []
    if (between.includes('の') && GOES_ON.test(compact.slice(right.end))) return []
    return [{ ids: [left.id, right.id], words: compact.slice(left.start, right.end) }]
  })
}

/** Do two names belong to different sides, and the quotes don't bind them to each other? */
export function contradicts({ ids: [a, b] }: Bond, quoted: readonly Bond[], lexicon: Lexicon): boolean {
  const sideOf = (id: string) => (lexicon.term(id)?.kind === 'side' ? id : lexicon.term(id)?.side)
  const isOf = (id: string, side: string) => lexicon.term(id)?.side === side
  if (quoted.some(({ ids }) => ids.includes(a) && ids.includes(b))) return false
  return !isOf(a, b) && !isOf(b, a) && !(sideOf(a) === sideOf(b))
}
