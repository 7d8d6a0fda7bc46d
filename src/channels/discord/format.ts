import { type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js'
import { languageNames } from '../../conversation/answer-words.ts'
import type { Answer, AnswerStatus, Language, ShownStatement, Source } from '../../vocabulary.ts'
import { answerBlocks, type Block, noticeBlock, pack, packAnswer, sourceBlocks, textsOf } from './blocks.ts'
import { type Action, customId } from './custom-id.ts'
import { escapeLine, escapeText } from './escape.ts'
import { fits, shorten, splitText } from './fit.ts'
import { provingWords, quoteBlock, readerLink, sourceLine } from './format-source.ts'
import { limits } from './limits.ts'
import { buildMessage, buildText, type DiscordMessage, type PlainMessage } from './message.ts'
import { notices } from './notices.ts'
import { words } from './words.ts'

export interface FormatOptions {
  /** Where the reader page is; without it, there are no links to it. */
  publicUrl?: string
  /** Seen by one person, who may share it. */
  isPrivate: boolean
  /** A thread can be opened at it. */
  canThread?: boolean
}

/** Of the bar beside an answer: stated, or not quite. */
const colours: Record<AnswerStatus, number> = {
  answered: 0x2e7d32,
  partial: 0xf9a825,
  'not-stated': 0xf9a825,
  'off-topic': 0x757575,
  unavailable: 0x757575,
}
const linksPerMessage = 10
/** Of messages that are sent at one press. */
const mostPassageMessages = 5

/**
 * An answer as messages, to be sent in order: almost always one. Statements with their citations, notes apart, sources with
 * links to the reader page, the proving words as quotes as far as there's room, and buttons below the last.
 */
export function formatAnswer(answer: Answer, { publicUrl, ...options }: FormatOptions): DiscordMessage[] {
  const { id, language, status, mode } = answer
  const say = words[language]
  const foot: Block = { section: 'foot', text: `-# ${say.modes[mode]} · ${say.receipt} ${escapeLine(id)}` }
  const pages = packAnswer(answer, foot)
  if (pages.length === 1) pages[0] = withQuotes(pages[0]!, answer)
  return pages.map((blocks, at) => {
    const isLast = at === pages.length - 1
    return buildMessage({
      texts: textsOf(blocks),
      links: linksOf(blocks, publicUrl, answer),
      colour: colours[status],
      ...(isLast && { rows: rowsOf(answer, options), ...selectOf(answer) }),
    })
  })
}

/** What is verified so far, while the rest is being written. As much as one message holds. */
export function formatProgress(statements: readonly ShownStatement[], language: Language): DiscordMessage {
  const sources = new Map(statements.flatMap((each) => each.sources.map((source) => [source.number, source])))
  const foot: Block = { section: 'foot', text: `-# ${words[language].checking}` }
  const shown = answerBlocks({ language, status: 'answered', statements: [...statements], notes: [] })
  const cited = sourceBlocks({ sources: [...sources.values()], language })
  const fitting = pack([foot, ...shown, ...cited])[0]!
  return buildMessage({ texts: textsOf([...fitting.slice(1), foot]) })
}

/** The words that prove an answer, source by source, in their own languages: as many messages as they need, up to five. */
export function formatPassages(answer: Answer, publicUrl?: string): DiscordMessage[] {
  const { language, sources } = answer
  const pages = pack(sources.flatMap((source) => passageBlocks(source, language)))
  const shown = pages.slice(0, mostPassageMessages)
  const left = pages.slice(mostPassageMessages).flat()
  if (left.length > 0) makeRoomForNotice(shown.at(-1)!, left, language)
  return shown.map((blocks) => buildMessage({ texts: textsOf(blocks), links: linksOf(blocks, publicUrl, answer) }))
}

/** One text, such as an error that says what to do. */
export function formatNotice(text: string): DiscordMessage {
  const [first = ''] = splitText(text, (piece) => fits([escapeText(piece)]))
  return buildText(escapeText(first))
}

/**
 * An answer without frame, links and buttons, for when Discord refuses the body of a better one. `isV2`: the message has
 * been sent with Components V2 before, which nothing can take back; otherwise it's plain content.
 */
export function formatPlain(answer: Answer, isV2: boolean): DiscordMessage | PlainMessage {
  const content = plainText(answer)
  return isV2 ? buildText(content) : { content, allowedMentions: { parse: [] } }
}

/** Whole lines, as many as content holds. */
function plainText(answer: Answer): string {
  const blocks = [...answerBlocks(answer), ...sourceBlocks(answer)]
  const lines: string[] = []
  for (const [at, { text }] of blocks.entries()) {
    const notice = `-# ${words[answer.language].notShown(blocks.length - at)}`
    const left = limits.content - notice.length - 2
    if ([...lines, text].join('\n').length > left) return [...lines, notice].join('\n')
    lines.push(text)
  }
  return lines.join('\n') || words[answer.language].statuses.unavailable
}

/** With the proving words below each source, whole or not at all, while the message still holds them. */
function withQuotes(blocks: readonly Block[], answer: Answer): Block[] {
  const said = new Set<string>()
  const shown: Block[] = []
  for (const [at, block] of blocks.entries()) {
    shown.push(block)
    const quote = block.source && provingWords(block.source, answer)
    if (quote === undefined || said.has(quote)) continue
    const quoted: Block = { section: 'sources', text: quoteBlock(quote) }
    if (!fits(textsOf([...shown, quoted, ...blocks.slice(at + 1)]))) continue
    shown.push(quoted)
    said.add(quote)
  }
  return shown
}

/** Ends the blocks with a notice of how many sources aren't shown whole. */
function makeRoomForNotice(blocks: Block[], left: Block[], language: Language): void {
  for (;;) {
    const missing = new Set(left.map(({ source }) => source)).size
    const notice: Block = { ...noticeBlock(language, missing), section: 'foot' }
    if (fits(textsOf([...blocks, notice]))) {
      blocks.push(notice)
      return
    }
    left.push(blocks.pop()!)
  }
}

function passageBlocks(source: Source, language: Language): Block[] {
  const { original } = source
  const block = (text: string): Block => ({ section: 'sources', text, source })
  const quoted = (quote: string) =>
    splitText(quote, (piece) => fits([quoteBlock(piece)])).map((piece) => block(quoteBlock(piece)))
  return [
    block(sourceLine(source, language)),
    ...quoted(source.quote),
    ...(original ? [block(`-# ${words[language].originalWords}`), ...quoted(original.quote)] : []),
  ]
}

/** Where each source of these blocks can be read: its own words, and the official ones behind them. */
function linksOf(blocks: readonly Block[], publicUrl: string | undefined, answer: Answer): APIButtonComponent[] {
  const sources = [...new Set(blocks.flatMap(({ source }) => source ?? []))]
  return sources
    .flatMap((source) => readerLink(source.number, source.original ?? source, publicUrl, answer) ?? [])
    .slice(0, linksPerMessage)
}

function rowsOf(
  { id, language, status, statements, sources }: Answer,
  { isPrivate, canThread = false }: FormatOptions,
): APIButtonComponent[][] {
  if (status === 'unavailable') return []
  const say = words[language]
  const button = (action: Action, look: { label: string } | { emoji: { name: string } }): APIButtonComponent => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId(action, id),
    ...look,
  })
  const others = (Object.keys(languageNames) as Language[]).filter((other) => other !== language)
  return [
    [
      ...(sources.length > 0 ? [button('passages', { label: say.showPassages })] : []),
      button('follow-up', { label: say.followUp }),
      ...(isPrivate && statements.length > 0 ? [button('share', { label: say.share })] : []),
      ...(canThread && !isPrivate ? [button('thread', { label: notices[language].openThread })] : []),
      button('up', { emoji: { name: '👍' } }),
      button('down', { emoji: { name: '👎' } }),
    ],
    others.map((other) => button(other, { label: languageNames[other] })),
  ]
}

/** The questions to ask next; what is chosen is the place of one among the answer's suggestions. */
function selectOf({ id, language, suggestions }: Answer) {
  const options = suggestions.slice(0, limits.selectOptions).flatMap((question, at) => {
    const label = shorten(question, limits.optionLabel)
    return label === '' ? [] : [{ label, value: String(at) }]
  })
  if (options.length === 0) return {}
  const placeholder = words[language].askNext
  return {
    select: { type: ComponentType.StringSelect as const, custom_id: customId('next', id), placeholder, options },
  }
}
