import { createHash } from 'node:crypto'
import type { Document, Passage, Span } from '../vocabulary.ts'

/** Passages that stand together: the text around a passage helps to find it. */
export type Section = Passage[]

export function createPassage(document: Document, name: string, headings: string[], { start, end }: Span): Passage {
  const text = document.text.slice(start, end)
  return {
    id: `${document.id}#${name}`,
    documentId: document.id,
    language: document.language,
    start,
    end,
    text,
    headings,
    hash: createHash('sha256').update(headedText({ headings, text })).digest('hex'),
  }
}

/** What is embedded and searched. */
export function headedText({ headings, text }: Pick<Passage, 'headings' | 'text'>): string {
  return [...headings, text].join('\n')
}
