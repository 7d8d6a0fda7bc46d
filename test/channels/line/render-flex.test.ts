import type { messagingApi } from '@line/bot-sdk'
import { describe, expect, test } from 'vitest'
import { renderFlex } from '../../../src/channels/line/render-flex.ts'
import type { Answer } from '../../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import { fullAnswer, signingSource } from '../web/answer-fixture.ts'

const publicUrl = 'https://accord.example.go.th'
const signed = { text: 'It was signed on 5 August 2022.', citations: [1] }

type Found = Record<string, unknown>

/** Every flex component of a kind, in the order in which it's read. */
function componentsOf(messages: readonly messagingApi.Message[], type: string): Found[] {
  const found: Found[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ((value as Found).type === type) found.push(value as Found)
    for (const inner of Object.values(value)) walk(inner)
  }
  for (const message of messages) walk((message as messagingApi.FlexMessage).contents)
  return found
}

const textsOf = (messages: readonly messagingApi.Message[]) => componentsOf(messages, 'text').map(({ text }) => text)
const actionsOf = (messages: readonly messagingApi.Message[]) =>
  componentsOf(messages, 'button').map(({ action }) => action as Found)
const altTextsOf = (messages: readonly messagingApi.Message[]) =>
  messages.map((message) => (message.type === 'flex' ? message.altText : undefined))

describe('in a chat with one person', () => {
  test('one bubble has the answer, then the words that prove it, then where it can be found again', () => {
    const answer = buildAnswer({ statements: [signed], sources: [buildSource()] })
    const messages = renderFlex(answer, { chat: 'person', publicUrl })
    expect(messages).toHaveLength(1)
    expect(textsOf(messages)).toEqual([
      'It was signed on 5 August 2022.\u00a0[1]',
      'Sources',
      '[1] Points of the memorandum',
      'Summary, clause by clause · Clause signing · 2 August 2022',
      '“It was signed on 5 August 2022.”',
      'In the words of the documents · Receipt\u00a0A7F3K2',
    ])
  })

  test('what the question got wrong comes first, other notes after the statements, each under its label', () => {
    const texts = textsOf(renderFlex(fullAnswer, { chat: 'person' }))
    const at = (text: string) => texts.indexOf(text)
    expect(at('Correction to the question')).toBe(0)
    expect(texts[1]).toBe('Not 2023: the sources say 2022.\u00a0[1]')
    for (const label of ['About dates and calendars', 'Examples, not the whole list', 'Status of the memorandum'])
      expect(at(label)).toBeGreaterThan(at('The cabinet approved the draft on 2 August 2022.\u00a0[1][2]'))
    const grounds = componentsOf(renderFlex(fullAnswer, { chat: 'person' }), 'box').map((box) => box.backgroundColor)
    expect(grounds.filter((ground) => ground !== undefined)).toHaveLength(fullAnswer.notes.length)
  })

  test('the notification is the answer itself', () => {
    const answer = buildAnswer({ statements: [signed], sources: [buildSource()] })
    expect(altTextsOf(renderFlex(answer, { chat: 'person' }))).toEqual(['It was signed on 5 August 2022.\u00a0[1]'])
    const long = buildAnswer({ statements: [{ text: 'ก'.repeat(2_000), citations: [] }] })
    expect(altTextsOf(renderFlex(long, { chat: 'person' }))).toEqual([`${'ก'.repeat(1_499)}…`])
  })

  test('a text grows with the size of letters that the reader chose, and wraps', () => {
    for (const text of componentsOf(renderFlex(fullAnswer, { chat: 'person' }), 'text'))
      expect(text).toMatchObject({ wrap: true, scaling: true })
  })

  test.each<[Answer['status'], string]>([
    ['not-stated', 'The documents do not state this.'],
    ['off-topic', 'This question is not about the memorandum.'],
    ['unavailable', 'No answer can be given right now. Please try again later.'],
  ])('%s is said plainly, and is the notification', (status, words) => {
    const messages = renderFlex(buildAnswer({ status }), { chat: 'person' })
    expect(textsOf(messages)).toEqual([words, 'Receipt\u00a0A7F3K2'])
    expect(altTextsOf(messages)).toEqual([words])
  })

  test('a note that says what is missing stands for the status', () => {
    const notes = [{ kind: 'nearest' as const, text: 'They state when the earlier one ended.', citations: [1] }]
    const texts = textsOf(renderFlex(buildAnswer({ status: 'not-stated', notes }), { chat: 'person' }))
    expect(texts).not.toContain('The documents do not state this.')
    expect(texts[0]).toBe('Not in the documents')
  })
})

describe('a source', () => {
  const answer = (parts: Partial<Answer> = {}) =>
    buildAnswer({ statements: [signed], sources: [signingSource], ...parts })

  test('leads to the reader at the official words', () => {
    const { original } = signingSource
    expect(actionsOf(renderFlex(answer(), { chat: 'person', publicUrl }))).toEqual([
      {
        type: 'uri',
        label: 'Read in the document',
        uri: `${publicUrl}/sources/cabinet-release?lang=en&start=${original?.start}&end=${original?.end}&v=2026-01-05#quote`,
      },
    ])
  })

  test('leads to the reader of an address with a path', () => {
    const [action] = actionsOf(renderFlex(answer(), { chat: 'person', publicUrl: 'https://example.go.th/accord' }))
    expect(action?.uri).toMatch(/^https:\/\/example\.go\.th\/accord\/sources\/cabinet-release\?/)
  })

  test('shows its passage in the chat when there is no reader, or its address would be too long', () => {
    const long = answer({ sources: [buildSource({ documentId: 'ก'.repeat(120), passageId: 'clauses-en#signing' })] })
    for (const messages of [
      renderFlex(answer(), { chat: 'person' }),
      renderFlex(long, { chat: 'person', publicUrl }),
    ]) {
      expect(actionsOf(messages)).toEqual([
        {
          type: 'postback',
          label: 'Show the passage',
          data: 'v=1&a=p&id=clauses-en%23signing&l=en',
          displayText: 'Show the passage [1]',
        },
      ])
    }
  })

  test('shows the official words; its own as well, unless they are the answer', () => {
    const { quote, original } = signingSource
    const official = `“${original?.quote}”`
    expect(textsOf(renderFlex(answer(), { chat: 'person' }))).toEqual(expect.arrayContaining([`“${quote}”`, official]))
    const same = answer({ statements: [{ text: quote, citations: [1] }] })
    const texts = textsOf(renderFlex(same, { chat: 'person' }))
    expect(texts).toContain(official)
    expect(texts).not.toContain(`“${quote}”`)
  })

  test('is dated in the calendar of the reader', () => {
    const about = (language: Answer['language']) => textsOf(renderFlex(answer({ language }), { chat: 'person' }))
    expect(about('th')).toContainEqual(expect.stringContaining('สิงหาคม 2565'))
    expect(about('ja')).toContainEqual(expect.stringContaining('2022年8月5日'))
  })

  test('stands below the answer with one more, and beside the others when there are three', () => {
    const sources = (count: number) =>
      answer({ sources: Array.from({ length: count }, (_, i) => buildSource({ number: i + 1 })) })
    expect(renderFlex(sources(2), { chat: 'person' })).toHaveLength(1)
    const three = renderFlex(sources(3), { chat: 'person' })
    expect(three.map((message) => message.type === 'flex' && message.contents.type)).toEqual(['bubble', 'carousel'])
    expect(altTextsOf(three)[1]).toBe(
      'Sources\n[1] Points of the memorandum\n[2] Points of the memorandum\n[3] Points of the memorandum',
    )
    const many = renderFlex(sources(13), { chat: 'person' }).slice(1) as messagingApi.FlexMessage[]
    expect(many.map(({ contents }) => (contents as messagingApi.FlexCarousel).contents.length)).toEqual([12, 1])
  })
})

describe('in a group', () => {
  test('the answer is a text that quotes the question, and the sources are flex', () => {
    const answer = buildAnswer({ statements: [signed], sources: [buildSource()] })
    const messages = renderFlex(answer, { chat: 'group', quoteToken: 'q' })
    expect(messages).toMatchObject([
      {
        type: 'text',
        text: 'It was signed on 5 August 2022.\u00a0[1]\n\nIn the words of the documents · Receipt\u00a0A7F3K2',
        quoteToken: 'q',
      },
      { type: 'flex', altText: 'Sources\n[1] Points of the memorandum' },
    ])
  })

  test('without sources it is the text alone', () => {
    expect(renderFlex(buildAnswer({ status: 'off-topic' }), { chat: 'group' }).map(({ type }) => type)).toEqual([
      'text',
    ])
  })
})

describe('quick replies', () => {
  const answer = buildAnswer({
    statements: [signed],
    sources: [buildSource()],
    suggestions: ['Who are the parties?', 'What does the memorandum replace, and since when?', '  ', 'Fourth?'],
  })
  const repliesOf = (messages: readonly messagingApi.Message[]) =>
    messages.map(({ quickReply }) => quickReply?.items?.map(({ action }) => action))

  test('offer questions, the official words and the other languages', () => {
    expect(repliesOf(renderFlex(answer, { chat: 'person' }))).toEqual([
      [
        { type: 'message', label: 'Who are the parties?', text: 'Who are the parties?' },
        { type: 'message', label: 'What does the…', text: 'What does the memorandum replace, and since when?' },
        { type: 'postback', label: 'Original wording', data: 'v=1&a=o&id=A7F3K2', displayText: 'Original wording' },
        { type: 'postback', label: 'ไทย', data: 'v=1&a=l&id=A7F3K2&l=th', displayText: 'ไทย' },
        { type: 'postback', label: '日本語', data: 'v=1&a=l&id=A7F3K2&l=ja', displayText: '日本語' },
      ],
    ])
  })

  test('stand at the last message alone', () => {
    const replies = repliesOf(renderFlex(answer, { chat: 'group' }))
    expect(replies).toHaveLength(2)
    expect(replies[0]).toBeUndefined()
    expect(replies[1]).toHaveLength(5)
  })

  test('ask by postback in a group, where a message would have to mention the bot', () => {
    const [, last] = repliesOf(renderFlex(answer, { chat: 'group' }))
    expect(last?.[1]).toEqual({
      type: 'postback',
      label: 'What does the…',
      data: 'v=1&a=a&id=A7F3K2&n=1',
      displayText: 'What does the memorandum replace, and since when?',
    })
  })

  test('offer no official words where there are no sources, and no question that is too long to be asked', () => {
    const none = buildAnswer({ suggestions: ['ที่'.repeat(301)] })
    expect(repliesOf(renderFlex(none, { chat: 'person' }))[0]?.map((action) => action?.label)).toEqual([
      'ไทย',
      '日本語',
    ])
  })
})

describe('a long answer', () => {
  const statement = (index: number) => ({ text: `${index} ${'บันทึกความร่วมมือ '.repeat(60)}`.trim(), citations: [1] })

  test('is divided between statements, in order, and nothing is lost', () => {
    const statements = Array.from({ length: 20 }, (_, i) => statement(i))
    const messages = renderFlex(buildAnswer({ statements, sources: [buildSource()] }), { chat: 'person' })
    expect(messages.length).toBeGreaterThan(1)
    const shown = textsOf(messages).filter((text) => /^\d+ บันทึก/.test(String(text)))
    expect(shown).toEqual(statements.map(({ text }) => `${text}\u00a0[1]`))
    expect(textsOf(messages)).toContain('“It was signed on 5 August 2022.”')
  })

  test('that no five messages hold says so, and every citation in it has its source', () => {
    const statements = Array.from({ length: 300 }, (_, i) => ({ ...statement(i), citations: [i + 1] }))
    const sources = statements.map((_, i) => buildSource({ number: i + 1, quote: `Words ${i + 1}` }))
    const messages = renderFlex(buildAnswer({ statements, sources }), { chat: 'person' })
    expect(messages.length).toBeLessThanOrEqual(5)
    const all = textsOf(messages).join('\n')
    expect(all).toContain('This answer is too long to be shown in full')
    const cited = Array.from(all.matchAll(/\u00a0\[(\d+)\]/gu), ([, number]) => number)
    expect(cited.length).toBeGreaterThan(0)
    for (const number of cited) expect(all).toContain(`“Words ${number}”`)
  })

  test('shortens quotations before it leaves out statements', () => {
    const sources = Array.from({ length: 12 }, (_, i) =>
      buildSource({
        number: i + 1,
        quote: 'ข้อความ '.repeat(2_000),
        original: { ...signingSource.original!, quote: 'ราชการ '.repeat(2_000) },
      }),
    )
    const statements = sources.map(({ number }) => ({ ...statement(number), citations: [number] }))
    const texts = textsOf(renderFlex(buildAnswer({ statements, sources }), { chat: 'person' }))
    for (const { text, citations } of statements) expect(texts).toContain(`${text}\u00a0[${citations[0]}]`)
    expect(texts.filter((text) => String(text).endsWith('…”'))).toHaveLength(24)
  })
})

test('empty parts leave no empty component, and hostile text stays text', () => {
  const hostile = '<b>{"type":"button"}</b> $ {x}'
  const answer = buildAnswer({
    statements: [
      { text: ' ', citations: [1] },
      { text: hostile, citations: [] },
    ],
    notes: [{ kind: 'status', text: '', citations: [] }],
    sources: [buildSource({ documentTitle: '', quote: '', clause: '', url: '' })],
  })
  const messages = renderFlex(answer, { chat: 'person' })
  expect(textsOf(messages)).toEqual([
    hostile,
    'Sources',
    '[1] ',
    'Summary, clause by clause · 2 August 2022',
    'In the words of the documents · Receipt\u00a0A7F3K2',
  ])
  expect(componentsOf(messages, 'button')).toHaveLength(1)
})
