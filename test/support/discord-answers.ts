import fc from 'fast-check'
import {
  formatAnswer,
  formatNotice,
  formatPassages,
  formatPlain,
  formatProgress,
} from '../../src/channels/discord/format.ts'
import type { Answer, Note, Source, Statement } from '../../src/vocabulary.ts'
import { readMessageBody } from './discord-platform/message-schema.ts'
import { checkWhole, isEmpty, pingableTexts } from './discord-platform/message-size.ts'
import { pingsAnybody, pingsOf } from './discord-platform/pings.ts'
import { hostileText, longText } from './hostile-text.ts'

const language = fc.constantFrom('th' as const, 'en' as const, 'ja' as const)
const url = fc.oneof(
  fc.constantFrom(
    'https://www.soumu.go.jp/menu_news/s-news/01tsushin09_02000133.html',
    'javascript:alert(1)',
    `https://a.example/${'ก'.repeat(300)}`,
  ),
  hostileText,
)
const date = fc.oneof(fc.constantFrom('2022-08-05', '2565'), hostileText)
const quotation = fc.record({
  documentId: fc.oneof(fc.constantFrom('clauses-th'), hostileText),
  passageId: hostileText,
  language,
  quote: longText,
  start: fc.nat(),
  end: fc.nat(),
})
const source = fc.record({
  quotation,
  original: fc.option(quotation, { nil: undefined }),
  documentTitle: longText,
  kind: fc.constantFrom('cabinet-release' as const, 'clauses' as const, 'other' as const),
  clause: fc.option(hostileText, { nil: undefined }),
  url,
  published: date,
})

/** Statements and notes cite what there is. */
export const discordAnswer: fc.Arbitrary<Answer> = fc
  .record({
    language,
    status: fc.constantFrom(
      'answered' as const,
      'partial' as const,
      'not-stated' as const,
      'off-topic' as const,
      'unavailable' as const,
    ),
    mode: fc.constantFrom('extractive' as const, 'generated' as const),
    texts: fc.array(longText, { maxLength: 10 }),
    notes: fc.array(
      fc.record({
        kind: fc.constantFrom(
          'premise' as const,
          'calendar' as const,
          'incomplete-list' as const,
          'translation' as const,
          'status' as const,
          'nearest' as const,
        ),
        text: longText,
      }),
      { maxLength: 4 },
    ),
    sources: fc.array(source, { maxLength: 12 }),
    suggestions: fc.array(hostileText, { maxLength: 30 }),
    question: hostileText,
  })
  .map(({ texts, notes, sources, ...rest }) => {
    const cite = (at: number) =>
      sources.length === 0 ? [] : [(at % sources.length) + 1, ((at + 1) % sources.length) + 1]
    return {
      ...rest,
      id: 'YRQRRRZF',
      indexVersion: 'v1',
      statements: texts.map((text, at): Statement => ({ text, citations: cite(at) })),
      notes: notes.map((note, at): Note => ({ ...note, citations: cite(at) })),
      sources: sources.map(
        ({ quotation: quoted, original, clause, ...about }, at): Source => ({
          number: at + 1,
          ...quoted,
          ...about,
          ...(original && { original }),
          ...(clause !== undefined && { clause }),
        }),
      ),
    }
  })

/** Everything that is ever sent of an answer. */
export function everyMessage(given: Answer): object[] {
  const publicUrl = 'https://accord.example.org'
  const shown = given.statements.map((statement) => ({
    ...statement,
    sources: given.sources.filter(({ number }) => statement.citations.includes(number)),
  }))
  return [
    ...formatAnswer(given, { isPrivate: true, publicUrl }),
    ...formatAnswer(given, { isPrivate: false }),
    ...formatPassages(given, publicUrl),
    formatProgress(shown, given.language),
    formatPlain(given, true),
    formatPlain(given, false),
    formatNotice(`Asked: ${given.statements[0]?.text ?? given.question}`),
  ]
}

/** Throws what Discord refuses it with, or says whom it would call if it were allowed to. */
export function refusalOf(message: object): string | undefined {
  const { allowedMentions, ...body } = message as { allowedMentions: { parse: unknown[] } }
  if (allowedMentions.parse.length > 0) return 'it allows mentions'
  const read = readMessageBody({ ...body, allowed_mentions: allowedMentions }, 'interaction')
  const whole = { content: read.content ?? '', embeds: [], components: read.components ?? [], flags: read.flags ?? 0 }
  checkWhole(whole)
  if (isEmpty(whole)) return 'it is empty'
  const pings = pingsOf(pingableTexts(whole), { parse: ['users', 'roles', 'everyone'] })
  return pingsAnybody(pings) ? `it pings: ${JSON.stringify(whole)}` : undefined
}
