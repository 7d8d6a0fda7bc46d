import type { Lexicon } from '../../text/lexicon.ts'
import type { TermMatch } from '../../text/term-matcher.ts'

type Rank = 'minister' | 'vice-minister' | 'spokesperson' | 'prime-minister'

/** A person's title; `id` is the person's. */
export interface Title {
  id: string
  rank: Rank
  /** As Japanese writes it, with what it's minister of. */
  portfolio: string | undefined
}

const TITLE_BEFORE =
  /(?:vice-? ?minister|deputy minister|(?:deputy )?prime minister|minister|รองนายกรัฐมนตรี|นายกรัฐมนตรี|รองปลัดกระทรวง|รัฐมนตรี|โฆษก|spokesperson)(?: for policy coordination)?[ ,(\p{sc=Thai}]*$/u
const TITLE_BEHIND =
  /^[ ,)(]{0,4}(?:(?:the|then|a) )*(?:\([a-z]+\) ?)?(?:vice-? ?minister|(?:deputy )?(?:prime minister|spokesperson|spokeswoman)|รองโฆษก|โฆษก|รองนายกรัฐมนตรี|นายกรัฐมนตรี|รองปลัดกระทรวง|(\p{sc=Han}{0,8}(?:大臣|審議官|報道官)))/u
/** A quick look, for the slow one behind it. */
const IS_TITLE = /minister|รัฐมนตรี|รองปลัด|โฆษก|spokes/u
/** 副首相のトライスリー. */
const TITLE_OF_JA = /副?(?:首相(?!府)|報道官|大臣)の$/u
const PRIME = /prime minister|นายกรัฐมนตรี|首相/u
const VICE = /vice|deputy|รองปลัด|審議官/u
const SPEAKS = /โฆษก|spokes|報道官/u

/** What persons are called in a compact text: minister, vice-minister, 総務大臣. */
export function readTitles(compact: string, matches: readonly TermMatch[], lexicon: Lexicon): Title[] {
  return matches
    .filter(({ id }) => lexicon.term(id)?.kind === 'person')
    .flatMap(({ id, start, end }) => {
      const ahead = compact.slice(Math.max(0, start - 50), start)
      const before = IS_TITLE.test(ahead) ? TITLE_BEFORE.exec(ahead) : null
      const japanese = TITLE_OF_JA.exec(ahead)
      const behind = TITLE_BEHIND.exec(compact.slice(end))
      return [before, japanese, behind].flatMap((found): Title[] =>
        found === null ? [] : [{ id, rank: rankOf(found[0]), portfolio: found[1] }],
      )
    })
}

function rankOf(title: string): Rank {
  if (SPEAKS.test(title)) return 'spokesperson'
  if (PRIME.test(title)) return 'prime-minister'
  return VICE.test(title) ? 'vice-minister' : 'minister'
}

/** Of the same rank and, where both name one, of the same portfolio. `known` are the same person's. */
export function isTitleOf({ rank, portfolio }: Title, known: readonly Title[]): boolean {
  if (!known.some((other) => other.rank === rank)) return false
  const portfolios = known.flatMap((other) => other.portfolio ?? [])
  if (portfolio === undefined || portfolios.length === 0) return true
  return portfolios.some((other) => other.endsWith(portfolio) || portfolio.endsWith(other))
}
