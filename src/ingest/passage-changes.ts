import type { Passage } from '../vocabulary.ts'

/** Ids of passages against the version in use before. */
export interface PassageChanges {
  added: string[]
  changed: string[]
  removed: string[]
  unchanged: string[]
}

/** `before` has the hash of each passage by its id. */
export function comparePassages(
  passages: readonly Passage[],
  before: Readonly<Record<string, string>>,
): PassageChanges {
  const changes: PassageChanges = { added: [], changed: [], removed: [], unchanged: [] }
  const hashes = new Map(Object.entries(before))
  for (const { id, hash } of passages) {
    const old = hashes.get(id)
    if (old === undefined) changes.added.push(id)
    else if (old === hash) changes.unchanged.push(id)
    else changes.changed.push(id)
  }
  const present = new Set(passages.map(({ id }) => id))
  changes.removed = [...hashes.keys()].filter((id) => !present.has(id))
  return changes
}
