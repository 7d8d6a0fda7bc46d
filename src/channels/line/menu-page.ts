import type { Language } from '../../vocabulary.ts'

/** Pixels: https://developers.line.biz/en/reference/messaging-api/#rich-menu-object */
export const menuSize = { width: 2_500, height: 1_686 }
export const menuColumns = 3
export const menuRows = 2

/** Drawn with lines, on a square of 24. */
const icons = {
  scope: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18"/>',
  parties:
    '<circle cx="8" cy="8" r="3"/><circle cx="16" cy="8" r="3"/><path d="M2 20c0-8 12-8 12 0M16.5 14c3 0 5.5 2 5.5 6"/>',
  signing: '<path d="M4 16.5 15.5 5l3.5 3.5L7.5 20H4zM13 7.5l3.5 3.5M13 20.5h8"/>',
  activities: '<path d="M10 6h11M10 12h11M10 18h11M3 6l1.5 1.5L7 4.5M3 12l1.5 1.5L7 10.5M3 18l1.5 1.5L7 16.5"/>',
  sources: '<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 12.5h7M9 16.5h7"/>',
  help: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5c0-3.5 5-3.5 5 0 0 2-2.5 2-2.5 4M12 16.800v.2"/>',
}
export type MenuIcon = keyof typeof icons

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const wordJoiner = '\u2060'

function cellOf({ icon, title }: { icon: MenuIcon; title: string }): string {
  const escaped = title.replace(/[&<>]/g, (sign) => escapes[sign]!)
  // What stands in brackets isn't to break the words before it, nor a line to end with the first half of ภายใต้.
  const lines = escaped.replace(/ ?(\(.*\))$/, '<small>$1</small>').replace(/ภายใต้/g, `ภาย${wordJoiner}ใต้`)
  return `<div><svg viewBox="0 0 24 24">${icons[icon]}</svg><p>${lines}</p></div>`
}

/** The picture as a page of exactly its size: a browser shapes Thai and breaks its lines as readers expect. */
export function menuPage(areas: readonly { icon: MenuIcon; title: string }[], language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<style>
  html, body { margin: 0; width: ${menuSize.width}px; height: ${menuSize.height}px; overflow: hidden }
  body { display: grid; grid-template-columns: repeat(${menuColumns}, 1fr); grid-template-rows: repeat(${menuRows}, 1fr);
    gap: 6px; background: #d9dad5; color: #1b2226; line-height: 1.4; word-break: auto-phrase;
    font: 600 92px/1.4 'Noto Sans Thai', 'Noto Sans JP', 'Noto Sans CJK JP', 'Leelawadee UI', 'Hiragino Sans', sans-serif }
  div { box-sizing: border-box; padding: 120px 40px 0; background: #fff; text-align: center; text-wrap: balance }
  svg { width: 230px; height: 230px; fill: none; stroke: #0d5c75; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
  p { margin: 36px 0 0 }
  small { display: block; font-size: 64px; font-weight: 400; color: #566068 }
</style>
${areas.map(cellOf).join('\n')}
</html>
`
}
