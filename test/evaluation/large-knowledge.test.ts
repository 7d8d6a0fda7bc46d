import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeLargeKnowledge } from '../../src/evaluation/large-knowledge.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

it('writes a folder that ingestion accepts, of as many different passages as were asked for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-large-'))
  try {
    const texts = readRealKnowledge().documents.map(({ text }) => text)
    writeLargeKnowledge(folder, [...texts, 'ก าหนด'], { documents: 5, passagesPerDocument: 8 })
    const { documents, sections } = readKnowledge(folder)
    const passages = sections.flat()
    expect(documents).toHaveLength(5)
    expect(passages).toHaveLength(40)
    expect(new Set(passages.map(({ hash }) => hash)).size).toBe(40)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
