import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { renderAnswer } from '../../../src/channels/cli/render-answer.ts'
import type { Answer } from '../../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'

const plain = { width: 72, colour: false }
const release = 'กำหนดการลงนามในบันทึกความร่วมมือฯ ฉบับใหม่ จะมีขึ้นในวันที่ 5 ส.ค. 2565'

const answer = buildAnswer({
  statements: [{ text: 'It was signed on 5 August 2022.', citations: [1] }],
  notes: [
    { kind: 'calendar', text: 'B.E. 2565 is 2022.', citations: [1] },
    { kind: 'premise', text: 'Not on 7 June.', citations: [1] },
  ],
  sources: [
    buildSource({
      original: { documentId: 'release', passageId: 'release#p2', language: 'th', quote: release, start: 0, end: 74 },
    }),
  ],
  suggestions: ['What is the scope?'],
})

test('a whole answer: correction, statements, notes, sources with their original, suggestions, receipt', () => {
  const titleOf = (id: string) => (id === 'release' ? 'ครม.เห็นชอบร่าง' : undefined)
  expect(renderAnswer(answer, { ...plain, titleOf })).toBe(`▸ Correction to the question
  Not on 7 June. [1]

It was signed on 5 August 2022. [1]

▸ Calendar
  B.E. 2565 is 2022. [1]

Sources

[1] Points of the memorandum (summary, not the signed text) · signing
    2 August 2022 · https://example.org/release
    │ It was signed on 5 August 2022.
    Original · ครม.เห็นชอบร่าง · Thai
    │ ${release}

You could also ask
› What is the scope?

Answer A7F3K2 · index 2026-01-05`)
})

test('several statements are marked one by one', () => {
  const statements = ['First.', 'Second.'].map((text) => ({ text, citations: [1] }))
  expect(renderAnswer(buildAnswer({ statements }), plain)).toContain('• First. [1]\n• Second. [1]\n')
})

test.each([
  ['th', 'not-stated', 'แหล่งข้อมูลไม่ได้ระบุเรื่องนี้ไว้'],
  ['en', 'off-topic', 'outside what Accord answers'],
  ['ja', 'unavailable', 'ただいまお答えできません'],
  ['en', 'partial', 'Answered in part'],
] as const)('in %s, %s is said plainly', (language, status, words) => {
  expect(renderAnswer(buildAnswer({ language, status }), plain)).toContain(words)
})

test('dates and names of languages are in the language of the answer', () => {
  const inThai = renderAnswer({ ...answer, language: 'th' }, plain)
  expect(inThai).toContain('2 สิงหาคม 2565')
  expect(renderAnswer({ ...answer, language: 'ja' }, plain)).toContain('タイ語')
})

test('an original whose title nobody knows is named by its id', () => {
  expect(renderAnswer(answer, plain)).toContain('Original · release · Thai')
})

test('the title of an original that is a source itself comes from there', () => {
  const sources = [...answer.sources, buildSource({ number: 2, documentId: 'release', documentTitle: 'ข่าว' })]
  expect(renderAnswer({ ...answer, sources }, plain)).toContain('Original · ข่าว · Thai')
})

test('says when a language model worded it', () => {
  expect(renderAnswer({ ...answer, mode: 'generated' }, plain)).toContain('worded by a language model')
})

test('colour changes nothing but colour, and is there only when asked for', () => {
  const coloured = renderAnswer(answer, { width: 72, colour: true })
  expect(coloured).not.toBe(renderAnswer(answer, plain))
  expect(stripVTControlCharacters(coloured)).toBe(renderAnswer(answer, plain))
})

test('escape codes of a document do not reach the terminal', () => {
  const statements = [{ text: 'red \u001b[31malert\u0007', citations: [1] }]
  const shown = renderAnswer(buildAnswer({ statements }), plain)
  expect(shown).toContain('red [31malert [1]')
})

test.each(['th', 'en', 'ja'] as const)('in %s, nothing but an address is wider than the terminal', (language) => {
  const statements: Answer['statements'] = [{ text: release.repeat(3), citations: [1] }]
  const lines = renderAnswer({ ...answer, language, statements, status: 'partial' }, { ...plain, width: 30 }).split(
    '\n',
  )
  for (const line of lines.filter((line) => !line.includes('https://'))) {
    expect(stringWidth(line)).toBeLessThanOrEqual(30)
  }
})
