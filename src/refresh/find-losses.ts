import { canonical } from '../text/canonical.ts'
import { readFacts } from '../text/stray-facts.ts'
import type { Document, Passage, Proof, Sentence, Vocabulary } from '../vocabulary.ts'
import { type Compared, compareFrontMatter, type PassageChange } from './compare-snapshots.ts'
import { lostProse, reorderedFacts } from './lost-words.ts'
import { lostVocabulary } from './vocabulary-losses.ts'

/** Something that was there and would be no longer: a person must want it so. */
export interface Loss {
  kind: 'document' | 'clause' | 'passage' | 'sentence' | 'proof' | 'fact' | 'vocabulary' | 'figure'
  /** Of the document, the passage, or the vocabulary's entry. */
  where: string
  what: string
}

export const describeLoss = ({ where, what }: Loss) => `${where}: ${what}`

/** Front matter that says when and how far a text holds, and what it is. A title may be reworded. */
const GUARDED_FIELDS: ReadonlySet<string> = new Set([
  'published',
  'status',
  'url',
  'publisher',
  'kind',
  'language',
  'translationOf',
])

export type Guarded = Compared & { vocabulary: Vocabulary }

/**
 * Documents, clauses, sentences, proofs, pieces of prose and vocabulary that are gone, and dates, amounts and numbers that stand
 * less often than before or in each other's place. What is counted in clauses is counted clause by clause, in prose over the
 * whole document, since its passages are cut anew.
 */
export function findLosses(before: Guarded, after: Guarded, changes: readonly PassageChange[]): Loss[] {
  const fresh = new Map(after.passages.map((passage) => [passage.id, passage]))
  const clauses = before.passages.filter(
    ({ documentId, clause }) => clause !== undefined && after.documents.has(documentId),
  )
  return [
    ...[...before.documents.values()].flatMap((document) => lossesOfDocument(document, after)),
    ...compareFrontMatter(before, after)
      .filter(({ field }) => GUARDED_FIELDS.has(field))
      .map(({ id, field, before: old, after: now }): Loss => {
        return { kind: 'fact', where: id, what: `${field} was ${old} and is ${now}` }
      }),
    ...clauses.flatMap((clause) => lossesOfClause(clause, fresh.get(clause.id), before, after)),
    ...lostProse(changes, after),
    ...reorderedFacts(changes),
    ...lostVocabulary(before.vocabulary, after.vocabulary),
  ]
}

function lossesOfDocument(document: Document, after: Compared): Loss[] {
  const { id, title, kind, text } = document
  const fresh = after.documents.get(id)
  if (fresh === undefined) return [{ kind: 'document', where: id, what: `the document is gone: ${title}` }]
  return [...lostFacts(id, title, fresh.title), ...(kind === 'clauses' ? [] : lostFacts(id, text, fresh.text))]
}

function lossesOfClause(old: Passage, fresh: Passage | undefined, before: Compared, after: Compared): Loss[] {
  const where = old.id
  if (fresh === undefined) return [{ kind: 'clause', where, what: `the clause is gone: ${old.headings.at(-1)}` }]
  const sentences = old.sentences ?? []
  const now = fresh.sentences ?? []
  const fewer: Loss[] =
    now.length < sentences.length
      ? [{ kind: 'sentence', where, what: `it has ${now.length} sentences, ${sentences.length} before` }]
      : []
  const complete: Loss[] = old.examples && !fresh.examples ? [{ kind: 'fact', where, what: EXAMPLES }] : []
  return [
    ...fewer,
    ...complete,
    ...sentences.flatMap((sentence, number) => {
      const text = textOf(old, sentence)
      const same = now.find((candidate) => textOf(fresh, candidate) === text) ?? now[number]
      const proofs = new Set((same?.proofs ?? []).map((proof) => keyOf(proof, after)))
      return sentence.proofs
        .filter((proof) => !proofs.has(keyOf(proof, before)))
        .map((proof): Loss => ({ kind: 'proof', where, what: `"${text}" has lost its proof ${shown(proof, before)}` }))
    }),
    ...lostFacts(where, wordsOf(old), wordsOf(fresh)),
  ]
}

const EXAMPLES = 'its list is no longer marked as examples: it would pass for the whole'

/** The headings that are the clause's own, not the document's title. */
const wordsOf = ({ headings, text }: Passage) => [...headings.slice(1), text].join('\n')

const textOf = (passage: Passage, { start, end }: Sentence) =>
  passage.text.slice(start - passage.start, end - passage.start)

const quoteOf = ({ documentId, start, end }: Extract<Proof, { kind: 'quote' }>, { documents }: Compared) =>
  documents.get(documentId)?.text.slice(start, end) ?? ''

function keyOf(proof: Proof, snapshot: Compared): string {
  if (proof.kind === 'address') return `${proof.url} ${proof.published}`
  // The same words in another document have another authority.
  return `${proof.documentId} ${canonical(quoteOf(proof, snapshot))}`
}

function shown(proof: Proof, snapshot: Compared): string {
  return proof.kind === 'address'
    ? `${proof.url} (${proof.published})`
    : `"${quoteOf(proof, snapshot)}" in ${proof.documentId}`
}

/** A fact that stands less often than before, or is now another. */
function lostFacts(where: string, before: string, after: string): Loss[] {
  if (before === after) return []
  const now = countFacts(after)
  return Array.from(countFacts(before)).flatMap(([fact, { count, written }]): Loss[] => {
    const left = now.get(fact)?.count ?? 0
    if (left >= count) return []
    const times = left === 0 ? 'no longer stands there' : `stands there ${timesOf(left)}, ${timesOf(count)} before`
    return [{ kind: 'fact', where, what: `"${written}" ${times}` }]
  })
}

const timesOf = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** Dates and amounts count as what they mean, in whichever calendar or words they're written. */
function countFacts(text: string): Map<string, { count: number; written: string }> {
  const { dates, impossibleDates, quantities, numbers } = readFacts(text)
  const counts = new Map<string, { count: number; written: string }>()
  const add = (fact: string, written: string) => {
    const known = counts.get(fact)
    if (known) known.count++
    else counts.set(fact, { count: 1, written })
  }
  for (const { date, text: written } of dates) add(`date ${date.year}-${date.month}-${date.day}`, written)
  for (const { text: written } of impossibleDates) add(`impossible ${canonical(written)}`, written)
  for (const { value, unit, text: written } of quantities) add(`${value} ${unit}`, written)
  for (const number of numbers) add(`number ${number}`, number)
  return counts
}
