import type { messagingApi } from '@line/bot-sdk'
import type { DescribedSource } from './describe-source.ts'
import { bubbleBytes, carouselBytes, mostBubbles } from './limits.ts'
import { jsonBytes, splitText, textBytes } from './measure.ts'
import { type Part, plainText } from './outline-answer.ts'

type Component = messagingApi.FlexComponent

/** Something that stays in one bubble. */
export interface Block {
  component: Component
  /** How it reads where flex messages aren't shown. */
  plain: string
  /** It's of the answer itself, not of what stands around it. */
  isAnswer: boolean
}

/** Those of the web page in daylight: LINE gives a bubble a white ground in the dark, too. */
const colours = {
  ink: '#1b2226',
  quiet: '#566068',
  accent: '#0d5c75',
  warning: '#8a4b00',
  warningGround: '#fdf3e1',
  noteGround: '#f0f4f5',
  line: '#d9dad5',
}

/** So that any block fits a bubble with all that is around its text. */
const mostTextBytes = 20_000

export function partBlocks(part: Part): Block[] {
  const texts = splitText(part.text, mostTextBytes, textBytes)
  return texts.map((text, index) => ({
    component: partComponent(part, text, index === 0),
    plain: index === 0 ? plainText({ ...part, text }) : text,
    isAnswer: true,
  }))
}

function partComponent(part: Part, text: string, isFirst: boolean): Component {
  switch (part.kind) {
    case 'status':
      return textComponent(text, { weight: 'bold' })
    case 'statement':
      return textComponent(text)
    case 'note': {
      const label = textComponent(part.label, {
        size: 'sm',
        weight: 'bold',
        color: part.isPremise ? colours.warning : colours.accent,
      })
      return box(isFirst ? [label, textComponent(text, { size: 'sm' })] : [textComponent(text, { size: 'sm' })], {
        backgroundColor: part.isPremise ? colours.warningGround : colours.noteGround,
        cornerRadius: 'md',
        paddingAll: 'md',
        spacing: 'xs',
      })
    }
  }
}

export function headingBlock(text: string): Block {
  const component = box([
    { type: 'separator', color: colours.line },
    textComponent(text, { size: 'sm', weight: 'bold', color: colours.quiet, margin: 'md' }),
  ])
  return { component, plain: text, isAnswer: false }
}

export function footBlock(text: string): Block {
  return { component: textComponent(text, { size: 'xs', color: colours.quiet }), plain: text, isAnswer: false }
}

export function sourceBlock(source: DescribedSource): Block {
  const { title, about, quotations, action } = source
  const contents = [
    textComponent(title, { size: 'sm', weight: 'bold' }),
    textComponent(about, { size: 'xs', color: colours.quiet }),
    ...quotations.flatMap(({ label, text }) => [
      ...(label === undefined ? [] : [textComponent(label, { size: 'xs', color: colours.quiet, margin: 'sm' })]),
      textComponent(`“${text}”`, { size: 'sm', margin: 'sm' }),
    ]),
    ...(action ? [button(action)] : []),
  ]
  return { component: box(contents, { spacing: 'xs' }), plain: title, isAnswer: false }
}

/** Something to tap, with what's to be said of it. */
export function buttonBubble(text: string | undefined, action: messagingApi.Action): messagingApi.FlexBubble {
  return bubble([...(text === undefined ? [] : [textComponent(text)]), button(action)])
}

/** As few bubbles as the order of blocks allows. */
export function packBubbles(blocks: readonly Block[]): Packed[] {
  const empty = jsonBytes(bubble([]))
  const room = bubbleBytes - empty
  const packed: Block[][] = []
  let left = 0
  for (const block of blocks) {
    const bytes = jsonBytes(block.component) + 1
    if (bytes > left) {
      packed.push([])
      left = room
    }
    packed.at(-1)!.push(block)
    left -= bytes
  }
  return packed.map((group) => {
    const answer = group.filter(({ isAnswer }) => isAnswer)
    const plain = (answer.length > 0 ? answer : group).map((block) => block.plain).join('\n')
    return { contents: bubble(group.map(({ component }) => component)), plain }
  })
}

/** What a flex message holds. */
export interface Packed {
  contents: messagingApi.FlexContainer
  plain: string
}

/** A bubble for each block, side by side, in as few carousels as hold them. */
export function packCarousels(blocks: readonly Block[]): Packed[] {
  const bubbles = blocks.map((block) => ({ bubble: bubble([block.component]), plain: block.plain }))
  const room = carouselBytes - jsonBytes({ type: 'carousel', contents: [] })
  const packed: (typeof bubbles)[] = []
  let left = 0
  for (const one of bubbles) {
    const bytes = jsonBytes(one.bubble) + 1
    if (bytes > left || packed.at(-1)?.length === mostBubbles) {
      packed.push([])
      left = room
    }
    packed.at(-1)!.push(one)
    left -= bytes
  }
  return packed.map((group) => ({
    contents: { type: 'carousel', contents: group.map((one) => one.bubble) },
    plain: group.map(({ plain }) => plain).join('\n'),
  }))
}

/** Wraps, and grows with the size of letters that the reader has chosen. */
function textComponent(text: string, more: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText {
  return { type: 'text', text, wrap: true, scaling: true, color: colours.ink, ...more }
}

function box(contents: Component[], more: Partial<messagingApi.FlexBox> = {}): messagingApi.FlexBox {
  return { type: 'box', layout: 'vertical', contents, ...more }
}

function button(action: messagingApi.Action): messagingApi.FlexButton {
  return {
    type: 'button',
    action,
    style: 'link',
    height: 'sm',
    color: colours.accent,
    adjustMode: 'shrink-to-fit',
    scaling: true,
  }
}

function bubble(contents: Component[]): messagingApi.FlexBubble {
  return { type: 'bubble', size: 'giga', body: box(contents, { spacing: 'md' }) }
}
