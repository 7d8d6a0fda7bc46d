import type { Question, QuestionPart } from '../question.ts'
import { detectLanguage } from '../text/language.ts'
import type { Lexicon, Reading } from '../text/lexicon.ts'
import { asksOf } from './asks.ts'
import { activeGaps } from './complete-follow-up.ts'
import { cutQuestion } from './cut-question.ts'
import { isFunctionWord } from './function-words.ts'
import { trimFrames } from './trim-frames.ts'

export interface QuestionAnalyst {
  /** Reads a question by itself. */
  analyse(text: string): Question
}

const NAMING_KINDS: ReadonlySet<string> = new Set([
  'agreement',
  'topic',
  'instrument',
  'side',
  'organisation',
  'person',
  'place',
])

export function createQuestionAnalyst(lexicon: Lexicon, isKnownWord: (word: string) => boolean): QuestionAnalyst {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

  const contentWords = ({ compact, matches }: Reading): string[] => {
    const covered = (start: number, end: number) => matches.some((match) => match.start < end && match.end > start)
    return [...segmenter.segment(compact)]
      .filter(({ segment, index, isWordLike }) => isWordLike && !covered(index, index + segment.length))
      .map(({ segment }) => segment)
      .filter((word) => !isFunctionWord(word))
  }

  // In a language that the glossary lacks, what nearly matches means something else.
  const read = (text: string, forgiving: boolean) => lexicon.read(text, { forgiving })
  const partOf = (reading: Reading): QuestionPart => {
    const terms = withContradicted(reading.terms)
    const mentionedGaps = reading.gaps.union(lexicon.gapsOf(terms))
    const words = contentWords(reading)
    return {
      terms,
      mentionedGaps,
      gaps: activeGaps({ terms, mentionedGaps }, lexicon),
      asks: asksOf(reading.compact),
      dates: reading.dates,
      contentWords: words.length,
      unknown: words.filter((word) => !isKnownWord(word)),
    }
  }

  /** What is denied is the topic too, unless nothing else is named: "don't say that …" denies nothing of the agreement. */
  const withContradicted = (terms: ReadonlySet<string>) => {
    const all = new Set(terms)
    if (![...terms].some(names)) return all
    for (const id of terms) for (const opposite of lexicon.term(id)?.contradicts ?? []) all.add(opposite)
    return all
  }
  /** A contrary of one thing names that thing: "unsigned". One of many, such as a prohibition, names nothing. */
  const names = (id: string) => {
    const term = lexicon.term(id)
    return term !== undefined && (NAMING_KINDS.has(term.kind) || term.contradicts?.length === 1)
  }
  const isTopic = (id: string) => lexicon.term(id)?.kind === 'topic'
  const isNamed = (id: string) => isTopic(id) || lexicon.term(id)?.kind === 'organisation'

  return {
    analyse(asked) {
      const text = trimFrames(asked)
      const detected = detectLanguage(asked)
      const reading = read(text, detected.known)
      const whole = partOf(reading)
      const parts: QuestionPart[] = []
      let context: QuestionPart | undefined
      const pieces = cutQuestion(reading)
      for (const piece of pieces.length > 1 ? pieces : []) {
        const part = partOf(read(piece.text, detected.known))
        const previous = parts.at(-1)
        const asksSomething = part.gaps.size > 0 || [...part.terms].some(part.asks.size > 0 ? isNamed : isTopic)
        if (!asksSomething && previous !== undefined && context === undefined) join(previous, part)
        else if (!asksSomething || piece.isCondition || (!piece.asks && part.gaps.size === 0)) {
          // It sets the scene for what comes next.
          context = context === undefined ? part : join(context, part)
        } else {
          parts.push(context === undefined ? part : join(part, context))
          context = undefined
        }
      }
      if (context !== undefined) parts.push(context)
      return {
        text,
        language: detected.language,
        languageKnown: detected.known,
        reading,
        asks: whole.asks,
        parts: parts.length > 1 ? parts : [whole],
      }
    },
  }
}

/** Adds what another part says, and returns the part. */
function join(into: QuestionPart, part: QuestionPart): QuestionPart {
  for (const term of part.terms) into.terms.add(term)
  for (const gap of part.mentionedGaps) into.mentionedGaps.add(gap)
  for (const gap of part.gaps) into.gaps.add(gap)
  for (const ask of part.asks) into.asks.add(ask)
  into.dates.push(...part.dates)
  into.unknown.push(...part.unknown)
  into.contentWords += part.contentWords
  return into
}
