import type { DraftQuote } from '../../answer/draft.ts'
import type { Document, Language, Passage, Proof, Sentence, Span } from '../../vocabulary.ts'

/** What mutations are made from. */
export interface StatementSources {
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
}

/** A right statement, in the words of the sources: what its mutations are made wrong from. */
export interface Base {
  /** `signing.1` is the first sentence of that clause. */
  name: string
  language: Language
  text: string
  quotes: DraftQuote[]
  /** What it quotes: its own words, the same sentence of another language, or the official words behind it. */
  origin: 'own' | 'aligned' | 'proof'
  /** Of a list that its source gives as examples. */
  examples: boolean
}

export const LANGUAGES: readonly Language[] = ['th', 'en', 'ja']

/** Shorter lines of prose, and those with an address, are headlines, dates and sources. */
const MIN_LINE = 60

/**
 * Each sentence of the clauses, quoting itself, its aligned sentences and the words that prove it, and each line of prose
 * quoting itself.
 */
export function readBases(sources: StatementSources): Base[] {
  const sentences = sources.passages.flatMap(sentencesOf)
  const prose = [...sources.documents.values()].filter(({ kind }) => kind !== 'clauses')
  return [
    ...sentences.map((sentence): Base => ({ ...sentence.base, quotes: [sentence.quote], origin: 'own' })),
    ...prose.flatMap((document) => linesOf(document, sources.passages)),
    ...sentences.flatMap((sentence) => alignedBases(sentence, sentences)),
    ...sentences.flatMap((sentence) => provenBases(sentence, sources)),
  ]
}

interface ClauseSentence {
  base: Omit<Base, 'quotes' | 'origin'>
  quote: DraftQuote
  proofs: Proof[]
}

function sentencesOf(passage: Passage): ClauseSentence[] {
  const { id, clause, language, examples = false } = passage
  return (passage.sentences ?? []).map((sentence: Sentence, index) => {
    const text = passage.text.slice(sentence.start - passage.start, sentence.end - passage.start)
    return {
      base: { name: `${clause}.${index + 1}`, language, text, examples },
      quote: { passageId: id, quote: text },
      proofs: sentence.proofs,
    }
  })
}

function alignedBases({ base }: ClauseSentence, sentences: readonly ClauseSentence[]): Base[] {
  return sentences
    .filter((other) => other.base.name === base.name && other.base.language !== base.language)
    .map(({ quote }) => ({ ...base, quotes: [quote], origin: 'aligned' }))
}

/** None for what only a publication that isn't stored proves. */
function provenBases({ base, proofs }: ClauseSentence, { documents }: StatementSources): Base[] {
  const quotes = proofs.flatMap((proof) => {
    if (proof.kind !== 'quote') return []
    const quote = documents.get(proof.documentId)!.text.slice(proof.start, proof.end)
    return [{ passageId: proof.passageId, quote }]
  })
  return quotes.length === 0 || quotes.length < proofs.length ? [] : [{ ...base, quotes, origin: 'proof' }]
}

/** A line that lies in several passages quotes its part of each. */
function linesOf({ id, language, text }: Document, passages: readonly Passage[]): Base[] {
  const own = passages.filter(({ documentId }) => documentId === id)
  const lines = [...text.matchAll(/\S[^\n]*/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }))
  const said = new Map(lines.map((line) => [text.slice(line.start, line.end), line]))
  return [...said]
    .filter(([words]) => words.length >= MIN_LINE && !words.includes('://'))
    .map(([words, line], index) => ({
      name: `${id}.${index + 1}`,
      language,
      text: words,
      quotes: own.flatMap((passage) => overlap(passage, line)),
      origin: 'own',
      examples: /อาทิ/u.test(words),
    }))
}

function overlap(passage: Passage, line: Span): DraftQuote[] {
  const start = Math.max(passage.start, line.start)
  const end = Math.min(passage.end, line.end)
  if (start >= end) return []
  return [{ passageId: passage.id, quote: passage.text.slice(start - passage.start, end - passage.start).trim() }]
}
