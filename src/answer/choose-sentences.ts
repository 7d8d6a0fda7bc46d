import type { Ask, Evidence, ProfiledSentence, QuestionPart } from '../question.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Passage } from '../vocabulary.ts'
import type { Missing } from './wording.ts'

export interface ChosenSentence {
  passage: Passage
  sentence: ProfiledSentence
}

/** What must be told for the question to be answered; the other asks shape the answer only. */
const MUST_BE_TOLD: readonly (Ask & Missing)[] = ['when', 'who', 'where', 'how-much', 'how-long', 'how-many', 'why']
const TELLING = 1.5
/** Sentences that fit nearly as well as the best one belong to the answer. */
const NEARLY_AS_GOOD = 0.6

/** The sentences of a passage that fit a part of a question; all of them when nothing tells them apart. */
export function chooseSentences(part: QuestionPart, { profile }: Evidence, lexicon: Lexicon): ChosenSentence[] {
  const { passage, sentences } = profile
  const counts = (id: string) => {
    const kind = lexicon.term(id)?.kind
    return kind !== undefined && kind !== 'agreement' && kind !== 'side' && kind !== 'contrary'
  }
  const scored = sentences.map((sentence) => {
    const spokenOf = new Set([...sentence.terms].flatMap((id) => [id, lexicon.term(id)?.broader ?? id]))
    const shared = [...part.terms].filter((id) => counts(id) && spokenOf.has(id)).length
    return { sentence, score: shared + TELLING * part.asks.intersection(sentence.tells).size }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score >= NEARLY_AS_GOOD * best).map(({ sentence }) => ({ passage, sentence }))
}

/** What a part asks to be told and the chosen sentences don't tell. */
export function missingFrom(part: QuestionPart, chosen: readonly ChosenSentence[]): Missing[] {
  const told = new Set(chosen.flatMap(({ sentence }) => [...sentence.tells]))
  const wanted = MUST_BE_TOLD.filter((ask) => part.asks.has(ask))
  // One thing told is an answer; what else was meant by the others can't be known.
  return wanted.some((ask) => told.has(ask)) ? [] : wanted
}
