import type { Button, Select } from './component-schema.ts'
import { TYPE } from './component-schema.ts'
import { embedTexts } from './embed-schema.ts'
import { everyComponent } from './layout-schema.ts'
import type { MessageContent } from './message-schema.ts'
import { displayedTexts } from './message-size.ts'

/** All that can be read in a message, a line each, but for its buttons. */
export function textOf({ content, embeds, components }: MessageContent): string {
  return [content, ...embeds.flatMap(embedTexts), ...displayedTexts(components)]
    .filter((text) => text !== '')
    .join('\n')
}

export function buttonsOf({ components }: Pick<MessageContent, 'components'>): Button[] {
  return everyComponent(components).filter((component): component is Button => component.type === TYPE.button)
}

export function selectsOf({ components }: Pick<MessageContent, 'components'>): Select[] {
  return everyComponent(components).filter(
    (component): component is Select => 'custom_id' in component && component.type !== TYPE.button,
  )
}
