import type { CalendarDate } from '../../text/calendar.ts'
import { compactWithOffsets } from '../../text/compact.ts'
import type { Lexicon } from '../../text/lexicon.ts'
import { createMeaningReader, type Meaning } from '../../text/meanings.ts'
import type { Facts } from '../../text/stray-facts.ts'
import type { TermMatch } from '../../text/term-matcher.ts'
import type { Span } from '../../vocabulary.ts'
import { findAddresses } from './find-addresses.ts'
import { type Mood, moodsOf } from './moods.ts'
import { type Bond, equates, readBonds, readCounterparts } from './read-bonds.ts'
import { type EventMention, readEvents } from './read-events.ts'
import { type Role, readRoles } from './read-roles.ts'
import { readTitles, type Title } from './read-titles.ts'
import { stemOf } from './stem.ts'

/** A word of a compact text. */
export interface Word extends Span {
  text: string
}

/** A text as the rules read it. Offsets are those of `compact`. */
export interface TextAnalysis {
  compact: string
  /** The same with every date, amount and address blotted out: May is a month there, and no permission. */
  prose: string
  /** Names that the glossary knows, in order. */
  matches: TermMatch[]
  /** Its words without dates, amounts and addresses, which have rules of their own. */
  words: Word[]
  wordStarts: ReadonlySet<number>
  wordEnds: ReadonlySet<number>
  dates: DatedSpan[]
  meanings: Meaning[]
  events: EventMention[]
  moods: ReadonlySet<Mood>
  bonds: Bond[]
  /** Organisations between which something is. */
  counterparts: string[]
  /** Two instruments are said to be one. */
  equates: boolean
  titles: Title[]
  roles: Role[]
  /** All that its words may mean, and its English words without their endings. */
  meant: ReadonlySet<string>
  stems: ReadonlySet<string>
}

/** A date of a compact text, in every reading that it allows. */
export interface DatedSpan extends Span {
  readings: CalendarDate[]
}

export type TextAnalyst = (facts: Facts) => TextAnalysis

export function createTextAnalyst(lexicon: Lexicon): TextAnalyst {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
  const readMeanings = createMeaningReader()

  return ({ text, dates, quantities }) => {
    const whole = compactWithOffsets(text)
    const { text: compact, starts, borders: spaces } = whole
    const facts = [...dates, ...quantities, ...findAddresses(text)]
    const isFact = starts.map((at) => facts.some(({ start, end }) => start <= at && at < end))
    const borders = [...spaces, ...isFact.keys().filter((at) => isFact[at] !== isFact[at - 1])]
    const words = wordsOf(segmenter, compact, borders).filter(({ start }) => !isFact[start])
    const prose = Array.from(isFact, (fact, at) => (fact ? '#' : compact[at])).join('')
    const matches = lexicon.names(whole)
    const datedSpans = dates.map(({ start, end, date, alternatives }) => ({
      start: placeOf(start, starts),
      end: placeOf(end, starts),
      readings: [date, ...alternatives],
    }))
    const meanings = readMeanings(compact, new Set(words.flatMap(({ start, end }) => [start, end])))
    return {
      compact,
      prose,
      matches,
      words,
      wordStarts: new Set(words.map(({ start }) => start)),
      wordEnds: new Set(words.map(({ end }) => end)),
      dates: datedSpans,
      meanings,
      events: readEvents({ text: compact, matches, dates: datedSpans }, lexicon),
      moods: moodsOf(prose),
      bonds: readBonds(compact, matches, lexicon),
      counterparts: readCounterparts(compact, matches, lexicon),
      equates: equates(compact, matches, lexicon),
      titles: readTitles(compact, matches, lexicon),
      roles: readRoles(compact, matches, lexicon),
      meant: new Set(meanings.flatMap(({ ids }) => ids)),
      stems: new Set(words.map(({ text }) => stemOf(text))),
    }
  }
}

/** The writer's spaces are word borders, whatever the segmenter makes of what is left. */
function wordsOf(segmenter: Intl.Segmenter, text: string, borders: readonly number[]): Word[] {
  const cuts = [...new Set([0, ...borders, text.length])].sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, i) =>
    Array.from(segmenter.segment(text.slice(cuts[i], end)))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment, index }) => ({
        text: segment,
        start: cuts[i]! + index,
        end: cuts[i]! + index + segment.length,
      })),
  )
}

/** Where an offset of the text lies in its compact form. */
function placeOf(offset: number, starts: readonly number[]): number {
  const place = starts.findIndex((start) => start >= offset)
  return place === -1 ? starts.length : place
}
