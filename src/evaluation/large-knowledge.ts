import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LargeKnowledge {
  documents: number
  passagesPerDocument: number
}

/** UTF-16 units of a paragraph, about: one passage each, as prose is cut. */
const PARAGRAPH = 250
/** What a space may stand before: not a vowel that was torn from its consonant. */
const WORD = /^[^\p{M}\u0E30\u0E32\u0E33\u0E45].{0,100}$/u

/**
 * Writes a knowledge folder of about as many passages as are asked for, out of the words of `texts`, repeated as needed; the
 * paragraphs differ by their numbers.
 */
export function writeLargeKnowledge(
  folder: string,
  texts: readonly string[],
  { documents, passagesPerDocument }: LargeKnowledge,
): void {
  mkdirSync(folder, { recursive: true })
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => WORD.test(word))
  let at = 0
  const paragraph = (number: number) => {
    let text = String(number)
    while (text.length < PARAGRAPH) text += ` ${words[at++ % words.length]}`
    return text
  }
  for (let document = 1; document <= documents; document++) {
    const paragraphs = Array.from({ length: passagesPerDocument }, (_, row) => {
      return paragraph((document - 1) * passagesPerDocument + row + 1)
    })
    writeFileSync(join(folder, `document-${document}.md`), `${frontMatter(document)}${paragraphs.join('\n')}\n`)
  }
}

const frontMatter = (number: number) => `---
id: document-${number}
title: Document ${number}
kind: other
language: th
publisher: Accord
published: 2022-08-05
url: https://example.org/${number}
status: other
---
`
