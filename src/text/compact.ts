import { canonical, canonicalWithOffsets } from './canonical.ts'

const SPACE_BESIDE_UNSPACED_SCRIPT =
  /(?<=[\p{sc=Thai}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]) | (?=[\p{sc=Thai}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])/gu

/** Canonical form without the spaces that Thai and Japanese writers set or leave out as they like. */
export function compact(text: string): string {
  return canonical(text).replace(SPACE_BESIDE_UNSPACED_SCRIPT, '')
}

/** Where a space was left out of the compact form: the writer's own word borders. */
export function writtenBorders(text: string): Set<number> {
  const borders = new Set<number>()
  let removed = 0
  for (const { index } of canonical(text).matchAll(SPACE_BESIDE_UNSPACED_SCRIPT)) borders.add(index - removed++)
  return borders
}

/** The compact form with the way back: unit `i` of it begins at `starts[i]` of the text. `borders` as `writtenBorders` has them. */
export interface CompactText {
  text: string
  starts: number[]
  borders: number[]
}

export function compactWithOffsets(text: string): CompactText {
  const whole = canonicalWithOffsets(text)
  const left = Array.from(whole.text.matchAll(SPACE_BESIDE_UNSPACED_SCRIPT), ({ index }) => index)
  const isLeft = new Set(left)
  return {
    text: whole.text.replace(SPACE_BESIDE_UNSPACED_SCRIPT, ''),
    starts: whole.starts.filter((_, at) => !isLeft.has(at)),
    borders: left.map((index, removed) => index - removed),
  }
}
