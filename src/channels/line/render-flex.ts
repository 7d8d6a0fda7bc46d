import type { messagingApi } from '@line/bot-sdk'
import type { Answer } from '../../vocabulary.ts'
import { describeSource } from './describe-source.ts'
import {
  footBlock,
  headingBlock,
  type Packed,
  packBubbles,
  packCarousels,
  partBlocks,
  sourceBlock,
} from './flex-components.ts'
import { bubbleBytes, longestAltText, mostMessages } from './limits.ts'
import { cutText, units } from './measure.ts'
import { outlineAnswer, plainText } from './outline-answer.ts'
import { withQuickReplies } from './quick-replies.ts'
import type { RenderOptions } from './render-options.ts'
import { packTexts, textMessages } from './render-text.ts'
import { type ShortAnswer, shortenAnswer } from './shorten-answer.ts'
import { words } from './words.ts'

/** So many sources stand below the answer; more of them stand side by side. */
const mostBelow = 2

/**
 * The answer in one to five messages, and below it the words that prove it. In a group the answer is a text, for only a text
 * can quote the question.
 */
export function renderFlex(answer: Answer, options: RenderOptions): messagingApi.Message[] {
  for (const short of shortenAnswer(answer, mostMessages * bubbleBytes)) {
    const messages = layOut(short, options)
    if (messages.length <= mostMessages) return withQuickReplies(messages, answer, options.chat)
  }
  throw new Error('The shortest form of an answer is longer than five messages.')
}

function layOut(answer: ShortAnswer, { chat, publicUrl, quoteToken }: RenderOptions): messagingApi.Message[] {
  const { said, foot } = outlineAnswer(answer)
  const sources = answer.sources.map((source) => sourceBlock(describeSource(source, answer, publicUrl)))
  const heading = words[answer.language].sources
  const below = sources.length > 0 && sources.length <= mostBelow ? [headingBlock(heading), ...sources] : []
  const beside = sources.length > mostBelow ? packCarousels(sources) : []
  const besideMessages = beside.map(({ contents, plain }) => flexMessage({ contents, plain: `${heading}\n${plain}` }))
  if (chat === 'group') {
    const texts = packTexts([...said.map(plainText), ...foot])
    return [...textMessages(texts, quoteToken), ...packBubbles(below).map(flexMessage), ...besideMessages]
  }
  const blocks = [...said.flatMap(partBlocks), ...below, ...foot.map(footBlock)]
  return [...packBubbles(blocks).map(flexMessage), ...besideMessages]
}

/** A notification, the list of chats and a quotation show `altText` alone, so it's the answer itself. */
function flexMessage({ contents, plain }: Packed): messagingApi.Message {
  return { type: 'flex', altText: cutText(plain, longestAltText, units), contents }
}
