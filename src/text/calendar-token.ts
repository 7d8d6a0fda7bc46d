import type { Language } from '../vocabulary.ts'
import type { Era } from './calendar-eras.ts'
import type { Canonical } from './canonical.ts'

/**
 * What a token is, in one character, so that the shape of a date is a regular expression over the kinds of a sentence:
 * numbers `1` (one digit), `2` (two, up to 31), `9` (two, above 31), `4` (four), `Q` (a year, or a count of the noun behind
 * it), `q` (of a quantity or a numbered thing), `#` (any other); `t` ordinal word; `M` month, `W` weekday, `B` `G`
 * `J` era mark; the words `d` day, `m` month, `y` year, `o` of/the; `年` `月` `日`; `N` date in digits, `P` month with
 * year, `S` day with month; `p` mark of a numbered thing, `z` mark of another era; `-` a dash without spaces, `~` any other "to", `&` and, `,` `'` `/` `(` `)`;
 * `c` time of day; `.` anything else.
 */
export interface Token {
  kind: string
  /** Offsets in the canonical text. */
  start: number
  end: number
  value: number
  text: string
  /** Of `M`: its language; of other words of a date: Thai or nothing. */
  language?: Language
  /** Of `M`: a month even without a day or a year beside it. */
  standsAlone?: boolean
  capital?: boolean
  /** 5th. */
  ordinal?: boolean
  era?: Era
  /** Of `p`: the unit that it gives to its number; `name` when the number is none. */
  unit?: string
}

/** Where a reader stands. */
export interface LexicalContext {
  source: string
  canonical: Canonical
  text: string
  previous: Token | undefined
}

export type TokenRest = Partial<Token> & { kind: string }
export type Reader = (matched: string, start: number, context: LexicalContext) => TokenRest

/** Where a match of a sticky pattern ends that begins at `at`. */
export function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Is the source of the canonical text from `start` to `end` without small letters? */
export function isCapital(start: number, end: number, { source, canonical }: LexicalContext): boolean {
  return !/\p{Ll}/u.test(source.slice(canonical.starts[start], canonical.ends[end - 1]))
}
