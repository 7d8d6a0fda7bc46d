import type { Answer, Language } from '../../vocabulary.ts'

export interface AskRequest {
  question: string
  /** Of the answer; the question's own when absent. */
  language?: Language
  /** Questions with the same id are turns of one conversation. */
  conversation?: string
}

export type Ask = (request: AskRequest) => Promise<Answer>
