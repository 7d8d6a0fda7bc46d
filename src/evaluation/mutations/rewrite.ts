import type { Base } from './bases.ts'
import type { Mutator, PerLanguage } from './mutation.ts'
import { createRandom } from './shuffle.ts'

/** Words of the sources, and wrong words to stand in their place. */
export type Rewrite = readonly [from: string | RegExp, ...to: string[]]

/** Wrong statements from lists of words: first those in place of the base's own, then those around all of it. */
export function changeWords(rewrites: PerLanguage<Rewrite>, templates?: PerLanguage<string>): Mutator {
  return (base) => {
    const embedded = templates === undefined ? [] : embed(base, templates)
    return [...rewrite(base, rewrites), ...embedded].map((text) => ({ text }))
  }
}

/**
 * The base's text with the first occurrence of each listed wording replaced, in each of its ways. Which way comes first
 * differs from base to base.
 */
export function rewrite(base: Base, rewrites: PerLanguage<Rewrite>): string[] {
  const ways = rewrites[base.language].flatMap(([from, ...to]) => {
    const isFound = typeof from === 'string' ? base.text.includes(from) : from.test(base.text)
    return isFound ? [turn(base, to).map((words) => base.text.replace(from, words))] : []
  })
  return takeInTurn(turn(base, ways))
}

/**
 * The base's text within each template, where it stands for `{}`. A full stop before more words is dropped; words aren't
 * glued to an address.
 */
export function embed(base: Base, templates: PerLanguage<string>): string[] {
  const endsInAddress = /https?:\/\/\S+$/u.test(base.text)
  return turn(base, templates[base.language]).flatMap((template) => {
    const after = template.slice(template.indexOf('{}') + 2)
    if (endsInAddress && !/^(?:\s|$)/u.test(after)) return []
    const isContinued = /^(?:,| [\p{Ll}(])/u.test(after)
    return [template.replace('{}', () => (isContinued ? base.text.replace(/\.$/u, '') : base.text))]
  })
}

/** The first of each list, then the second of each … */
export function takeInTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

/** The list from another start, which the base alone decides. */
function turn<Item>({ name, language, quotes }: Base, items: readonly Item[]): Item[] {
  const random = createRandom([name, language, ...quotes.map(({ passageId }) => passageId)].join(' '))
  const start = Math.floor(random() * items.length)
  return [...items.slice(start), ...items.slice(0, start)]
}
