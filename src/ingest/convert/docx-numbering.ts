import { attributeOf, childOf, childrenOf, type Xml } from './docx-xml.ts'
import { writeNumber } from './number-formats.ts'

/** A level of a list: https://ooxml.info/docs/17/17.9/17.9.6 */
interface Level {
  start: number
  format: string
  /** Such as `ข้อ %1.%2`. */
  text: string
  suffix: string
  /** All numbers in it are written in digits. */
  isLegal: boolean
  /** After which level, from 1, it begins anew; after each above it unless set, never when 0. */
  restartAfter?: number
  /** The style whose paragraphs are of this level. */
  style?: string
}

/** A list: its counters are those of its definition, which other lists may share. */
interface List {
  definition: string
  levels: ReadonlyMap<number, Level>
  /** Where it begins anew, on its first use. */
  starts: ReadonlyMap<number, number>
}

type Lists = ReadonlyMap<string, List>

interface Place {
  list: string
  level: number
}

interface Style {
  list?: string
  level?: number
  basedOn?: string
}

/** What Word writes before a paragraph, with the space after it. Undefined: nothing, or a bullet. */
export type Numbering = (paragraph: Xml) => { label: string } | { unknown: string } | undefined

/**
 * Numbers paragraphs as Word does, if it's asked for all of them in their order. mammoth tells neither what stands around a number
 * ("ข้อ ๓") nor the number of a list that goes on after another paragraph.
 */
export function createNumbering(numbering: Xml | undefined, styles: Xml | undefined): Numbering {
  const known = readStyles(styles)
  const lists = readLists(numbering, known)
  const counters = new Map<string, (number | undefined)[]>()
  const used = new Set<string>()

  return (paragraph) => {
    const place = placeOf(childOf(paragraph, 'pPr'), known, lists)
    const list = place && lists.get(place.list)
    const level = list?.levels.get(place!.level)
    if (place === undefined || list === undefined || level === undefined) return undefined
    const counts = counters.get(list.definition) ?? []
    counters.set(list.definition, counts)
    if (!used.has(place.list)) for (const at of list.starts.keys()) counts[at] = undefined
    used.add(place.list)
    count(counts, place.level, list)
    return level.format === 'bullet' ? undefined : labelOf(level, counts, list.levels)
  }
}

function count(counts: (number | undefined)[], at: number, { levels, starts }: List): void {
  const startOf = (level: number) => starts.get(level) ?? levels.get(level)?.start ?? 1
  for (let above = 0; above < at; above++) counts[above] ??= startOf(above)
  const before = counts[at]
  counts[at] = before === undefined ? startOf(at) : before + 1
  for (const [below, { restartAfter }] of levels) {
    if (below > at && (restartAfter === undefined || at < restartAfter)) counts[below] = undefined
  }
}

function labelOf(
  { text, suffix, isLegal }: Level,
  counts: readonly (number | undefined)[],
  levels: ReadonlyMap<number, Level>,
): { label: string } | { unknown: string } {
  let unknown: string | undefined
  const label = text.replace(/%([1-9])/gu, (_, nth: string) => {
    const at = Number(nth) - 1
    const level = levels.get(at)
    const format = isLegal ? 'decimal' : (level?.format ?? 'decimal')
    const written = writeNumber(counts[at] ?? level?.start ?? 1, format)
    if (written === undefined) unknown = format
    return written ?? ''
  })
  if (unknown !== undefined) return { unknown }
  return { label: label === '' || suffix === 'nothing' ? label : `${label} ` }
}

function placeOf(properties: Xml | undefined, styles: Styles, lists: Lists): Place | undefined {
  const own = childOf(properties, 'numPr')
  const styleId = attributeOf(childOf(properties, 'pStyle'), 'val') ?? styles.byDefault
  const styled = placeOfStyle(styleId, styles, lists)
  const list = attributeOf(childOf(own, 'numId'), 'val') ?? styled?.list
  const level = attributeOf(childOf(own, 'ilvl'), 'val') ?? (list === styled?.list ? styled?.level : undefined) ?? 0
  return list === undefined ? undefined : { list, level: Number(level) }
}

/** Of the style, or of the first that it's based on and that has a list. */
function placeOfStyle(id: string | undefined, { byId }: Styles, lists: Lists): Place | undefined {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at); at = byId.get(at)?.basedOn) {
    seen.add(at)
    const { list, level } = byId.get(at) ?? {}
    if (list === undefined) continue
    const linked = [...(lists.get(list)?.levels ?? [])].find(([, { style }]) => style === at)?.[0]
    return { list, level: linked ?? level ?? 0 }
  }
  return undefined
}

interface Styles {
  byId: ReadonlyMap<string, Style>
  byDefault?: string
}

function readStyles(styles: Xml | undefined): Styles {
  const byId = new Map<string, Style>()
  let byDefault: string | undefined
  for (const style of styles === undefined ? [] : childrenOf(styles, 'style')) {
    const id = attributeOf(style, 'styleId') ?? ''
    const list = childOf(childOf(style, 'pPr'), 'numPr')
    const [number, level] = ['numId', 'ilvl'].map((name) => attributeOf(childOf(list, name), 'val'))
    const basedOn = attributeOf(childOf(style, 'basedOn'), 'val')
    byId.set(id, {
      ...(number !== undefined && { list: number }),
      ...(level !== undefined && { level: Number(level) }),
      ...(basedOn !== undefined && { basedOn }),
    })
    const isDefault = ['1', 'true', 'on'].includes(attributeOf(style, 'default') ?? '')
    if (isDefault && attributeOf(style, 'type') === 'paragraph') byDefault = id
  }
  return { byId, ...(byDefault !== undefined && { byDefault }) }
}

function readLists(numbering: Xml | undefined, { byId }: Styles): Map<string, List> {
  const lists = new Map<string, List>()
  if (numbering === undefined) return lists
  const definitions = new Map(
    childrenOf(numbering, 'abstractNum').map((one) => [attributeOf(one, 'abstractNumId'), one]),
  )
  const definitionOf = new Map(
    childrenOf(numbering, 'num').map((list) => [
      attributeOf(list, 'numId'),
      attributeOf(childOf(list, 'abstractNumId'), 'val'),
    ]),
  )
  for (const list of childrenOf(numbering, 'num')) {
    const own = attributeOf(childOf(list, 'abstractNumId'), 'val')
    const link = attributeOf(childOf(definitions.get(own), 'numStyleLink'), 'val')
    const definition = (link === undefined ? own : definitionOf.get(byId.get(link)?.list)) ?? ''
    const levels = new Map<number, Level>()
    for (const level of childrenOfAny(definitions.get(definition), 'lvl'))
      levels.set(levelNumber(level), readLevel(level))
    const starts = new Map<number, number>()
    for (const override of childrenOf(list, 'lvlOverride')) {
      const level = childOf(override, 'lvl')
      const start = attributeOf(childOf(override, 'startOverride'), 'val')
      if (level !== undefined) levels.set(levelNumber(override), readLevel(level))
      if (start !== undefined) starts.set(levelNumber(override), Number(start))
    }
    lists.set(attributeOf(list, 'numId') ?? '', { definition, levels, starts })
  }
  return lists
}

const childrenOfAny = (parent: Xml | undefined, name: string) => (parent === undefined ? [] : childrenOf(parent, name))

const levelNumber = (level: Xml) => Number(attributeOf(level, 'ilvl') ?? 0)

function readLevel(level: Xml): Level {
  const value = (name: string) => attributeOf(childOf(level, name), 'val')
  const legal = childOf(level, 'isLgl')
  const restart = value('lvlRestart')
  const style = value('pStyle')
  // A format of one's own stands among alternatives.
  const isOwn = childOf(level, 'AlternateContent') !== undefined
  return {
    start: Number(value('start') ?? 0),
    format: isOwn ? 'a format of its own' : (value('numFmt') ?? 'decimal'),
    text: value('lvlText') ?? '',
    suffix: value('suff') ?? 'tab',
    isLegal: legal !== undefined && !['0', 'false', 'off'].includes(attributeOf(legal, 'val') ?? ''),
    ...(restart !== undefined && { restartAfter: Number(restart) }),
    ...(style !== undefined && { style }),
  }
}
