import { canonical } from '../text/canonical.ts'
import { readFacts } from '../text/stray-facts.ts'
import { type Compared, type PassageChange, shownText } from './compare-snapshots.ts'
import type { Loss } from './find-losses.ts'
import type { DiffPiece } from './word-diff.ts'

/** Characters of prose that may go without being missed. */
const LEAST_PIECE = 20
/** Shorter, it's a word that both have by chance. */
const LEAST_STAYING = 10

/** Whole passages of prose that are gone, and long pieces with nothing put in their place; not what stands elsewhere in the document. */
export function lostProse(changes: readonly PassageChange[], after: Compared): Loss[] {
  const texts = new Map<string, string>()
  const stands = (documentId: string, words: string) => {
    const text = texts.get(documentId) ?? canonical(after.documents.get(documentId)!.text)
    texts.set(documentId, text)
    return text.includes(canonical(words).trim())
  }
  return changes.flatMap((change): Loss[] => {
    if (change.kind === 'added') return []
    const { id, documentId, clause, text } = change.before
    if (clause !== undefined || !after.documents.has(documentId)) return []
    const gone = change.kind === 'removed' ? [text] : deletions(change.pieces)
    return gone
      .filter((words) => !stands(documentId, words))
      .map((words) => ({ kind: 'passage', where: id, what: `the words are gone: "${words.trim()}"` }))
  })
}

/** What went with less than half as much in its place. Words that stayed by chance, amid others that didn't, keep nothing apart. */
function deletions(pieces: readonly DiffPiece[]): string[] {
  const gone: string[] = []
  let [removed, added, stayed] = ['', '', '']
  const flush = () => {
    const [before, after] = [removed.trim().length, added.trim().length]
    if (before >= LEAST_PIECE && 2 * after < before) gone.push(removed)
    removed = added = stayed = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'same' && text.trim().length >= LEAST_STAYING) flush()
    else if (kind === 'same') stayed += text
    else {
      if (removed + added !== '') {
        removed += stayed
        added += stayed
      }
      stayed = ''
      if (kind === 'removed') removed += text
      else added += text
    }
  }
  flush()
  return gone
}

/** Dates and amounts that have taken each other's place: each stands there as often as before, and says another thing. */
export function reorderedFacts(changes: readonly PassageChange[]): Loss[] {
  return changes.flatMap((change): Loss[] => {
    if (change.kind !== 'changed') return []
    const [old, now] = [factsInOrder(shownText(change.before)), factsInOrder(shownText(change.after))]
    if (old.join() === now.join() || old.toSorted().join() !== now.toSorted().join()) return []
    return [{ kind: 'fact', where: change.before.id, what: 'its dates and amounts stand in another order' }]
  })
}

function factsInOrder(text: string): string[] {
  const { dates, quantities } = readFacts(text)
  return [
    ...dates.map(({ start, date }) => ({ start, fact: `${date.year}-${date.month}-${date.day}` })),
    ...quantities.map(({ start, value, unit }) => ({ start, fact: `${value} ${unit}` })),
  ]
    .toSorted((a, b) => a.start - b.start)
    .map(({ fact }) => fact)
}
