import { internalError } from './api-error.ts'
import { TYPE } from './component-schema.ts'
import { embedTexts } from './embed-schema.ts'
import { formError } from './form-body.ts'
import { type Component, everyComponent } from './layout-schema.ts'
import { FLAG, type MessageContent } from './message-schema.ts'

const MAX_COMPONENTS = 40
const MAX_DISPLAYED_TEXT = 4000
/** https://github.com/discord/discord-api-docs/issues/8554: beyond it the answer is a 500. */
const MAX_DISPLAYED_BYTES = 10_170
const BYTES_PER_DISPLAY = 12
/** Discord's own limit isn't known (https://github.com/discord/discord-api-docs/issues/6965, /7628); this is below what failed. */
const MAX_CLASSIC_BYTES = 9000

/** What only the whole message shows: what it adds up to. Throws 50035, or the 500 of the byte trap. */
export function checkWhole(message: MessageContent, under: readonly string[] = []): void {
  const refuse = (path: string[], code: string, text: string) =>
    formError([{ path: [...under, ...path], code, message: text }])
  const all = everyComponent(message.components)
  const displays = displayedTexts(message.components)
  if (message.flags & FLAG.componentsV2) {
    if (message.content !== '' || message.embeds.length > 0)
      throw refuse(
        ['content'],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        'Set content and embeds to null first',
      )
    if (all.length > MAX_COMPONENTS)
      throw refuse(
        ['components'],
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `Must be ${MAX_COMPONENTS} or fewer in total`,
      )
    if (displays.join('').length > MAX_DISPLAYED_TEXT)
      throw refuse(
        ['components'],
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The total displayable text size exceeds the maximum size of ${MAX_DISPLAYED_TEXT}`,
      )
    if (bytesOf(displays) + BYTES_PER_DISPLAY * displays.length > MAX_DISPLAYED_BYTES) throw internalError()
  } else {
    const texts = [message.content, ...message.embeds.flatMap(embedTexts), JSON.stringify(message.components)]
    if (bytesOf(texts) > MAX_CLASSIC_BYTES) throw internalError()
  }
}

export function isEmpty({ content, embeds, components }: MessageContent): boolean {
  return content === '' && embeds.length === 0 && components.length === 0
}

/** The texts in which a mention would ping: an embed's don't. */
export function pingableTexts({ content, components }: Pick<MessageContent, 'content' | 'components'>): string[] {
  return [content, ...displayedTexts(components)]
}

export function displayedTexts(components: readonly Component[]): string[] {
  return everyComponent(components).flatMap((component) =>
    component.type === TYPE.textDisplay ? [component.content] : [],
  )
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0)
}
