import type { Language, Span } from '../../vocabulary.ts'

export interface QuoteAddress {
  span: Span
  /** The snapshot that the span counts in. */
  version: string
}

/** Where a document is read, at a quote if one is given. */
export function readerAddress(documentId: string, language: Language, quote?: QuoteAddress): string {
  // A lone surrogate in an id would make encodeURIComponent throw.
  const path = `/sources/${encodeURIComponent(documentId.toWellFormed())}?lang=${language}`
  if (quote === undefined) return path
  const { span, version } = quote
  return `${path}&start=${span.start}&end=${span.end}&v=${encodeURIComponent(version)}#quote`
}

/** Where one clause of a document is read. */
export function clauseAddress(documentId: string, language: Language, clause: string): string {
  return `${readerAddress(documentId, language)}#${clauseElementId(clause)}`
}

export function clauseElementId(clause: string): string {
  return `clause-${clause}`
}
