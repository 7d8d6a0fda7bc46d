import type { Ask, Question, QuestionPart } from '../question.ts'
import { isLanguageNeutral, requestedLanguage } from '../text/language.ts'
import type { Lexicon } from '../text/lexicon.ts'

/** "Which of those …?" asks about the list that came before. */
const POINTS_BACK =
  /อันไหน|ข้อไหน|ข้อใด|ด้านไหน|ในนั้น|พวกนั้น|เหล่านั้น|ข้อนั้น|อันนั้น|ข้อที่|ในข้อ|\bwhich of (?:those|these|them)|\bof (?:those|these|them)\b|\bthe (?:first|second|third|last) (?:one|item|point)|\bamong (?:those|these|them)|その中|そのうち|このうち|この中|どれが|それらの/u
/** "When does it run out?" speaks of the memorandum that the question before it spoke of. */
const PRONOUN = /มัน|อันนั้น|ตัวนั้น|ฉบับนั้น|\b(?:it|its|that|the same|this)\b|それ|その|あれ|あの|同じ/u
/** "And over there?", "what about that one?" */
const GOES_ON =
  /ล่ะ|ละ$|^แล้ว|ทางนู้น|ทางโน้น|^(?:and|or|so|then|which|what about|how about|with which|in which)\b|は[?]?$|それ|その|では/u
/** Says nothing about what kind of thing is asked for. */
const VAGUE_ASKS: ReadonlySet<Ask> = new Set<Ask>(['confirm', 'list', 'complete'])

/**
 * Supplies what a follow-up leaves unsaid from the question before it: its topic, what it asks for, and the list that it
 * points into. What it says itself stands: "and the Japanese side?" changes the side and keeps the rest.
 */
export function completeFollowUp(question: Question, previous: Question | undefined, lexicon: Lexicon): Question {
  if (previous === undefined) return question
  return complete(inLanguageOf(previous, question), previous, lexicon)
}

function inLanguageOf(previous: Question, question: Question): Question {
  return isLanguageNeutral(question.text) ? { ...question, language: previous.language } : question
}

function complete(question: Question, previous: Question, lexicon: Lexicon): Question {
  const kindOf = (id: string) => lexicon.term(id)?.kind
  const slotOf = (id: string) => lexicon.term(id)?.slot
  const before = mergeParts(previous.parts)
  const own = mergeParts(question.parts)

  const pointsBack = POINTS_BACK.test(question.reading.compact)
  const hasTopic = own.gaps.size > 0 || [...own.terms].some((id) => kindOf(id) === 'topic')
  const isOutside = ({ terms }: QuestionPart) =>
    [...terms].some((id) => ['outside', 'country', 'other-agreement'].includes(kindOf(id) ?? ''))
  if (isOutside(own) || isOutside(before)) return question

  const slots = new Set([...own.terms].map(slotOf))
  if (hasTopic && !pointsBack) {
    // "When did it end?" asks it of the memorandum that was spoken of, said or not.
    const asksWhen = own.asks.has('when') || own.asks.has('how-long')
    const meant =
      asksWhen || PRONOUN.test(question.reading.compact)
        ? [...before.terms].filter((id) => slotOf(id) !== undefined)
        : []
    return withTerms(
      question,
      meant.filter((id) => !slots.has(slotOf(id))),
      lexicon,
    )
  }
  // Thanks, or nonsense, asks nothing again.
  const says = own.terms.size > 0 || own.asks.size > 0 || own.dates.length > 0 || GOES_ON.test(question.reading.compact)
  if (!says && !pointsBack && requestedLanguage(question.text) === undefined) return question
  const kinds = new Set([...own.terms].map(kindOf))
  const inherits = (id: string) => {
    const slot = slotOf(id)
    if (slot !== undefined && slots.has(slot)) return false
    const kind = kindOf(id)
    return kind === 'topic' || kind === 'agreement' || slot !== undefined || (kind !== undefined && !kinds.has(kind))
  }
  const clearAsks = [...own.asks].filter((ask) => !VAGUE_ASKS.has(ask))
  const part: QuestionPart = {
    ...own,
    terms: new Set([...own.terms, ...[...before.terms].filter(inherits)]),
    mentionedGaps: pointsBack ? own.mentionedGaps : own.mentionedGaps.union(before.mentionedGaps),
    asks: clearAsks.length > 0 || pointsBack ? own.asks : own.asks.union(before.asks),
    dates: own.dates.length > 0 ? own.dates : before.dates,
  }
  part.gaps = activeGaps(part, lexicon)
  return { ...question, text: `${previous.text} ${question.text}`, asks: part.asks, parts: [part] }
}

function withTerms(question: Question, terms: readonly string[], lexicon: Lexicon): Question {
  if (terms.length === 0) return question
  const parts = question.parts.map((part) => {
    const completed = { ...part, terms: new Set([...part.terms, ...terms]) }
    return { ...completed, gaps: activeGaps(completed, lexicon) }
  })
  return { ...question, parts }
}

/** The gaps that a part speaks of, less those that one of its terms closes. */
export function activeGaps({ mentionedGaps, terms }: Pick<QuestionPart, 'mentionedGaps' | 'terms'>, lexicon: Lexicon) {
  return new Set([...mentionedGaps].filter((id) => !lexicon.gap(id)?.unless?.some((term) => terms.has(term))))
}

function mergeParts(parts: readonly QuestionPart[]): QuestionPart {
  return {
    terms: new Set(parts.flatMap((part) => [...part.terms])),
    mentionedGaps: new Set(parts.flatMap((part) => [...part.mentionedGaps])),
    gaps: new Set(parts.flatMap((part) => [...part.gaps])),
    asks: new Set(parts.flatMap((part) => [...part.asks])),
    dates: parts.flatMap((part) => part.dates),
    contentWords: parts.reduce((sum, part) => sum + part.contentWords, 0),
    unknown: parts.flatMap((part) => part.unknown),
  }
}
