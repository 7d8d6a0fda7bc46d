import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPresentWording } from '../../../src/channels/web/present-wording.ts'

function follow(earlier: string, quote: string, today: string) {
  const start = earlier.indexOf(quote)
  const now = findPresentWording(earlier, { start, end: start + quote.length }, today)
  return now.kind === 'gone' ? now : { kind: now.kind, words: today.slice(now.span.start, now.span.end) }
}

test.each([
  ['lines come before it', 'a\nลงนาม 5 ส.ค.\nb', '5 ส.ค.', 'x\ny\na\nลงนาม 5 ส.ค.\nb', 'same', '5 ส.ค.'],
  ['its line is changed around it', 'a\nลงนาม 5 ส.ค.\nb', '5 ส.ค.', 'a\nจะลงนาม 5 ส.ค. นี้\nb', 'same', '5 ส.ค.'],
  ['it has moved', 'a\nquoted words\nb', 'quoted words', 'a\nb\nthe quoted words', 'same', 'quoted words'],
  ['its line is changed', 'a\nsigned on 5\nb', 'on 5', 'a\nsigned on 6\nb', 'reworded', 'signed on 6'],
  ['its line became two', 'a\none two\nb', 'one two', 'a\none\ntwo\nb', 'reworded', 'one\ntwo'],
  ['the first line is changed', 'one\nb', 'one', 'uno\nb', 'reworded', 'uno'],
  ['all is changed', 'one\ntwo', 'two', 'uno', 'reworded', 'uno'],
  ['the words are there twice', 'a\nyes\nb', 'yes', 'x yes\na\nno\nb\ny yes', 'reworded', 'no'],
])('%s', (_, earlier, quote, today, kind, words) => {
  expect(follow(earlier, quote, today)).toEqual({ kind, words })
})

test.each([
  ['its line is taken out', 'a\nyes\nb', 'yes', 'a\nb'],
  ['nothing is left', 'a', 'a', ''],
])('gone: %s', (_, earlier, quote, today) => {
  expect(follow(earlier, quote, today)).toEqual({ kind: 'gone' })
})

test('whatever lines are put between others, each line is found again', () => {
  const lines = fc.uniqueArray(fc.stringMatching(/^[ก-ฮ]{1,6}$/u), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.array(fc.nat(20)), (lines, places) => {
      const today = [...lines]
      for (const place of places) today.splice(place % (today.length + 1), 0, `new ${place}`)
      for (const line of lines) {
        // Among whole lines: a short one may be in a longer one, too.
        const earlier = `${lines.join('\n')}\n`
        const start = `\n${earlier}`.indexOf(`\n${line}\n`)
        const now = findPresentWording(earlier, { start, end: start + line.length }, today.join('\n'))
        if (now.kind !== 'same') throw new Error(`${line} was not found`)
        expect(`\n${today.join('\n')}\n`.slice(now.span.start, now.span.end + 2)).toBe(`\n${line}\n`)
      }
    }),
  )
})
