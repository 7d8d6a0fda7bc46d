import { isBorder } from './canonical.ts'
import { readEquivalents } from './equivalents.ts'

/** A wording found in a compact text, with all that it may mean. */
export interface Meaning {
  ids: readonly string[]
  start: number
  end: number
}

/** Every wording that stands in a compact text, also those within or across one another. `cuts` are its word borders. */
export type MeaningReader = (compactText: string, cuts: ReadonlySet<number>) => Meaning[]

/** Shorter wordings count between word borders alone: ลด must not be found in ปลด. */
const FREE_STANDING_LENGTH = 4
const KEY_LENGTH = 2
/** Particles before a Japanese word and its ending behind it cut nothing off. */
const HIRAGANA = /\p{sc=Hiragana}/u

export function createMeaningReader(table = readEquivalents()): MeaningReader {
  const idsOf = new Map<string, string[]>()
  for (const { id, wordings } of table) {
    for (const wording of wordings) {
      const ids = idsOf.get(wording) ?? []
      if (!ids.includes(id)) ids.push(id)
      if (wording !== '') idsOf.set(wording, ids)
    }
  }
  const byKey = Map.groupBy(idsOf, ([wording]) => wording.slice(0, KEY_LENGTH))

  return (text, cuts) => {
    const meanings: Meaning[] = []
    const isCut = (at: number) => at === 0 || at === text.length || cuts.has(at)
    for (let at = 0; at < text.length; at++) {
      if (!isBorder(text, at)) continue
      for (const length of [1, KEY_LENGTH]) {
        for (const [wording, ids] of byKey.get(text.slice(at, at + length)) ?? []) {
          const end = at + wording.length
          if (!text.startsWith(wording, at) || !isBorder(text, end)) continue
          const isFree = (isCut(at) || HIRAGANA.test(text[at - 1]!)) && (isCut(end) || HIRAGANA.test(text[end]!))
          if (wording.length >= FREE_STANDING_LENGTH || isFree) meanings.push({ ids, start: at, end })
        }
      }
    }
    return meanings
  }
}
