import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { IngestReport } from '../../src/ingest/ingest.ts'
import { renderIngestReport } from '../../src/ingest/render-report.ts'

const report: IngestReport = {
  version: '20261123T101500Z-3f9c2a1b',
  written: true,
  documents: 4,
  passages: 74,
  added: ['d#p1', 'd#p2', 'd#p3', 'd#p4', 'd#p5', 'd#p6'],
  changed: ['d#p7'],
  removed: [],
  unchanged: ['d#p8'],
  embeddingCalls: 1,
  embeddedPassages: 7,
  milliseconds: 1234,
}

describe('renderIngestReport', () => {
  it('is a table whose second column is aligned', () => {
    const lines = renderIngestReport(report, false).split('\n')
    expect(lines).toEqual([
      'documents        4',
      'passages         74',
      'new              6  d#p1 d#p2 d#p3 d#p4 d#p5 …',
      'changed          1  d#p7',
      'removed          0',
      'unchanged        1',
      'embedding calls  1 (7 passages)',
      'time             1.2 s',
      'snapshot         20261123T101500Z-3f9c2a1b (written, in use)',
    ])
    for (const line of lines) expect(stringWidth(/^.*? {2,}/.exec(line)![0])).toBe(17)
  })

  it('says when nothing was written, and why', () => {
    expect(renderIngestReport({ ...report, written: false }, false)).toContain(
      'has this content already, nothing written',
    )
    const checked = renderIngestReport({ ...report, version: undefined, written: false }, true)
    expect(checked).toContain('none yet (checked, nothing written)')
    expect(checked).toContain('7 to embed')
  })

  it('says why the version in use was of no help', () => {
    expect(renderIngestReport({ ...report, discarded: 'vectors.f32 is damaged' }, false)).toMatch(
      /no help: vectors\.f32 is damaged$/,
    )
  })
})
