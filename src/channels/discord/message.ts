import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js'
import { limits } from './limits.ts'

/** What discord.js's `reply`, `editReply`, `followUp` and `send` take. It pings nobody, whatever it says. */
export interface DiscordMessage {
  flags: MessageFlags.IsComponentsV2
  components: APIMessageTopLevelComponent[]
  allowedMentions: { parse: [] }
}

export interface PlainMessage {
  content: string
  allowedMentions: { parse: [] }
}

export interface MessageParts {
  /** Markdown, a part each, with a line between them. */
  texts: string[]
  links?: APIButtonComponent[]
  select?: APIStringSelectComponent
  /** Rows of buttons below the frame. */
  rows?: APIButtonComponent[][]
  /** RGB. */
  colour?: number
}

/**
 * Components V2, and not embeds: their byte limit is known exactly, which for embeds is only known to be somewhere below
 * 12,288 (https://github.com/discord/discord-api-docs/issues/7628), and links stand right under what they belong to.
 */
export function buildMessage({ texts, links = [], select, rows = [], colour }: MessageParts): DiscordMessage {
  const divided = texts.flatMap((content, at): APIComponentInContainer[] => [
    ...(at === 0
      ? []
      : [{ type: ComponentType.Separator as const, divider: true, spacing: SeparatorSpacingSize.Small }]),
    { type: ComponentType.TextDisplay, content },
  ])
  const inside = [...divided, ...chunks(links, limits.buttonsPerRow).map(row)]
  const below = [
    ...(select ? [{ type: ComponentType.ActionRow as const, components: [select] }] : []),
    ...rows.map(row),
  ]
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      { type: ComponentType.Container, components: inside, ...(colour !== undefined && { accent_color: colour }) },
      ...below,
    ],
    allowedMentions: { parse: [] },
  }
}

/** One text, without a frame. */
export function buildText(content: string): DiscordMessage {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.TextDisplay, content }],
    allowedMentions: { parse: [] },
  }
}

function row(components: APIButtonComponent[]) {
  return { type: ComponentType.ActionRow as const, components }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}
