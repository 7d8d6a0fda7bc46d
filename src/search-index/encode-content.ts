import { AccordError } from '../errors.ts'
import { encodePostings } from './encode-postings.ts'
import { encodeVectors } from './encode-vectors.ts'
import { postingsOf, type TermLists } from './postings.ts'
import { FILES, type SnapshotContent, type StoredPassages } from './snapshot.ts'

/** The files that hold the content, by name, in pieces. Equal content gives equal bytes. */
export function encodeContent(content: SnapshotContent): Map<string, Uint8Array[]> {
  const { vectors } = content
  const stored: StoredPassages = {
    passages: content.passages.map(({ text: _, ...rest }) => rest),
    sectionOf: content.sectionOf,
  }
  return new Map([
    [FILES.documents, [encodeJson(content.documents)]],
    [FILES.passages, [encodeJson(stored)]],
    [FILES.vocabulary, [encodeJson(content.vocabulary)]],
    [FILES.lexical, encodePostings(postingsOf(content.units))],
    [FILES.sections, encodePostings(postingsOf(content.sections))],
    [FILES.vectors, [encodeVectors(vectors)]],
  ])
}

/** Throws an AccordError when the parts don't fit each other: a snapshot is trusted once it's written. */
export function checkContent(content: SnapshotContent): void {
  const { documents, passages, units, sections, sectionOf, vectors, embedding } = content
  if (passages.length === 0) throw new AccordError('There is nothing to index: the documents have no passage')
  expectEqual('lists of terms', countOf(units), passages.length)
  expectEqual('section numbers', sectionOf.length, passages.length)
  expectEqual('numbers in the vectors', vectors.length, passages.length * embedding.dimension)
  expectEqual('different passage ids', new Set(passages.map(({ id }) => id)).size, passages.length)
  if (!areFinite(vectors)) throw new AccordError('The vectors hold a value that is no finite number')

  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  for (const { id, documentId, start, end, text } of passages) {
    if (texts.get(documentId)?.slice(start, end) === text) continue
    throw new AccordError(`Passage ${id} isn't what stands at ${start}–${end} of document ${documentId}`)
  }
  const count = countOf(sections)
  const stray = sectionOf.find((section) => section >= count)
  if (stray !== undefined) throw new AccordError(`Section ${stray} has no terms: there are ${count}`)
}

/** A loop: there are many, and `every` takes seven times as long. */
function areFinite(numbers: Float32Array): boolean {
  for (let i = 0; i < numbers.length; i++) if (!Number.isFinite(numbers[i])) return false
  return true
}

const countOf = (units: TermLists) => ('size' in units ? units.size : units.length)

function expectEqual(what: string, found: number, expected: number): void {
  if (found !== expected) throw new AccordError(`Expected ${expected} ${what}, got ${found}`)
}

function encodeJson(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}
