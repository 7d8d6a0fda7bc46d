import stringWidth from 'string-width'
import type { IngestReport } from './ingest.ts'

const SHOWN_IDS = 5

/** A table for a terminal, aligned by display width. */
export function renderIngestReport(report: IngestReport, check: boolean): string {
  const { version, written, added, changed, removed, unchanged, embeddingCalls, embeddedPassages } = report
  const embedded = check ? `${embeddedPassages} to embed` : `${embeddingCalls} (${embeddedPassages} passages)`
  const rows: [string, string][] = [
    ['documents', String(report.documents)],
    ['passages', String(report.passages)],
    ['new', countWithIds(added)],
    ['changed', countWithIds(changed)],
    ['removed', countWithIds(removed)],
    ['unchanged', String(unchanged.length)],
    ['embedding calls', embedded],
    ['time', `${(report.milliseconds / 1000).toFixed(1)} s`],
    ['snapshot', `${version ?? 'none yet'} (${outcome(written, check)})`],
  ]
  const width = Math.max(...rows.map(([name]) => stringWidth(name)))
  const lines = rows.map(([name, value]) => `${name}${' '.repeat(width - stringWidth(name))}  ${value}`)
  const note = report.discarded === undefined ? [] : [`The version in use was of no help: ${report.discarded}`]
  return [...lines, ...note].join('\n')
}

function outcome(written: boolean, check: boolean): string {
  if (check) return 'checked, nothing written'
  return written ? 'written, in use' : 'has this content already, nothing written'
}

function countWithIds(ids: readonly string[]): string {
  if (ids.length === 0) return '0'
  const more = ids.length > SHOWN_IDS ? ' …' : ''
  return `${ids.length}  ${ids.slice(0, SHOWN_IDS).join(' ')}${more}`
}
