import type { Base } from './bases.ts'
import type { Change, Mutator } from './mutation.ts'
import { stands } from './quoted-words.ts'
import { createRandom } from './shuffle.ts'

/** Letters to put in another's place, by script. */
const LETTERS: readonly [script: RegExp, letters: string][] = [
  [/[a-z]/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/[A-Z]/u, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [/\d/u, '0123456789'],
  [/[ก-ฮ]/u, 'กขคงจชดตถทธนบปผพภมยรลวสหอ'],
  [/[\u0e31\u0e34-\u0e37]/u, '\u0e31\u0e34\u0e35\u0e36\u0e37'],
  [/[\u0e48-\u0e4b]/u, '\u0e48\u0e49\u0e4a\u0e4b'],
  [/\p{sc=Hira}/u, 'あいうかきけこさしすせたてとなにのはまもやよらりるれろわをん'],
  [/\p{sc=Kana}/u, 'アイエオカキクケコサシスタテトナニノマミムメモラリルレロン'],
  [/\p{sc=Han}/u, '新旧前後内外上下日月年国省府長官民公私東西南北予定実施決議署名'],
]

/** How far from the quote's ends it's altered: without its last letter a quote is still one. */
const MARGIN = 0.12
const TRIES = 12

/** A right statement whose quote has one character changed, left out or doubled. */
export const alteredQuote: Mutator = (base, passages) => {
  if (base.origin !== 'own') return []
  const random = createRandom(base.name + base.language)
  const changes = Array.from({ length: TRIES }, (_, index) => alter(base, [replace, drop, double][index % 3]!, random))
  return changes.filter(({ quotes = [] }) => quotes.some((quote) => !stands(quote, passages)))
}

type Alteration = (character: string, random: () => number) => string

const replace: Alteration = (character, random) => {
  const others = (LETTERS.find(([script]) => script.test(character))?.[1] ?? '').replace(character, '')
  return others[Math.floor(random() * others.length)] ?? ''
}

const drop: Alteration = () => ''

/** A mark that is written twice looks like one and is taken for one, so it's changed instead. */
const double: Alteration = (character, random) =>
  /\p{M}/u.test(character) ? replace(character, random) : character + character

function alter(base: Base, alteration: Alteration, random: () => number): Change {
  const altered = Math.floor(random() * base.quotes.length)
  const quotes = base.quotes.map((quote, index) => {
    if (index !== altered) return quote
    const characters = [...quote.quote]
    const from = Math.ceil(characters.length * MARGIN)
    const alterable = characters
      .map((character, at) => ({ character, at }))
      .slice(from, characters.length - from)
      .filter(({ character }) => LETTERS.some(([script]) => script.test(character)))
    const { character, at } = alterable[Math.floor(random() * alterable.length)]!
    return { ...quote, quote: characters.with(at, alteration(character, random)).join('') }
  })
  return { quotes }
}
