import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

export type Paint = (style: Style, text: string) => string

/** Colours text where colour is wanted. */
export function createPaint(colour: boolean): Paint {
  return colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text
}
