import type { Answer, Language, Note, NoteKind, Source } from '../../vocabulary.ts'
import { createPaint, type Style } from './paint.ts'
import { words } from './words.ts'
import { wrapText } from './wrap-text.ts'

export interface RenderOptions {
  /** Columns of the terminal. */
  width: number
  colour: boolean
  /** Title of a stored document, for the originals; its id is shown where this knows none. */
  titleOf?: (documentId: string) => string | undefined
}

const noBreak = '\u00a0'

/** An answer as a terminal shows it, without a last line break. */
export function renderAnswer(answer: Answer, options: RenderOptions): string {
  const { width } = options
  const say = words[answer.language]
  const paint = createPaint(options.colour)

  function statements(): string[] {
    const mark = answer.statements.length > 1 ? '• ' : ''
    return answer.statements.flatMap(({ text, citations }) => hang(mark, cited(text, citations)))
  }

  function hang(mark: string, text: string): string[] {
    const margin = ' '.repeat(mark.length)
    return wrapText(text, width - mark.length).map((line, index) => (index === 0 ? mark : margin) + markCitations(line))
  }

  function markCitations(line: string): string {
    return line.replaceAll(noBreak, ' ').replace(/\[\d+\]/gu, (number) => paint('cyan', number))
  }

  function notes(wanted: (kind: NoteKind) => boolean): string[][] {
    return answer.notes.filter(({ kind }) => wanted(kind)).map(note)
  }

  function note({ kind, text, citations }: Note): string[] {
    const style: Style = kind === 'premise' ? ['bold', 'yellow'] : ['bold', 'blue']
    return [paint(style, `▸ ${say.note[kind]}`), ...hang('  ', cited(text, citations))]
  }

  function source(found: Source): string[] {
    const number = `[${found.number}]`
    const margin = ' '.repeat(number.length + 1)
    const title = found.kind === 'clauses' ? `${found.documentTitle} (${say.summary})` : found.documentTitle
    const about = [title, found.clause, longDate(found.published, answer.language), found.url]
    const [first = '', ...rest] = joined(about, width - margin.length)
    const lines = [`${paint('cyan', number)} ${first}`, ...rest.map((line) => margin + line)]
    return [...lines, ...quotation(found.quote, margin), ...original(found, margin)]
  }

  function original({ original }: Source, margin: string): string[] {
    if (!original) return []
    const title = titleOf(original.documentId)
    const about = [say.original, title, languageName(original.language, answer.language)]
    const lines = joined(about, width - margin.length).map((line) => margin + paint('italic', line))
    return [...lines, ...quotation(original.quote, margin)]
  }

  function titleOf(documentId: string): string {
    const cited = answer.sources.find((source) => source.documentId === documentId)
    return options.titleOf?.(documentId) ?? cited?.documentTitle ?? documentId
  }

  function quotation(text: string, margin: string): string[] {
    const bar = `${margin}│ `
    return wrapText(text, width - bar.length).map((line) => paint('dim', bar + line))
  }

  const blocks: string[][] = []
  // A note that says what is missing says more than the status.
  if (answer.status !== 'answered' && !answer.notes.some(({ kind }) => kind === 'nearest'))
    blocks.push(wrapText(say.status[answer.status], width).map((line) => paint('bold', line)))
  // What the question got wrong comes before the answer to it.
  blocks.push(...notes((kind) => kind === 'premise'), statements(), ...notes((kind) => kind !== 'premise'))
  if (answer.sources.length > 0) blocks.push([paint('bold', say.sources)], ...answer.sources.map(source))
  if (answer.suggestions.length > 0) {
    blocks.push([paint('bold', say.suggestions), ...answer.suggestions.flatMap((question) => hang('› ', question))])
  }
  const foot = [`${say.receipt} ${answer.id}`, `${say.indexVersion} ${answer.indexVersion}`]
  if (answer.mode === 'generated') foot.push(say.generated)
  blocks.push(joined(foot, width).map((line) => paint('dim', line)))
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function cited(text: string, citations: number[]): string {
  return citations.length === 0 ? text : `${text}${noBreak}${citations.map((number) => `[${number}]`).join('')}`
}

/** Parts with a dot between them, but none at the end of a line. */
function joined(parts: (string | undefined)[], width: number): string[] {
  return wrapText(parts.filter(Boolean).join(' · '), width).map((line) =>
    line.replace(/ ·$/u, '').replaceAll(noBreak, ' '),
  )
}

function longDate(isoDate: string, language: Language): string {
  const locale = { th: 'th-u-ca-buddhist', en: 'en-GB', ja: 'ja' }[language]
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date(isoDate))
    .replaceAll(' ', noBreak)
}

function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
}
