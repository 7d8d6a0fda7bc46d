import type { Passage } from '../../vocabulary.ts'
import type { Mutator } from './mutation.ts'
import { stands } from './quoted-words.ts'
import { takeInTurn } from './rewrite.ts'
import { shuffle } from './shuffle.ts'

/** How many other passages a quote is said to stand in. */
const OTHERS = 6

/** A right statement whose quote stands in another passage than the one that it names, of its language or another. */
export const foreignQuote: Mutator = ({ name, language, origin, quotes }, passages) => {
  if (origin !== 'own') return []
  const [first, ...rest] = quotes
  const isForeign = ({ id }: Passage) => !stands({ passageId: id, quote: first!.quote }, passages)
  const foreign = shuffle(passages.filter(isForeign), name + language)
  const near = foreign.filter((passage) => passage.language === language)
  const far = foreign.filter((passage) => passage.language !== language)
  return takeInTurn([near, far])
    .slice(0, OTHERS)
    .map(({ id }) => ({ quotes: [{ ...first!, passageId: id }, ...rest] }))
}
