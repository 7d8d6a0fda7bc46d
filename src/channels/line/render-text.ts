import type { messagingApi } from '@line/bot-sdk'
import type { Answer } from '../../vocabulary.ts'
import { type DescribedSource, describeSource } from './describe-source.ts'
import { longestText, mostMessages } from './limits.ts'
import { splitText, units } from './measure.ts'
import { outlineAnswer, plainText } from './outline-answer.ts'
import { withQuickReplies } from './quick-replies.ts'
import type { RenderOptions } from './render-options.ts'
import { type ShortAnswer, shortenAnswer } from './shorten-answer.ts'
import { words } from './words.ts'

const gap = '\n\n'

/** The answer in one to five plain texts, for when LINE refuses it as flex. */
export function renderText(answer: Answer, options: RenderOptions): messagingApi.Message[] {
  for (const short of shortenAnswer(answer, mostMessages * longestText)) {
    const texts = packTexts(paragraphsOf(short, options))
    if (texts.length > mostMessages) continue
    return withQuickReplies(textMessages(texts, options.quoteToken), answer, options.chat)
  }
  throw new Error('The shortest form of an answer is longer than five texts.')
}

function paragraphsOf(answer: ShortAnswer, { publicUrl }: RenderOptions): string[] {
  const { said, foot } = outlineAnswer(answer)
  const sources = answer.sources.map((source) => sourceText(describeSource(source, answer, publicUrl)))
  const heading = sources.length > 0 ? [words[answer.language].sources] : []
  return [...said.map(plainText), ...heading, ...sources, ...foot]
}

function sourceText({ title, about, quotations, address }: DescribedSource): string {
  const quoted = quotations.flatMap(({ label, text }) => [...(label === undefined ? [] : [label]), `“${text}”`])
  return [title, about, ...quoted, address].filter((line) => line !== '').join('\n')
}

/** As few texts as hold the paragraphs in order; a paragraph is divided only if it's too long for one text. */
export function packTexts(paragraphs: readonly string[]): string[] {
  const texts: string[] = []
  for (const paragraph of paragraphs.flatMap((text) => splitText(text, longestText, units))) {
    const before = texts.at(-1)
    if (before !== undefined && before.length + gap.length + paragraph.length <= longestText)
      texts[texts.length - 1] = before + gap + paragraph
    else texts.push(paragraph)
  }
  return texts
}

/** The first of them quotes. */
export function textMessages(texts: readonly string[], quoteToken: string | undefined): messagingApi.Message[] {
  return texts.map((text, index) => ({
    type: 'text',
    text,
    ...(index === 0 && quoteToken !== undefined && { quoteToken }),
  }))
}
