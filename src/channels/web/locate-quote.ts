import type { Document, Span } from '../../vocabulary.ts'
import { findPresentWording, type PresentWording } from './present-wording.ts'

/** The documents in use. */
export interface OpenDocuments {
  version: string
  documents: ReadonlyMap<string, Document>
}

/** A version's documents; undefined when it isn't kept any longer. */
export type DocumentsOf = (version: string) => Promise<ReadonlyMap<string, Document> | undefined>

/** What an address of the reader asks for, as it was sent. */
export interface ReaderQuery {
  documentId: string
  start?: string | undefined
  end?: string | undefined
  /** Without it, the index in use is meant. */
  version?: string | undefined
}

/** A document to show, and what is to be said of the quoted words. */
export interface FoundDocument {
  /** As it's shown: of the index in use, unless it is gone from there. */
  document: Document
  /** The version that it is shown from. */
  version: string
  quote?: FoundQuote
  /** It's no longer among the documents in use. */
  isRemoved: boolean
}

/** `span` counts in the document as it's shown. */
export type FoundQuote =
  | { kind: 'current'; span: Span }
  /** The snapshot that the span counts in isn't kept: these may be other words. */
  | { kind: 'unchecked'; span: Span }
  /** `earlier` is the document as it was in `version`, `then` the quoted words in it, `now` what has become of them. */
  | { kind: 'changed'; earlier: Document; version: string; then: Span; now: PresentWording }
  /** The address names words that aren't there. */
  | { kind: 'missing' }

/** Finds what an address names; undefined when there's no such document. */
export async function findDocument(
  { documentId, start, end, version }: ReaderQuery,
  open: OpenDocuments,
  documentsOf: DocumentsOf,
): Promise<FoundDocument | undefined> {
  const present = open.documents.get(documentId)
  const asPresent = (kind: 'current' | 'unchecked') => present && show(present, open.version, kind, start, end)
  if (version === undefined || version === open.version) return asPresent('current')
  const documents = await documentsOf(version)
  const earlier = documents?.get(documentId)
  if (present === undefined) return earlier && { ...show(earlier, version, 'current', start, end), isRemoved: true }
  if (documents === undefined) return asPresent('unchecked')
  if (earlier?.text === present.text) return asPresent('current')
  const then = earlier && parseSpan(start, end, earlier.text)
  const found = { document: present, version: open.version, isRemoved: false }
  if (earlier === undefined || then === undefined) return { ...found, ...quoteOf(undefined, 'current', start, end) }
  const now = findPresentWording(earlier.text, then, present.text)
  return { ...found, quote: { kind: 'changed', earlier, version, then, now } }
}

function show(
  document: Document,
  version: string,
  kind: 'current' | 'unchecked',
  start?: string,
  end?: string,
): FoundDocument {
  const span = parseSpan(start, end, document.text)
  return { document, version, ...quoteOf(span, kind, start, end), isRemoved: false }
}

/** Nothing when the address asked for none. */
function quoteOf(span: Span | undefined, kind: 'current' | 'unchecked', start?: string, end?: string) {
  if (span !== undefined) return { quote: { kind, span } as const }
  return start === undefined && end === undefined ? undefined : { quote: { kind: 'missing' } as const }
}

/** The span that an address names; undefined when it isn't one of `text`, or would cut a character in two. */
export function parseSpan(start: string | undefined, end: string | undefined, text: string): Span | undefined {
  if (!/^\d{1,9}$/u.test(start ?? '') || !/^\d{1,9}$/u.test(end ?? '')) return undefined
  const span = { start: Number(start), end: Number(end) }
  if (span.start >= span.end || span.end > text.length) return undefined
  return text.slice(span.start, span.end).isWellFormed() ? span : undefined
}
