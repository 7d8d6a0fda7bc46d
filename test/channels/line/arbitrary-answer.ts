import fc from 'fast-check'
import type { Answer, Note, Quotation, Source, Statement } from '../../../src/vocabulary.ts'

const units = [
  ...['ที่', 'กำ', 'ลงนาม', 'บันทึกความร่วมมือ', 'ฯ', 'ๆ', '๒๕๖๕'],
  ...['日本', '協力覚書', '、', '。', 'ー', '「', '令和4年'],
  ...['a', 'Memorandum', ' ', '\n', '"', '\\', '{', '}', '<b>', '$', '%', '…', '\u00a0', '\u200b', '\t'],
  ...['🤨', '👨‍👩‍👧', '👍🏽', '🇹🇭', 'e\u0301', '\u0301'],
  // Half a character, and characters that nobody sees.
  ...['\ud83e', '\udd28', '\u0000', '\u0007', '\u202e'],
]
const short = fc.string({ unit: fc.constantFrom(...units), maxLength: 12 })
/** From nothing to far more than a message holds, and graphemes without end. */
const text = fc.oneof(
  { weight: 60, arbitrary: short },
  { weight: 20, arbitrary: fc.string({ unit: fc.constantFrom(...units), minLength: 40, maxLength: 120 }) },
  { weight: 2, arbitrary: fc.tuple(short, fc.constantFrom(200, 1_200)).map(([piece, times]) => piece.repeat(times)) },
  { weight: 1, arbitrary: fc.constantFrom(`a${'\u0301'.repeat(6_000)}`, 'ก'.repeat(40_000), '👨‍👩‍👧'.repeat(3_000)) },
)
const language = fc.constantFrom('th', 'en', 'ja')
const citations = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 })
const manyOf = <Item>(item: fc.Arbitrary<Item>) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.array(item, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: 20, maxLength: 60 }) },
  )

const statement: fc.Arbitrary<Statement> = fc.record({ text, citations })
const note: fc.Arbitrary<Note> = fc.record({
  kind: fc.constantFrom('premise', 'calendar', 'incomplete-list', 'translation', 'status', 'nearest'),
  text,
  citations,
})
const quotation: fc.Arbitrary<Quotation> = fc.record({
  documentId: short,
  passageId: short,
  language,
  quote: text,
  start: fc.nat(),
  end: fc.nat(),
})
const source: fc.Arbitrary<Source> = fc
  .record({
    quotation,
    original: fc.option(quotation, { nil: undefined }),
    clause: fc.option(text, { nil: undefined }),
    rest: fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      documentTitle: text,
      kind: fc.constantFrom('cabinet-release', 'clauses', 'other'),
      url: fc.oneof(fc.webUrl(), text),
      published: fc.oneof(fc.constant('2022-08-05'), text),
    }),
  })
  .map(({ quotation, original, clause, rest }) => ({
    ...quotation,
    ...rest,
    ...(original && { original }),
    ...(clause !== undefined && { clause }),
  }))

/** Any answer that could be, and many that could not. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc.record({
  id: fc.string({ unit: fc.constantFrom('A', '7', 'K'), minLength: 8, maxLength: 8 }),
  question: text,
  language,
  status: fc.constantFrom('answered', 'partial', 'not-stated', 'off-topic', 'unavailable'),
  mode: fc.constantFrom('extractive', 'generated'),
  statements: manyOf(statement),
  notes: manyOf(note),
  sources: manyOf(source),
  suggestions: fc.array(text, { maxLength: 4 }),
  indexVersion: fc.constant('v1'),
})
