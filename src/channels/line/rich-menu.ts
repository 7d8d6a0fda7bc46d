import { createHash } from 'node:crypto'
import type { messagingApi } from '@line/bot-sdk'
import type { Language, Passage, Vocabulary } from '../../vocabulary.ts'
import { chatWords } from './chat-words.ts'
import { cutGraphemes } from './measure.ts'

/** What stands for a language's rich menu: https://developers.line.biz/en/docs/messaging-api/switch-rich-menus/ */
export function menuAlias(language: Language): string {
  return `accord-${language}`
}

/** A part of the menu: what's written on it, and what a tap asks. */
export interface MenuArea {
  title: string
  question: string
}

/** Pixels: https://developers.line.biz/en/reference/messaging-api/#rich-menu-object */
export const menuSize = { width: 2_500, height: 1_686 }
export const menuColumns = 3
const rows = 2
/** Graphemes. */
const longestLabel = 20

/** Its areas are asked about by text, so that whoever sees no menu, as on a PC, can do the same. */
const groupQuestions: Readonly<Record<'scope' | 'activities', Readonly<Record<Language, string>>>> = {
  scope: {
    th: 'ขอบเขตความร่วมมือมีอะไรบ้าง',
    en: 'What is the scope of the cooperation?',
    ja: '協力の範囲は何ですか',
  },
  activities: {
    th: 'กิจกรรมภายใต้ความร่วมมือมีอะไรบ้าง',
    en: 'What activities are there under the cooperation?',
    ja: '協力の活動には何がありますか',
  },
}
const menuWords: Readonly<Record<Language, { chatBar: string; help: string }>> = {
  th: { chatBar: 'เมนู', help: 'ช่วยเหลือ' },
  en: { chatBar: 'Menu', help: 'help' },
  ja: { chatBar: 'メニュー', help: 'ヘルプ' },
}

/** Scope, parties, signing, activities, sources and help, titled as the clauses are. Throws when the index lacks one of them. */
export function menuAreas(
  passages: readonly Passage[],
  { questions }: Pick<Vocabulary, 'questions'>,
  language: Language,
): MenuArea[] {
  const clauses = passages.filter((passage) => passage.language === language && passage.clause !== undefined)
  const ofGroup = (group: 'scope' | 'activities'): MenuArea => ({
    title: headingOf(clauses.find((clause) => clause.group === group)?.headings.at(-2), group),
    question: groupQuestions[group][language],
  })
  const ofClause = (id: string): MenuArea => ({
    title: headingOf(clauses.find(({ clause }) => clause === id)?.headings.at(-1), id),
    question: headingOf(questions.find(({ clause }) => clause === id)?.[language][0], id),
  })
  return [
    ofGroup('scope'),
    ofClause('parties'),
    ofClause('signing'),
    ofGroup('activities'),
    ofClause('source-url'),
    { title: chatWords[language].helpLabel, question: menuWords[language].help },
  ]
}

function headingOf(found: string | undefined, id: string): string {
  if (found === undefined) throw new Error(`The index has no title or question of ${id}`)
  return found
}

/** As LINE takes it. Its name has the hash of all that it shows, so another content is another menu. */
export function buildMenu(
  areas: readonly MenuArea[],
  language: Language,
): messagingApi.RichMenuRequest & { name: string } {
  const width = Math.floor(menuSize.width / menuColumns)
  const height = menuSize.height / rows
  const menu = {
    size: menuSize,
    selected: true,
    chatBarText: menuWords[language].chatBar,
    areas: areas.map(({ title, question }, i) => ({
      bounds: { x: (i % menuColumns) * width, y: Math.floor(i / menuColumns) * height, width, height },
      action: { type: 'message' as const, label: cutGraphemes(title, longestLabel), text: question },
    })),
  }
  const hash = createHash('sha256').update(menuPage(areas, language)).update(JSON.stringify(menu)).digest('hex')
  return { ...menu, name: `${menuAlias(language)}-${hash.slice(0, 12)}` }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function cellOf({ title }: MenuArea): string {
  const escaped = title.replace(/[&<>]/g, (sign) => escapes[sign]!)
  // What stands in brackets isn't to break the words before it.
  return `<div><p>${escaped.replace(/ ?\(/, '<br>(')}</p></div>`
}

/** The picture as a page of exactly its size: a browser shapes Thai and breaks its lines as readers expect. */
export function menuPage(areas: readonly MenuArea[], language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<style>
  html, body { margin: 0; width: ${menuSize.width}px; height: ${menuSize.height}px; overflow: hidden }
  body { display: grid; grid-template-columns: repeat(${menuColumns}, 1fr); grid-template-rows: repeat(${rows}, 1fr);
    gap: 8px; background: #d9dad5; color: #1b2226; line-height: 1.5; word-break: auto-phrase;
    font: 600 76px 'Noto Sans Thai', 'Noto Sans JP', 'Noto Sans CJK JP', 'Leelawadee UI', 'Hiragino Sans', sans-serif }
  div { display: flex; align-items: center; justify-content: center; text-align: center; padding: 0 70px; background: #fff;
    border-top: 24px solid #0d5c75; text-wrap: balance }
</style>
${areas.map(cellOf).join('\n')}
</html>
`
}
