import type { ReceiptCheck, SaidStatement, Standing } from '../../receipt.ts'
import { createPaint, type Style } from './paint.ts'
import { wrapText } from './wrap-text.ts'

export interface RenderReceiptOptions {
  /** Columns of the terminal. */
  width: number
  colour: boolean
}

interface Mark {
  style: Style
  mark: string
}

const MARKS: Readonly<Record<'same' | 'changed' | 'gone', Mark>> = {
  same: { style: 'green', mark: '✓' },
  changed: { style: 'yellow', mark: '≠' },
  gone: { style: 'red', mark: '✗' },
}

/** A receipt and how it stands today, as a terminal shows it, without a last line break. In English: it's for who runs Accord. */
export function renderReceipt(check: ReceiptCheck, { width, colour }: RenderReceiptOptions): string {
  const { receipt } = check
  const paint = createPaint(colour)

  function hang(mark: string, text: string): string[] {
    const margin = ' '.repeat(mark.length)
    return wrapText(text, width - mark.length).map((line, index) => (index === 0 ? mark : margin) + line)
  }

  function marked({ style, mark }: Mark, text: string): string[] {
    const [first = '', ...rest] = hang(`${mark} `, text)
    return [paint(style, mark) + first.slice(mark.length), ...rest]
  }

  function dim(margin: string, text: string): string[] {
    return hang(margin, text).map((line) => paint('dim', line))
  }

  function heading(text: string): string {
    return paint('bold', text)
  }

  function verdict(): string[] {
    const { status } = receipt
    const lines = check.holds
      ? marked(MARKS.same, 'The same answer would hold on the index in use.')
      : marked(MARKS.gone, 'The same answer would not hold any more on the index in use.')
    // Whether a source states by now what none did is told by asking, not by the receipt.
    if (status === 'answered' || receipt.indexVersion === check.indexVersion) return lines
    return [
      ...lines,
      ...hang('  ', 'What it left unanswered is not checked: the index has changed since, so ask again.'),
    ]
  }

  function about(): string[] {
    const { status, language, mode, model, fallback, questionHash, indexVersion } = receipt
    const rows: [label: string, ...texts: (string | undefined)[]][] = [
      ['asked', `${longTime(receipt.at)} UTC`],
      ['question', questionHash],
      ['answer', status, languageName(language), mode],
      ['model', model, fallback && `not used: ${fallback}`],
      ['index', indexVersion, indexVersion === check.indexVersion ? 'in use' : `now ${check.indexVersion}`],
      ['rules', receipt.rules.join(' · ')],
    ]
    return rows.flatMap(([label, ...texts]) => {
      const text = texts.filter(Boolean).join(' · ')
      return text === '' ? [] : row(label, text)
    })
  }

  function row(label: string, text: string): string[] {
    const [first = '', ...rest] = hang(label.padEnd(10), text)
    return [paint('dim', first.slice(0, 10)) + first.slice(10), ...rest]
  }

  function said(statement: SaidStatement & { today: Standing }): string[] {
    const { text, quotes, today } = statement
    const lines = marked(today.holds ? MARKS.same : MARKS.gone, text)
    if (!today.holds) lines.push(...hang('  ', `${today.rule}: ${today.reason}`).map((line) => paint('red', line)))
    for (const { passageId, quote } of quotes) {
      lines.push(...dim('  ', passageId))
      if (quote !== text) lines.push(...wrapText(quote, width - 4).map((line) => paint('dim', `  │ ${line}`)))
    }
    return lines
  }

  function passage({ id, hash, today }: ReceiptCheck['passages'][number]): string[] {
    return [...marked(MARKS[today], `${id} · ${today}`), ...dim('  ', hash)]
  }

  const sections: [title: string, lines: string[]][] = [
    ['Said', check.statements.flatMap(said)],
    ['Notes', check.notes.flatMap(said)],
    ['Passages', check.passages.flatMap(passage)],
    ['Not said', check.dropped.flatMap(({ rule, reason }) => hang('• ', `${rule}: ${reason}`))],
  ]
  const filled = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => [heading(title), ...lines])
  return [[heading(`Receipt ${receipt.id}`)], verdict(), about(), ...filled]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function longTime(isoTime: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(isoTime),
  )
}

function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
}
