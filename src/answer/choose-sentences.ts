import type { Ask, Evidence, ProfiledSentence, QuestionPart } from '../question.ts'
import { agrees, type DateMention } from '../text/calendar.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Passage, TermKind } from '../vocabulary.ts'
import type { Missing } from './wording.ts'

export interface ChosenSentence {
  passage: Passage
  sentence: ProfiledSentence
}

/** What must be told for the question to be answered; the other asks shape the answer only. */
const MUST_BE_TOLD: readonly (Ask & Missing)[] = ['when', 'who', 'where', 'how-much', 'how-long', 'how-many', 'why']
/** How much a shared term says about a sentence. Organisations stand in most of them. */
const KIND_WEIGHT: Readonly<Partial<Record<TermKind, number>>> = {
  topic: 1,
  person: 1.2,
  place: 1,
  instrument: 0.6,
  organisation: 0.4,
  side: 0.4,
}
const TELLING = 1.5
/** Sentences that fit nearly as well as the best one belong to the answer. */
const NEARLY_AS_GOOD = 0.7

/** The sentences of a passage that fit a part of a question; all of them when nothing tells them apart. */
export function chooseSentences(part: QuestionPart, { profile }: Evidence, lexicon: Lexicon): ChosenSentence[] {
  const { passage, sentences } = profile
  const weightOf = (id: string) => KIND_WEIGHT[lexicon.term(id)?.kind ?? 'outside'] ?? 0
  const scored = sentences.map((sentence) => {
    const spokenOf = new Set([...sentence.terms].flatMap((id) => [id, lexicon.term(id)?.broader ?? id]))
    const shared = [...part.terms].reduce((sum, id) => sum + (spokenOf.has(id) ? weightOf(id) : 0), 0)
    const dated = part.dates.some((mention) => isDateOf(mention, sentence)) ? TELLING : 0
    return { sentence, score: shared + dated + TELLING * part.asks.intersection(sentence.tells).size }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  const chosen = new Set(scored.filter(({ score }) => score >= NEARLY_AS_GOOD * best).map(({ sentence }) => sentence))
  for (const id of part.terms) {
    if (weightOf(id) < 1 || [...chosen].some(({ terms }) => terms.has(id))) continue
    for (const sentence of sentences) if (sentence.terms.has(id)) chosen.add(sentence)
  }
  return sentences.filter((sentence) => chosen.has(sentence)).map((sentence) => ({ passage, sentence }))
}

export function isDateOf({ date, alternatives }: DateMention, { dates }: ProfiledSentence): boolean {
  return [date, ...alternatives].some((reading) => dates.some((stored) => agrees(reading, stored)))
}

/** What a part asks to be told and the chosen sentences don't tell. */
export function missingFrom(part: QuestionPart, chosen: readonly ChosenSentence[]): Missing[] {
  const told = new Set(chosen.flatMap(({ sentence }) => [...sentence.tells]))
  // An organisation acts too: the cabinet approved it.
  if (told.has('which-organisation')) told.add('who')
  const wanted = MUST_BE_TOLD.filter((ask) => part.asks.has(ask))
  // What prose tells is only read when it's quoted.
  if (chosen.some(({ passage }) => passage.clause === undefined)) return []
  // One thing told is an answer; what else was meant by the others can't be known.
  return wanted.some((ask) => told.has(ask)) ? [] : wanted
}
