import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestQuestion, readQuestionText } from '../../src/text/question-text.ts'

describe('the text of a question', () => {
  it.each([
    ['as it was written', 'ลงนามวันไหน', 'ลงนามวันไหน'],
    ['without the space around it', '\u00a0 When?\n\u3000', 'When?'],
    ['with what stands inside it', 'ลงนาม\u200bวันไหน\n5G?', 'ลงนาม\u200bวันไหน\n5G?'],
    ['a lone sign', '?', '?'],
    ['a lone emoji', '😀', '😀'],
    ['half a surrogate pair as a replacement character', 'a\ud83d', 'a\ufffd'],
  ])('is read %s', (_, text, read) => expect(readQuestionText(text)).toEqual({ ok: true, text: read }))

  it.each([
    ['nothing', ''],
    ['spaces', ' \u00a0\u3000\n\t'],
    ['zero-width characters', '\u200b\u200d\ufeff\u2060'],
    ['invisible tags', '\u{e0041}\u{e0042}'],
    ['control characters', '\u0000\u0007\u001b'],
    ['marks without a letter', '\u0e48\u0e35'],
    ['private characters', '\ue000'],
  ])('is empty with %s', (_, text) => expect(readQuestionText(text)).toEqual({ ok: false, problem: 'empty' }))
})

describe('the length of a question', () => {
  const tooLong = { ok: false, problem: 'too-long' }

  it.each([
    ['letters', 'ก'],
    ['letters with their marks', 'ที่'],
    ['emoji of several characters', '👩‍👩‍👧'],
    ['a flag', '🇹🇭'],
  ])('is counted in what people see as characters: %s', (_, character) => {
    expect(readQuestionText(character.repeat(longestQuestion))).toMatchObject({ ok: true })
    expect(readQuestionText(character.repeat(longestQuestion + 1))).toEqual(tooLong)
  })

  it('is that of what is left after trimming', () => {
    expect(readQuestionText(`${' '.repeat(5000)}5G${'\n'.repeat(5000)}`)).toEqual({ ok: true, text: '5G' })
  })

  it('is enough for a long mail and refuses a book at once', () => {
    expect(readQuestionText('ลงนามวันไหน '.repeat(1_000_000))).toEqual(tooLong)
  })
})

it('what is read is read the same again, and never holds half a character', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', ' ', 'ก', '\u0e48') }),
      ),
      (text) => {
        const read = readQuestionText(text)
        if (!read.ok) return
        expect(read.text.isWellFormed()).toBe(true)
        expect(readQuestionText(read.text)).toEqual(read)
      },
    ),
  )
})
