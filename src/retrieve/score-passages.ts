import type { PassageProfile, QuestionPart } from '../question.ts'
import { agrees, type CalendarDate, type DateMention } from '../text/calendar.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { GlossaryTerm } from '../vocabulary.ts'

/** How much a shared term of each kind says about a passage. The agreement as a whole is what every passage is about. */
const KIND_WEIGHT: Readonly<Record<GlossaryTerm['kind'], number>> = {
  topic: 1,
  person: 1.2,
  place: 1,
  instrument: 0.6,
  organisation: 0.5,
  side: 0.15,
  agreement: 0,
  contrary: 0,
  country: 0,
  'other-agreement': 0,
  outside: 0,
}
const TELLING_KINDS: ReadonlySet<string> = new Set(['topic', 'instrument', 'organisation', 'person', 'place'])
const IN_HEADING = 1.5
const IN_TEXT = 1
const IN_EXAMPLE_QUESTION = 0.5
const BY_WIDER_TERM = 0.5
const SHARED_DATE = 1.5
const OTHER_INSTRUMENT = 0.3
/** "The earlier MoC" may be the one that the passage is about. */
const OTHER_EARLIER_INSTRUMENT = 0.8
/** "When was it signed?" means the new memorandum. */
const UNASKED_EARLIER_INSTRUMENT = 0.75

/** Of what stands in the title of its document or the heading of its group: all passages there are about that. */
const IN_TITLE = 0.2
/** A passage that tells why, where that's what is asked. */
const TELLS_WHY = 2

export interface TermScorer {
  /** Is the term one that tells passages apart, rather than one that all of them are about? */
  isTelling(term: string): boolean
  /** How well a passage fits a part of a question, by the glossary's terms and by dates; 0 when nothing is shared. */
  score(part: QuestionPart, profile: PassageProfile): number
  isInstrument(term: string): boolean
  /** Does the term name another memorandum than the one that is meant when none is named? */
  isEarlierInstrument(term: string): boolean
}

/** Rarity is counted over the profiles of one language: the same clause in three languages is one clause. */
export function createTermScorer(lexicon: Lexicon, profiles: readonly PassageProfile[]): TermScorer {
  const frequencies = countTerms(profiles.map(({ terms }) => terms))
  const rarity = (term: string) => Math.log(1 + profiles.length / ((frequencies.get(term) ?? 0) + 0.5))

  const titleFrequencies = countTerms(profiles.map(({ title }) => title))
  const isInMostTitles = (term: string) => (titleFrequencies.get(term) ?? 0) * 2 > profiles.length

  const isCommon = (term: string, { title, group, heading }: PassageProfile) =>
    title.has(term) || (group.has(term) && !heading.has(term))
  const share = (term: string, { heading, terms, questions }: PassageProfile) => {
    if (heading.has(term)) return IN_HEADING
    if (terms.has(term)) return IN_TEXT
    if (questions.has(term)) return IN_EXAMPLE_QUESTION
    const wider = lexicon.term(term)?.broader
    if (wider !== undefined && terms.has(wider)) return BY_WIDER_TERM
    return [...terms].some((narrower) => lexicon.term(narrower)?.broader === term) ? BY_WIDER_TERM : 0
  }
  const instruments = (terms: ReadonlySet<string>) => [...terms].filter((id) => lexicon.term(id)?.kind === 'instrument')

  const isEarlier = (id: string) => lexicon.term(id)?.default !== true

  return {
    isTelling(term) {
      const known = lexicon.term(term)
      return known !== undefined && TELLING_KINDS.has(known.kind) && !known.default && !isInMostTitles(term)
    },
    isInstrument: (term) => lexicon.term(term)?.kind === 'instrument',
    isEarlierInstrument: (term) => lexicon.term(term)?.kind === 'instrument' && isEarlier(term),
    score(part, profile) {
      let score = 0
      for (const term of part.terms) {
        const kind = lexicon.term(term)?.kind
        if (kind === undefined) continue
        score += share(term, profile) * rarity(term) * KIND_WEIGHT[kind] * (isCommon(term, profile) ? IN_TITLE : 1)
      }
      if (part.asks.has('why') && profile.sentences.some(({ tells }) => tells.has('why'))) score += TELLS_WHY
      if (score === 0 && part.dates.length === 0) return 0
      // A date that is to be confirmed is a claim: it mustn't choose what it's held against.
      const isClaim = part.asks.has('confirm')
      if (!isClaim && part.dates.some((mention) => sharesDate(mention, profile))) score += SHARED_DATE

      const asked = instruments(part.terms)
      const spokenOf = instruments(profile.terms)
      if (asked.some(isEarlier) && !asked.some((id) => spokenOf.includes(id))) {
        score *= spokenOf.some(isEarlier) ? OTHER_EARLIER_INSTRUMENT : OTHER_INSTRUMENT
      } else if (asked.length === 0 && instruments(profile.heading).some(isEarlier)) {
        score *= UNASKED_EARLIER_INSTRUMENT
      }
      return score
    },
  }
}

/** In how many of the sets each term is. */
function countTerms(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const terms of sets) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

export function sharesDate(mention: DateMention, { sentences }: Pick<PassageProfile, 'sentences'>): boolean {
  return sentences.some((sentence) => sentence.dates.some((date) => mentions(mention, date)))
}

/** Does a mention, in one of its readings, agree with a stored date? */
export function mentions({ date, alternatives }: DateMention, stored: CalendarDate): boolean {
  return [date, ...alternatives].some((reading) => agrees(reading, stored))
}
