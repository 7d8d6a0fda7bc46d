import { canonical } from './canonical.ts'

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
