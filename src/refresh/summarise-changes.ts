import { type Compared, compareFrontMatter, comparePassageTexts, shownText } from './compare-snapshots.ts'
import { likeness } from './word-diff.ts'

const SHOWN_PASSAGES = 5
const SHOWN_CHARACTERS = 120

/**
 * What a swap changed, in a few plain lines for a chat: counts, then the passages that changed most. Undefined when no text did.
 * Counts characters as people see them, so a line never ends within one.
 */
export function summariseChanges(before: Compared & { version: string }, after: Compared & { version: string }) {
  const changes = comparePassageTexts(before, after)
  const fields = compareFrontMatter(before, after)
  if (changes.length === 0 && fields.length === 0) return undefined
  const count = (wanted: string) => changes.filter(({ kind }) => kind === wanted).length
  const weight = (change: (typeof changes)[number]) => (change.kind === 'changed' ? likeness(change.pieces) : 0)
  const shown = changes.toSorted((a, b) => weight(a) - weight(b)).slice(0, SHOWN_PASSAGES)
  const lines = shown.map((change) => {
    if (change.kind === 'added') return `+ ${change.after.id}: ${shorten(shownText(change.after))}`
    if (change.kind === 'removed') return `- ${change.before.id}: ${shorten(shownText(change.before))}`
    return `~ ${change.after.id}: ${shorten(change.before.text)} → ${shorten(change.after.text)}`
  })
  const more = changes.length > shown.length ? [`… and ${changes.length - shown.length} more`] : []
  return [
    `Index ${after.version} is in use, instead of ${before.version}.`,
    `Passages: ${count('added')} new, ${count('changed')} changed, ${count('removed')} removed.`,
    ...fields.map(({ id, field, before: old, after: now }) => `${id} ${field}: ${old} → ${now}`),
    ...lines,
    ...more,
  ].join('\n')
}

function shorten(text: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(text.replace(/\s+/g, ' ')), ({ segment }) => segment)
  return characters.length > SHOWN_CHARACTERS
    ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…`
    : characters.join('')
}
