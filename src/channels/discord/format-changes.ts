import { type APIButtonComponentWithURL, ButtonStyle, ComponentType } from 'discord.js'
import type { ChangeKind, ChangeSummary, Language, ShownChange } from '../../vocabulary.ts'
import { escapeLine, webAddress } from './escape.ts'
import { fits, shorten } from './fit.ts'
import { buildMessage, type DiscordMessage, type PlainMessage } from './message.ts'

/** UTF-16 units; what is longer can be read on the page. */
const titleLength = 80
const placeLength = 60
const wordingLength = 160
const versionLength = 60

/** A channel has no one language: what heads the message is said in all three, what belongs to a document in its own. */
const title = 'เอกสารเปลี่ยนแปลง · The documents have changed · 文書が変わりました'
const inUse = 'รุ่นที่ใช้ · Now in use · 使用中の版'
const kinds: readonly [kind: ChangeKind, name: string][] = [
  ['changed', 'เปลี่ยน · Changed · 変更'],
  ['removed', 'ถูกลบ · Removed · 削除'],
  ['added', 'ใหม่ · New · 新規'],
]
const countsOf = ({ counts }: ChangeSummary) => kinds.map(([kind, name]) => `${name}: **${counts[kind]}**`).join('\n')
const more = (count: number) => `-# อีก ${count} รายการ · ${count} more · ほか${count}件`
const sourcesLabel = 'เอกสาร · Documents · 文書'

const words: Record<Language, { before: string; after: string; passages: (count: number) => string }> = {
  th: { before: 'เดิม', after: 'ปัจจุบัน', passages: (count) => `ทั้งเอกสาร ${count} ข้อความ` },
  en: {
    before: 'Before',
    after: 'Now',
    passages: (count) => `the whole document, ${count} ${count === 1 ? 'passage' : 'passages'}`,
  },
  ja: { before: '変更前', after: '現在', passages: (count) => `文書全体（${count}件の記述）` },
}

/** What a new snapshot changed, in one message: as much of it as there is room for, some of each kind, and how much more there is. */
export function formatChanges(summary: ChangeSummary, publicUrl?: string): DiscordMessage {
  const head = headOf(summary)
  let chosen = new Set<ShownChange>()
  for (const change of byTurns(summary.shown)) {
    const grown = new Set([...chosen, change])
    if (fits(textsOf(head, summary, grown))) chosen = grown
  }
  const link = sourcesLink(publicUrl)
  return buildMessage({ texts: textsOf(head, summary, chosen), ...(link && { links: [link] }) })
}

/** The same without a word of the documents. */
export function formatChangesPlainly(summary: ChangeSummary, publicUrl?: string): PlainMessage {
  const link = sourcesLink(publicUrl)
  const address = link === undefined ? '' : `\n<${link.url}>`
  return { content: `${headOf(summary)}${address}`, allowedMentions: { parse: [] } }
}

function headOf(summary: ChangeSummary): string {
  const { version, versionBefore } = summary
  return `**${title}**\n${inUse}: ${versionLabel(version)} (← ${versionLabel(versionBefore)})\n${countsOf(summary)}`
}

const versionLabel = (version: string) => escapeLine(shorten(version, versionLength))

function textsOf(head: string, { shown, more: unlisted }: ChangeSummary, chosen: ReadonlySet<ShownChange>): string[] {
  const sections = kinds.flatMap(([kind, name]) => {
    const blocks = shown.filter((change) => change.kind === kind && chosen.has(change)).map(blockOf)
    return blocks.length === 0 ? [] : [[`**${name}**`, ...blocks].join('\n')]
  })
  const left = unlisted + shown.length - chosen.size
  return [head, ...sections, ...(left > 0 ? [more(left)] : [])]
}

function blockOf({ documentTitle, language, place, before, after, passages }: ShownChange): string {
  const { before: old, after: now, passages: whole } = words[language]
  const where = [
    shorten(documentTitle, titleLength),
    place === undefined ? '' : shorten(place, placeLength),
    passages === undefined ? '' : whole(passages),
  ]
  const wording = (label: string, text: string | undefined) =>
    text === undefined ? [] : [`> **${label}** ${escapeLine(shorten(text, wordingLength))}`]
  const heading = where
    .filter((part) => part !== '')
    .map(escapeLine)
    .join(' · ')
  return [`- ${heading}`, ...wording(old, before), ...wording(now, after)].join('\n')
}

/** The first of each kind, then the second of each, so that none has all the room. */
function byTurns(shown: readonly ShownChange[]): ShownChange[] {
  const of = (wanted: ChangeKind) => shown.filter(({ kind }) => kind === wanted)
  const rows = kinds.map(([kind]) => of(kind))
  const longest = Math.max(...rows.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row.slice(at, at + 1))).flat()
}

function sourcesLink(publicUrl: string | undefined): APIButtonComponentWithURL | undefined {
  const url = publicUrl === undefined ? undefined : webAddress(`${publicUrl.replace(/\/+$/, '')}/sources`)
  return url === undefined
    ? undefined
    : { type: ComponentType.Button, style: ButtonStyle.Link, label: sourcesLabel, url }
}
