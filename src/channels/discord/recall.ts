import type { RememberedAnswer, RememberedAnswers } from '../../storage/remembered-answers.ts'
import type { Answer, Document, Quotation } from '../../vocabulary.ts'
import type { Where } from './work.ts'

/** What stands for Discord's ids wherever they're kept. */
export interface IdHashes {
  chat(id: string): string
  person(id: string): string
}

/** An answer that a button belongs to, with who asked for it. */
export interface Recalled extends RememberedAnswer {
  answer: Answer
  /** Everybody in the channel has seen it. */
  isPublic: boolean
}

/** As in a conversation on the web. */
export const CONVERSATION = 30 * 60_000
const mostTurns = 6

/** What is asked for oneself is a chat of its own: nobody's next question in a thread is completed by it. */
export function chatOf({ channelId }: Where, isPrivate: boolean, hash: IdHashes): string {
  return hash.chat(isPrivate ? `${channelId} private` : channelId)
}

export function recall(
  id: string,
  where: Where,
  { remembered, hash }: { remembered: Pick<RememberedAnswers, 'find'>; hash: IdHashes },
): Recalled | undefined {
  for (const isPrivate of [false, true]) {
    const found = remembered.find(id, chatOf(where, isPrivate, hash))
    if (found?.answer !== undefined) return { ...found, answer: found.answer, isPublic: !isPrivate }
  }
  return undefined
}

/** The questions that lead to the next one. */
export function historyAfter({ history, question }: RememberedAnswer): string[] {
  return [...history, question].slice(-mostTurns)
}

/** Do all its quotes still stand in the documents, at their places? */
export function isCurrent({ sources }: Answer, documents: ReadonlyMap<string, Document>): boolean {
  const stands = ({ documentId, start, end, quote }: Quotation) =>
    documents.get(documentId)?.text.slice(start, end) === quote
  return sources.every((source) => stands(source) && (source.original === undefined || stands(source.original)))
}
