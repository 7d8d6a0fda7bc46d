import type { Document, Passage, Proof, Quotation, Source } from '../vocabulary.ts'
import type { LocatedQuote } from './draft.ts'

export interface Citer {
  /** The number of the source that shows this quote; the same words have the same number. */
  cite(quote: LocatedQuote): number
  sources(): Source[]
}

/** Numbers sources from 1 in the order in which they're first cited. */
export function createCiter(documents: ReadonlyMap<string, Document>, passages: ReadonlyMap<string, Passage>): Citer {
  const sources: Source[] = []
  const numbers = new Map<string, number>()
  return {
    sources: () => sources,
    cite(quote) {
      const key = `${quote.passage.id} ${quote.start} ${quote.end}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      const number = sources.length + 1
      numbers.set(key, number)
      sources.push(describeSource(number, quote, documents, passages))
      return number
    },
  }
}

/** What the quote's own document says of it. */
function sourceOf(number: number, { passage, start, end, text }: LocatedQuote, document: Document): Source {
  return {
    number,
    documentId: document.id,
    documentTitle: document.title,
    kind: document.kind,
    passageId: passage.id,
    ...(passage.clause !== undefined && { clause: passage.clause }),
    language: passage.language,
    quote: text,
    start,
    end,
    url: document.url,
    published: document.published,
  }
}

/** A sentence of ours is shown with the official words behind it, and with the address and date of their publication. */
export function describeSource(
  number: number,
  quote: LocatedQuote,
  documents: ReadonlyMap<string, Document>,
  passages: Pick<ReadonlyMap<string, Passage>, 'get'>,
): Source {
  const { passage, start, end } = quote
  const document = documents.get(passage.documentId)!
  const proofs = passage.sentences?.find((sentence) => sentence.start < end && sentence.end > start)?.proofs ?? []
  const original = originalOf(proofs, documents, passages)
  return {
    ...sourceOf(number, quote, document),
    ...(original !== undefined && { original }),
    ...publicationOf(proofs[0], document, documents),
  }
}

/** The stored official words behind a sentence of ours. */
function originalOf(
  proofs: readonly Proof[],
  documents: ReadonlyMap<string, Document>,
  passages: Pick<ReadonlyMap<string, Passage>, 'get'>,
): Quotation | undefined {
  const proof = proofs.find((candidate) => candidate.kind === 'quote')
  if (proof === undefined) return undefined
  const { documentId, passageId, start, end } = proof
  const document = documents.get(documentId)!
  const language = passages.get(passageId)?.language ?? document.language
  return { documentId, passageId, language, quote: document.text.slice(start, end), start, end }
}

/** Where and when the words were published: for a sentence of ours, that of the publication which it summarises. */
function publicationOf(proof: Proof | undefined, document: Document, documents: ReadonlyMap<string, Document>) {
  if (proof?.kind === 'address') return { url: proof.url, published: proof.published }
  const { url, published } = proof === undefined ? document : documents.get(proof.documentId)!
  return { url, published }
}
