import { diffArrays } from 'diff'
import type { SearchIndex } from '../search-index/search-index.ts'
import type { Document, Passage } from '../vocabulary.ts'
import { type DiffPiece, diffWords, likeness } from './word-diff.ts'

/** What of a snapshot is compared. */
export type Compared = Pick<SearchIndex, 'documents' | 'passages'>

export type PassageChange =
  | { kind: 'added'; after: Passage }
  | { kind: 'removed'; before: Passage }
  | { kind: 'changed'; before: Passage; after: Passage; pieces: DiffPiece[] }

/** Less alike than this, a passage isn't the other's new wording but another passage. */
const LEAST_LIKENESS = 0.3

/** The time that finding them takes grows with their square: more passages put in or taken out make another document. */
const MOST_EDITS = 2000

/**
 * The passages that are new, gone or reworded, document by document. Clauses are paired by their ids; prose, whose passages are
 * numbered, by its order, so that a paragraph put in before them changes none.
 */
export function comparePassageTexts(before: Compared, after: Compared): PassageChange[] {
  return [...compareDocuments(before, after)].flatMap(({ changes }) => changes)
}

export interface ComparedDocument {
  /** As it's now; as it was when it's gone. */
  document: Document
  changes: PassageChange[]
}

/** The same a document at a time, for whoever has other things to do in between. */
export function* compareDocuments(before: Compared, after: Compared): Generator<ComparedDocument> {
  const documents = new Map([...before.documents, ...after.documents])
  const [old, fresh] = [before, after].map(({ passages }) => Map.groupBy(passages, ({ documentId }) => documentId))
  for (const [id, document] of documents) {
    const pair = document.kind === 'clauses' ? pairById : pairByOrder
    yield { document, changes: pair(old!.get(id) ?? [], fresh!.get(id) ?? []).flatMap(changeOf) }
  }
}

type Pair = [before: Passage | undefined, after: Passage | undefined]

function pairById(before: readonly Passage[], after: readonly Passage[]): Pair[] {
  const fresh = new Map(after.map((passage) => [passage.id, passage]))
  const old = new Set(before.map(({ id }) => id))
  return [
    ...before.map((passage): Pair => [passage, fresh.get(passage.id)]),
    ...after.filter(({ id }) => !old.has(id)).map((passage): Pair => [undefined, passage]),
  ]
}

function pairByOrder(before: readonly Passage[], after: readonly Passage[]): Pair[] {
  const edits = diffArrays(before.map(contentOf), after.map(contentOf), { maxEditLength: MOST_EDITS })
  // As good as another text.
  if (edits === undefined) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => [before[at], after[at]])
  }
  const pairs: Pair[] = []
  const waiting: Passage[] = []
  let [old, fresh] = [0, 0]
  const flush = () => pairs.push(...waiting.splice(0).map((passage): Pair => [passage, undefined]))
  for (const { added, removed, count } of edits) {
    if (removed) waiting.push(...before.slice(old, old + count))
    else if (added) for (const passage of after.slice(fresh, fresh + count)) pairs.push([waiting.shift(), passage])
    else flush()
    if (!added) old += count
    if (!removed) fresh += count
  }
  flush()
  return pairs
}

const contentOf = ({ hash }: Passage) => hash

function changeOf([before, after]: Pair): PassageChange[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', after }]
  if (after === undefined) return [{ kind: 'removed', before }]
  const [from, to] = [shownText(before), shownText(after)]
  if (from === to) return []
  const pieces = diffWords(from, to, after.language)
  if (before.clause === undefined && likeness(pieces) < LEAST_LIKENESS) {
    return [
      { kind: 'removed', before },
      { kind: 'added', after },
    ]
  }
  return [{ kind: 'changed', before, after, pieces }]
}

/** Its heading with it: it is searched and shown. */
export function shownText({ headings, text }: Passage): string {
  return [...headings.slice(-1), text].join('\n')
}

/** What the front matter of a document says otherwise. */
export interface DocumentChange {
  id: string
  field: 'title' | 'kind' | 'language' | 'publisher' | 'published' | 'url' | 'status' | 'translationOf'
  before: string
  after: string
}

const FIELDS: readonly DocumentChange['field'][] = [
  'title',
  'kind',
  'language',
  'publisher',
  'published',
  'url',
  'status',
  'translationOf',
]

export function compareFrontMatter(before: Compared, after: Compared): DocumentChange[] {
  const changes = (old: Document) => {
    const fresh = after.documents.get(old.id)
    if (fresh === undefined) return []
    return FIELDS.filter((field) => old[field] !== fresh[field]).map((field) => ({
      id: old.id,
      field,
      before: old[field] ?? 'none',
      after: fresh[field] ?? 'none',
    }))
  }
  return [...before.documents.values()].flatMap(changes)
}
