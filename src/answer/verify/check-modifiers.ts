import type { TextAnalysis } from './analyse-text.ts'
import { isGrammarWord } from './grammar-words.ts'

/** Words that say what something is like, and words for what is done with it: moved to another noun they say something else. */
const ADJECTIVES: ReadonlySet<string> = new Set(['open', 'secure', 'modern', 'accelerate'])
const VERBS: ReadonlySet<string> = new Set(['attend', 'hold'])
/** So many words beside a modifier may be what it modifies. */
const REACH = 2
/** And so many in the quotes, which may put something in between. */
const WIDER = 3

/** A unit of a text with all by which it's known again in another wording or language. */
interface Unit {
  keys: ReadonlySet<string>
  text: string
}

/**
 * What stands beside a modifier must stand near the same modifier in the quotes: "modern radio … open 5G" is not "open radio …
 * modern 5G". Returns a modifier that has moved.
 */
export function checkModifiers(statement: TextAnalysis, supports: readonly TextAnalysis[]): string | undefined {
  if (!statement.meanings.some(({ ids }) => ids.some(isModifier))) return undefined
  const units = unitsOf(statement)
  const known = supports.map(unitsOf)
  for (const [at, unit] of units.entries()) {
    const modifier = [...unit.keys].filter(isModifier)
    if (modifier.length === 0) continue
    const isSame = ({ keys }: Unit) => modifier.some((key) => keys.has(key))
    const told = known.filter((support) => support.some(isSame))
    if (told.length === 0) continue
    const beside = modified(units, at, REACH)
    const isThere = beside.some((neighbour) =>
      told.some((support) =>
        support.some(
          (other, place) => isSame(other) && modified(support, place, WIDER).some((unit) => shares(unit, neighbour)),
        ),
      ),
    )
    const isElsewhere = beside.some((neighbour) =>
      told.some((support) => support.some((unit) => shares(unit, neighbour))),
    )
    if (!isThere && isElsewhere) return unit.text
  }
  return undefined
}

function isModifier(key: string): boolean {
  return ADJECTIVES.has(key) || VERBS.has(key)
}

const THAI = /\p{sc=Thai}/u
const JAPANESE = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u

/** Thai adjectives stand behind their nouns, Japanese verbs behind their objects; the rest goes ahead. */
function modified(units: readonly Unit[], at: number, reach: number): Unit[] {
  const { text, keys } = units[at]!
  const isVerb = [...keys].some((key) => VERBS.has(key))
  const isBehind = isVerb ? JAPANESE.test(text) : THAI.test(text)
  const rest = isBehind ? units.slice(0, at).reverse() : units.slice(at + 1)
  return rest.filter((unit) => ![...unit.keys].some(isModifier)).slice(0, reach)
}

function shares(a: Unit, b: Unit): boolean {
  return [...a.keys].some((key) => b.keys.has(key))
}

function unitsOf({ words, meanings }: TextAnalysis): Unit[] {
  return words
    .filter(({ text }) => !isGrammarWord(text))
    .map(({ text, start, end }) => {
      const meant = meanings.filter((meaning) => meaning.start <= start && end <= meaning.end).flatMap(({ ids }) => ids)
      return { text, keys: new Set([`=${text}`, ...meant.filter((id) => id !== '*')]) }
    })
}
