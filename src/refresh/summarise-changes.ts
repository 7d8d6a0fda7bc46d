import { setImmediate } from 'node:timers/promises'
import type { ChangeKind, ChangeSummary, Document, ShownChange } from '../vocabulary.ts'
import {
  type Compared,
  type ComparedDocument,
  compareDocuments,
  compareFrontMatter,
  type PassageChange,
  shownText,
} from './compare-snapshots.ts'
import { type DiffPiece, likeness } from './word-diff.ts'

/** Of each kind; no chat shows more. */
const MOST_SHOWN = 8
/** Characters that are kept of what is the same before the first difference. */
const SAME_BEFORE = 30

export type Snapshot = Compared & { version: string }

interface Ranked {
  /** The lowest first. */
  rank: number
  change: ShownChange
}

const KINDS: readonly ChangeKind[] = ['changed', 'removed', 'added']
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/**
 * What a swap changed; undefined when it changed no text and no front matter. Lets others have their turn after each document: it
 * runs where questions are answered.
 */
export async function summariseChanges(before: Snapshot, after: Snapshot): Promise<ChangeSummary | undefined> {
  const counts: Record<ChangeKind, number> = { changed: 0, removed: 0, added: 0 }
  const ranked = fieldsOf(before, after)
  for (const compared of compareDocuments(before, after)) {
    for (const { kind } of compared.changes) counts[kind]++
    const isWhole = !before.documents.has(compared.document.id) || !after.documents.has(compared.document.id)
    ranked.push(...(isWhole ? wholeDocument(compared) : compared.changes.map(passageOf(compared.document))))
    await setImmediate()
  }
  if (ranked.length === 0) return undefined
  const shown = KINDS.flatMap((kind) =>
    ranked
      .filter(({ change }) => change.kind === kind)
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, MOST_SHOWN)
      .map(({ change }) => change),
  )
  const more = ranked.length - shown.length
  return { version: after.version, versionBefore: before.version, counts, shown, more }
}

function fieldsOf(before: Snapshot, after: Snapshot): Ranked[] {
  return compareFrontMatter(before, after).map(({ id, field, before: old, after: now }) => {
    const { title, language } = after.documents.get(id)!
    return {
      rank: -1,
      change: { kind: 'changed', documentTitle: title, language, place: field, before: old, after: now },
    }
  })
}

/** A document that is new or gone, with all of its passages. */
function wholeDocument({ document: { title, language }, changes }: ComparedDocument): Ranked[] {
  const [first] = changes
  if (first === undefined) return []
  const change = { kind: first.kind, documentTitle: title, language, passages: changes.length }
  return [{ rank: -1, change }]
}

const passageOf =
  ({ title, language }: Document) =>
  (change: PassageChange): Ranked => {
    const { kind } = change
    const { id } = kind === 'removed' ? change.before : change.after
    const shown = { kind, documentTitle: title, language, place: id.slice(id.indexOf('#') + 1) }
    if (kind === 'added') return { rank: 0, change: { ...shown, after: shownText(change.after) } }
    if (kind === 'removed') return { rank: 0, change: { ...shown, before: shownText(change.before) } }
    return { rank: likeness(change.pieces), change: { ...shown, ...wordingsOf(change.pieces) } }
  }

/** Both from the same place, shortly before they differ. */
function wordingsOf(pieces: readonly DiffPiece[]): { before: string; after: string } {
  const [first, ...rest] = pieces
  const same = first?.kind === 'same' ? endOf(first.text) : ''
  const joined = (without: DiffPiece['kind']) =>
    same +
    (first?.kind === 'same' ? rest : pieces)
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join('')
  return { before: joined('added'), after: joined('removed') }
}

function endOf(text: string): string {
  const starts = Array.from(graphemes.segment(text), ({ index }) => index)
  return starts.length > SAME_BEFORE ? `…${text.slice(starts.at(-SAME_BEFORE))}` : text
}
