import { describe, expect, it } from 'vitest'
import {
  formatAnswer,
  formatNotice,
  formatPassages,
  formatPlain,
  formatProgress,
} from '../../../src/channels/discord/format.ts'
import type { DiscordMessage, PlainMessage } from '../../../src/channels/discord/message.ts'
import type { ShownStatement } from '../../../src/vocabulary.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import type { Component } from '../../support/discord-platform/layout-schema.ts'
import { FLAG } from '../../support/discord-platform/message-schema.ts'
import { startScene } from '../../support/discord-platform/scene.ts'
import { buttonsOf, selectsOf, textOf } from '../../support/discord-platform/seen-message.ts'
import { fullAnswer } from '../web/answer-fixture.ts'

const seen = (message: DiscordMessage | PlainMessage) => ({
  content: 'content' in message ? message.content : '',
  embeds: [],
  components: ('components' in message ? message.components : []) as unknown as Component[],
})
const read = (messages: (DiscordMessage | PlainMessage)[]) =>
  messages.map((message) => textOf({ ...seen(message), flags: 0 }))
const labels = (message: DiscordMessage) =>
  buttonsOf(seen(message)).map(({ label, emoji, url, custom_id }) => [label ?? emoji?.name, url ?? custom_id])
const privately = { isPrivate: true }
const thai = buildAnswer({
  language: 'th',
  statements: [{ text: 'ลงนามเมื่อวันที่ 5 สิงหาคม 2565', citations: [1, 2] }],
  sources: [
    buildSource({ language: 'th', quote: 'ลงนามเมื่อวันที่ 5 สิงหาคม 2565', documentTitle: 'สาระของบันทึก' }),
    buildSource({
      number: 2,
      kind: 'cabinet-release',
      documentId: 'cabinet-release',
      documentTitle: 'ข่าว ครม.',
      language: 'th',
      quote: 'จะมีขึ้นในวันที่ 5 ส.ค. 2565',
      start: 10,
      end: 38,
    }),
  ],
})

describe('an answer', () => {
  it('has its statements with citations, its notes apart, its sources with the proving words, and its receipt', () => {
    expect(read(formatAnswer(fullAnswer, privately))).toEqual([
      // What is missing is said in a note, so the status isn't.
      [
        '**Correction to the question**\nNot 2023: the sources say 2022.\u00a0[1]',
        'The new MoC was to be signed on 5 August 2022.\u00a0[1]',
        'The cabinet approved the draft on 2 August 2022.\u00a0[1][2]',
        '**About dates and calendars**\nB.E. 2565 is 2022.\u00a0[2]',
        '**Examples, not the whole list**\nThe source gives examples.\u00a0[2]',
        '**About the translation**\nTranslated from Thai.',
        '**Status of the memorandum**\nThe release speaks of a plan to sign.\u00a0[2]',
        '**Not in the documents**\nThey state when the earlier one ended.\u00a0[2]',
      ].join('\n\n') +
        [
          '',
          '-# **[1]** The memorandum: its points · Summary, not the signed text · 5 August 2022 · Clause signing · [Official publication](<https://www.example.go.th/news/57536>)',
          '> จะลงนามในวันที่ 5 ส.ค. 2565',
          '-# **[2]** ครม.เห็นชอบร่างความร่วมมือไทย-ญี่ปุ่น · Cabinet press release · 2 August 2022 · [Official publication](<https://www.example.go.th/news/57536>)',
          '> ครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565',
          '-# In the words of the documents · Receipt A1B2-C3',
        ].join('\n'),
    ])
  })

  it('has buttons for what comes next, and questions to choose from', () => {
    const [message] = formatAnswer(fullAnswer, privately)
    expect(labels(message!)).toEqual([
      ['Show passages', 'v1:passages:A1B2-C3'],
      ['Ask a follow-up', 'v1:follow-up:A1B2-C3'],
      ['Share with everyone', 'v1:share:A1B2-C3'],
      ['👍', 'v1:up:A1B2-C3'],
      ['👎', 'v1:down:A1B2-C3'],
      ['ไทย', 'v1:th:A1B2-C3'],
      ['日本語', 'v1:ja:A1B2-C3'],
    ])
    expect(selectsOf(seen(message!))).toMatchObject([
      {
        custom_id: 'v1:next:A1B2-C3',
        options: [
          { label: 'Who are the parties?', value: '0' },
          { label: 'What does it replace?', value: '1' },
        ],
      },
    ])
    expect(labels(formatAnswer(fullAnswer, { isPrivate: false })[0]!).flat()).not.toContain('Share with everyone')
  })

  it('links to the official words in the reader page, only where there is one', () => {
    const publicUrl = 'https://accord.example.org/'
    const links = labels(formatAnswer(fullAnswer, { ...privately, publicUrl })[0]!).slice(0, 2)
    const [first, second] = fullAnswer.sources
    const { start, end } = first!.original!
    expect(links).toEqual([
      [
        '[1] Read in the document',
        `https://accord.example.org/sources/cabinet-release?start=${start}&end=${end}&lang=en&v=v1#quote`,
      ],
      [
        '[2] Read in the document',
        `https://accord.example.org/sources/cabinet-release?start=${second!.start}&end=${second!.end}&lang=en&v=v1#quote`,
      ],
    ])
    expect(labels(formatAnswer(fullAnswer, { ...privately, publicUrl: 'not an address' })[0]!)[0]![0]).toBe(
      'Show passages',
    )
  })

  it('is worded in its own language, with its years', () => {
    const [text] = read(formatAnswer(thai, privately))
    expect(text).toContain('2 สิงหาคม 2565')
    expect(text).toContain('เลขที่คำตอบ A7F3K2')
    expect(read(formatAnswer({ ...thai, language: 'ja' }, privately))[0]).toContain('2022年8月2日')
  })

  it('doesn’t quote what it says already', () => {
    expect(
      read(formatAnswer(thai, privately))[0]!
        .split('\n')
        .filter((line) => line.startsWith('>')),
    ).toEqual(['> จะมีขึ้นในวันที่ 5 ส.ค. 2565'])
  })

  it('says when the documents don’t, and gives nothing to press when it cannot answer', () => {
    const missing = buildAnswer({ status: 'not-stated', language: 'ja' })
    expect(read(formatAnswer(missing, privately))[0]).toMatch(/^\*\*この点は文書に記載がありません\*\*/)
    const [message] = formatAnswer(buildAnswer({ status: 'unavailable' }), privately)
    expect(buttonsOf(seen(message!))).toEqual([])
  })

  it('that is long is several messages, with the buttons below the last, and no statement cut', () => {
    const statements = Array.from({ length: 40 }, (_, at) => ({ text: `ข้อที่ ${at} ${'ก'.repeat(200)}`, citations: [1] }))
    const messages = formatAnswer({ ...thai, statements }, privately)
    expect(messages.length).toBeGreaterThan(2)
    const texts = read(messages)
    for (const { text } of statements) expect(texts.filter((each) => each.includes(`${text}\u00a0[1]`))).toHaveLength(1)
    expect(messages.map((message) => buttonsOf(seen(message)).length > 0)).toEqual([
      ...messages.slice(1).map(() => false),
      true,
    ])
  })

  it('that is too long for all of them leaves whole statements out, and says how many', () => {
    const statements = Array.from({ length: 40 }, (_, at) => ({
      text: `${at} ${'ก'.repeat(1400)}`,
      citations: [at + 1],
    }))
    const sources = statements.map((_, at) => buildSource({ number: at + 1, documentTitle: `Document ${at + 1}` }))
    const texts = read(formatAnswer({ ...thai, statements, sources }, privately))
    const shown = statements.filter(({ text }) => texts.some((each) => each.includes(text))).length
    expect(texts).toHaveLength(4)
    expect(shown).toBeGreaterThan(3)
    expect(texts.join('\n')).toContain(`ยังมีอีก ${40 - shown} รายการ`)
    expect(texts.join('\n')).not.toContain(`Document ${shown + 1}`)
  })

  it('with a statement that no message holds is that statement, in parts', () => {
    const text = 'บันทึกความร่วมมือ '.repeat(400).trim()
    const texts = read(formatAnswer({ ...thai, statements: [{ text, citations: [1] }] }, privately))
    expect(texts.join('').replaceAll(/\s/g, '')).toContain(text.replaceAll(' ', ''))
  })
})

describe('an answer that is being written', () => {
  const statement = (at: number, length = 10): ShownStatement => ({
    text: `${at} ${'ก'.repeat(length)}`,
    citations: [at],
    sources: [buildSource({ number: at, documentTitle: `Document ${at}` })],
  })

  it('shows what is verified, with its sources, and that there’s more to come', () => {
    const [text] = read([formatProgress([statement(1), statement(2)], 'ja')])
    expect(text).toContain('2 กกกกกกกกกก\u00a0[2]')
    expect(text).toContain('Document 1')
    expect(text!.endsWith('-# 次の文を文書と照合しています…')).toBe(true)
    expect(read([formatProgress([], 'en')])).toEqual(['-# Checking the next statement against the documents…'])
  })

  it('shows as much as one message holds', async () => {
    await using scene = await startScene()
    const message = formatProgress(
      Array.from({ length: 30 }, (_, at) => statement(at + 1, 500)),
      'th',
    )
    expect(
      scene.platform.addBotMessage(scene.channel, { flags: message.flags, components: message.components }).flags,
    ).toBe(FLAG.componentsV2)
  })
})

describe('the passages of an answer', () => {
  it('are the words of each source, and the official ones behind them', () => {
    expect(read(formatPassages(fullAnswer, 'https://accord.example.org'))[0]!.split('\n').slice(1)).toEqual([
      '> The new MoC was to be signed on 5 August 2022.',
      '-# The official words behind it',
      '> จะลงนามในวันที่ 5 ส.ค. 2565',
      expect.stringContaining('-# **[2]**'),
      '> ครม. เห็นชอบร่างบันทึกความร่วมมือ วันที่ 2 ส.ค. 2565',
    ])
    expect(labels(formatPassages(fullAnswer, 'https://accord.example.org')[0]!)).toHaveLength(2)
  })

  it('keep their lines, and take as many messages as they need, up to five', () => {
    const quote = `บรรทัดหนึ่ง\n# บรรทัดสอง\n${'ก'.repeat(2000)}`
    const sources = Array.from({ length: 12 }, (_, at) => buildSource({ number: at + 1, quote }))
    const texts = read(formatPassages({ ...thai, sources }))
    expect(texts).toHaveLength(5)
    expect(texts[0]).toContain('> บรรทัดหนึ่ง\n> \\# บรรทัดสอง\n> กก')
    expect(texts[4]).toContain('ยังมีอีก 7 รายการ')
  })
})

describe('a notice and the plain variant', () => {
  it('are text alone', () => {
    expect(read([formatNotice('Something *went* wrong.')])).toEqual(['Something \\*went\\* wrong.'])
    expect(formatPlain(thai, true)).toMatchObject({ flags: FLAG.componentsV2, components: [{ type: 10 }] })
    expect(formatPlain(thai, false)).toEqual({
      content: expect.stringMatching(/^ลงนามเมื่อวันที่ 5 สิงหาคม 2565\u00a0\[1\]\[2\]\n-# \*\*\[1\]\*\*/),
      allowedMentions: { parse: [] },
    })
  })

  it('leave out whole lines where there are too many', () => {
    const statements = Array.from({ length: 30 }, (_, at) => ({ text: `${at} ${'ก'.repeat(150)}`, citations: [1] }))
    const { content } = formatPlain({ ...thai, statements }, false) as PlainMessage
    expect(content.length).toBeLessThanOrEqual(2000)
    expect(content).toMatch(/ยังมีอีก \d+ รายการ/)
  })
})
