import { createHash } from 'node:crypto'
import type { messagingApi } from '@line/bot-sdk'
import type { Language, Passage, Vocabulary } from '../../vocabulary.ts'
import { chatWords } from './chat-words.ts'
import { cutGraphemes } from './measure.ts'
import { type MenuIcon, menuColumns, menuPage, menuRows, menuSize } from './menu-page.ts'

/** What stands for a language's rich menu: https://developers.line.biz/en/docs/messaging-api/switch-rich-menus/ */
export function menuAlias(language: Language): string {
  return `accord-${language}`
}

/** A part of the menu: what's drawn and written on it, and what a tap asks. */
export interface MenuArea {
  icon: MenuIcon
  title: string
  question: string
}

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
    icon: group,
    title: headingOf(clauses.find((clause) => clause.group === group)?.headings.at(-2), group),
    question: groupQuestions[group][language],
  })
  const ofClause = (id: string, icon: MenuIcon): MenuArea => ({
    icon,
    title: headingOf(clauses.find(({ clause }) => clause === id)?.headings.at(-1), id),
    question: headingOf(questions.find(({ clause }) => clause === id)?.[language][0], id),
  })
  return [
    ofGroup('scope'),
    ofClause('parties', 'parties'),
    ofClause('signing', 'signing'),
    ofGroup('activities'),
    ofClause('source-url', 'sources'),
    { icon: 'help', title: chatWords[language].helpLabel, question: menuWords[language].help },
  ]
}

function headingOf(found: string | undefined, id: string): string {
  if (found === undefined) throw new Error(`The index has no title or question of ${id}`)
  return found
}

/** What a screen reader says: of "Scope (examples)", the scope. */
function withoutBrackets(title: string): string {
  return title.replace(/ ?\(.*\)$/, '')
}

/** As LINE takes it. Its name has the hash of all that it shows, so another content is another menu. */
export function buildMenu(
  areas: readonly MenuArea[],
  language: Language,
): messagingApi.RichMenuRequest & { name: string } {
  const width = Math.floor(menuSize.width / menuColumns)
  const height = menuSize.height / menuRows
  const menu = {
    size: menuSize,
    selected: true,
    chatBarText: menuWords[language].chatBar,
    areas: areas.map(({ title, question }, i) => ({
      bounds: { x: (i % menuColumns) * width, y: Math.floor(i / menuColumns) * height, width, height },
      action: { type: 'message' as const, label: cutGraphemes(withoutBrackets(title), longestLabel), text: question },
    })),
  }
  const hash = createHash('sha256').update(menuPage(areas, language)).update(JSON.stringify(menu)).digest('hex')
  return { ...menu, name: `${menuAlias(language)}-${hash.slice(0, 12)}` }
}
