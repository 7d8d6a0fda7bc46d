import type { Problems } from './problems.ts'
import type { SourceFile } from './read-files.ts'

const ADVICE = 'as PDF extraction leaves it; copy the words from a web page or type them'

/** What a bad PDF does to Thai. A dotted circle may carry any mark, since that is how a mark itself is shown. */
const FAULTS: readonly [pattern: RegExp, what: string][] = [
  [/[\uF700-\uF71A]/gu, 'a private glyph of a Thai font'],
  [/\u0E4D[\u0E48-\u0E4B]?[\s\u200B]+\u0E32/gu, 'a torn sara am'],
  [/[\u0E48-\u0E4B]{2,}/gu, 'two tone marks in a row'],
  [/(?<=^|[^\u0E01-\u0E7F\u25CC])[\u0E30-\u0E3A\u0E45\u0E47-\u0E4E]/gmu, 'a vowel or mark without its consonant'],
]

/** Each fault of each line becomes a problem with its code points. */
export function checkThai({ file, source }: SourceFile, problems: Problems): void {
  for (const [index, line] of source.split('\n').entries()) {
    for (const fault of thaiFaults(line)) problems.add(file, index + 1, fault)
  }
}

/** What is broken in a text, each with its code points and what to do. */
export function thaiFaults(text: string): string[] {
  const faults: string[] = []
  let rest = text
  for (const [pattern, what] of FAULTS) {
    for (const match of rest.matchAll(pattern)) {
      const context = text.slice(Math.max(0, match.index - 1), match.index + match[0].length)
      faults.push(`broken Thai, ${what} (${codePoints(context)}), ${ADVICE}`)
    }
    rest = rest.replace(pattern, (fault) => '\u25CC'.repeat(fault.length))
  }
  return faults
}

const codePoints = (text: string) =>
  Array.from(text, (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(
    ' ',
  )
