import type { Language, Passage } from '../../vocabulary.ts'
import { alteredQuote } from './altered-quote.ts'
import { type Base, LANGUAGES, readBases, type StatementSources } from './bases.ts'
import { calendar } from './calendar.ts'
import { claimedComplete } from './claimed-complete.ts'
import { clauseId } from './clause-id.ts'
import { date } from './date.ts'
import { duration } from './duration.ts'
import { ellipsisQuote } from './ellipsis-quote.ts'
import { era } from './era.ts'
import { foreignQuote } from './foreign-quote.ts'
import { inventedAddress } from './invented-address.ts'
import { type Lie, tellLies } from './lies.ts'
import { ministry } from './ministry.ts'
import { modality } from './modality.ts'
import { MUTATION_KINDS, type Mutation, type MutationKind, type Mutator } from './mutation.ts'
import { negation } from './negation.ts'
import { number } from './number.ts'
import { party } from './party.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { takeInTurn } from './rewrite.ts'
import { shuffle } from './shuffle.ts'
import { status } from './status.ts'
import { swappedRoles } from './swapped-roles.ts'

/** How many are made of each kind in each language, where its sentences allow as many. */
const PER_KIND_AND_LANGUAGE = 96

const MUTATORS: Readonly<Record<MutationKind, Mutator>> = {
  number,
  date,
  era,
  calendar,
  duration,
  negation,
  modality,
  party,
  person,
  place,
  ministry,
  status,
  'swapped-roles': swappedRoles,
  'clause-id': clauseId,
  'altered-quote': alteredQuote,
  'ellipsis-quote': ellipsisQuote,
  'foreign-quote': foreignQuote,
  'claimed-complete': claimedComplete,
  'invented-address': inventedAddress,
  // What was never said has no base, and what puts the sources' own words together otherwise takes wit: both are written by hand.
  fabrication: () => [],
  rearranged: () => [],
}

/**
 * Wrong statements of every kind in every language, the same ones for the same sources and lies: made from the sources' own
 * sentences, and told by hand over them. Throws an AccordError when a lie names a sentence that isn't there.
 */
export function generateMutations(sources: StatementSources, lies: readonly Lie[]): Mutation[] {
  const bases = readBases(sources)
  const told = tellLies(lies, bases)
  const groups = MUTATION_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })))
  return groups.flatMap(({ kind, language }) => {
    const ofGroup = told.filter((lie) => lie.kind === kind && lie.language === language)
    const made = mutate(kind, language, bases, sources.passages)
    return distinct([...ofGroup, ...made]).map((mutation, index) => ({
      id: `${kind}-${language}-${index + 1}`,
      ...mutation,
    }))
  })
}

type Unnumbered = Omit<Mutation, 'id'>

function mutate(
  kind: MutationKind,
  language: Language,
  bases: readonly Base[],
  passages: readonly Passage[],
): Unnumbered[] {
  const spoken = bases.filter((base) => base.language === language)
  const own = spoken.filter(({ origin }) => origin === 'own')
  const crossing = shuffle(
    spoken.filter(({ origin }) => origin !== 'own'),
    kind + language,
  )
  const ofBase = new Map(
    spoken.map((base) => {
      const changes = MUTATORS[kind](base, passages)
      return [
        base,
        changes.map((change): Unnumbered => ({ kind, language, text: base.text, quotes: base.quotes, ...change })),
      ]
    }),
  )
  // A sentence that quotes itself is the likeliest of a model's drafts: it has two turns to each one of the others.
  const odd = (base: Base) => ofBase.get(base)!.filter((_, at) => at % 2 === 0)
  const even = (base: Base) => ofBase.get(base)!.filter((_, at) => at % 2 === 1)
  const inTurn = takeInTurn([...own.map(odd), ...own.map(even), ...crossing.map((base) => ofBase.get(base)!)])
  return distinct(inTurn).slice(0, PER_KIND_AND_LANGUAGE)
}

function distinct(mutations: readonly Unnumbered[]): Unnumbered[] {
  return [...new Map(mutations.map((mutation) => [JSON.stringify(mutation), mutation])).values()]
}
