import type { Ask, PassageProfile } from '../question.ts'
import type { SearchIndex } from '../search-index/search-index.ts'
import { readDates } from '../text/calendar.ts'
import { compact } from '../text/compact.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { readQuantities } from '../text/quantities.ts'
import type { Passage, Proof, TermKind } from '../vocabulary.ts'
import { asksOf } from './asks.ts'

/** Profiles each passage of the index once, when it's first asked for. */
export function createProfiler(index: SearchIndex, lexicon: Lexicon): (ordinal: number) => PassageProfile {
  const questions = new Map(index.vocabulary.questions.map((entry) => [entry.clause, entry]))
  const profiles: PassageProfile[] = []
  const kinds = (terms: ReadonlySet<string>) => new Set([...terms].map((id) => lexicon.term(id)?.kind))
  const countOf = (terms: ReadonlySet<string>, kind: TermKind) =>
    [...terms].filter((id) => lexicon.term(id)?.kind === kind).length
  const tells = (text: string, terms: ReadonlySet<string>, headings: string): Set<Ask> => {
    const named = kinds(terms)
    const units = new Set(readQuantities(text).map(({ unit }) => unit))
    const told: [Ask, boolean][] = [
      ['when', readDates(text).length > 0],
      ['who', named.has('person')],
      ['where', named.has('place') || text.includes('://')],
      ['which-organisation', named.has('organisation')],
      ['link', text.includes('://')],
      // Who are named can be counted.
      ['how-many', units.size > 0 || countOf(terms, 'organisation') > 1 || countOf(terms, 'person') > 1],
      ['how-much', ['baht', 'yen', 'usd'].some((unit) => units.has(unit))],
      ['how-long', ['day', 'week', 'month', 'year'].some((unit) => units.has(unit))],
      ['why', asksOf(compact(headings)).has('why') || asksOf(compact(text)).has('why')],
    ]
    return new Set(told.filter(([, isTold]) => isTold).map(([ask]) => ask))
  }
  const originalOf = (proofs: readonly Proof[]) => {
    const proof = proofs.find((candidate) => candidate.kind === 'quote')
    if (proof === undefined) return {}
    const quote = index.documents.get(proof.documentId)!.text.slice(proof.start, proof.end)
    return { original: { passageId: proof.passageId, quote } }
  }
  const termsOf = (text: string | undefined) => (text === undefined ? new Set<string>() : lexicon.read(text).terms)

  return (ordinal) => {
    const known = profiles[ordinal]
    if (known !== undefined) return known
    const passage = index.passages[ordinal]!
    const document = index.documents.get(passage.documentId)!
    const isClause = passage.clause !== undefined
    const spans = passage.sentences ?? [{ start: passage.start, end: passage.end, proofs: [] }]
    const sentences = spans.map(({ start, end, proofs }) => {
      const text = document.text.slice(start, end)
      const { terms, dates } = lexicon.read(text)
      return {
        start,
        end,
        text,
        terms,
        dates: dates.map((mention) => mention.date),
        tells: tells(text, terms, passage.headings.join('\n')),
        ...originalOf(proofs),
      }
    })
    const heading = termsOf(isClause ? passage.headings.at(-1) : passage.headings.join('\n'))
    const examples = passage.clause === undefined ? undefined : questions.get(passage.clause)?.[passage.language]
    const profile: PassageProfile = {
      passage,
      ordinal,
      aligned: isClause ? alignedWith(passage, index.passages) : [],
      title: termsOf(document.title),
      heading,
      group: termsOf(isClause ? passage.headings.at(-2) : undefined),
      questions: termsOf(examples?.join('\n')),
      sentences,
      gaps: isClause ? new Set() : lexicon.read([...passage.headings, passage.text].join('\n')).gaps,
      isOverview: isClause && asksOf(compact(passage.headings.at(-2) ?? '')).has('summary'),
      terms: sentences.reduce((all, sentence) => all.union(sentence.terms), heading),
    }
    profiles[ordinal] = profile
    return profile
  }
}

function alignedWith({ id, clause }: Passage, passages: readonly Passage[]): string[] {
  return passages.filter((other) => other.clause === clause && other.id !== id).map((other) => other.id)
}
