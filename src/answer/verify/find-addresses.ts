import type { Span } from '../../vocabulary.ts'

/** Web and mail addresses, with a scheme or without. ASCII alone: Thai and Japanese run on behind them without a space. */
const ADDRESS =
  /(?:https?:\/\/|www\.|(?<![a-z0-9._%+-])[a-z0-9._%+-]+@)[!-~]+|(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?![a-z0-9-])(?:\/[!-~]*)?/giu

/** Where a text shows addresses. One pattern for all rules: what one of them leaves to another, the other must know. */
export function findAddresses(text: string): Span[] {
  return Array.from(text.matchAll(ADDRESS), ({ 0: { length }, index }) => ({ start: index, end: index + length }))
}
