import { createHash } from 'node:crypto'
import type { SnapshotContent } from '../../src/search-index/snapshot.ts'
import { termsOf } from '../../src/text/terms.ts'
import type { Document, Passage } from '../../src/vocabulary.ts'
import { randomUnitVectors } from './random-vectors.ts'

const SENTENCES = ['ไทยและญี่ปุ่นลงนามบันทึกความร่วมมือ', 'คณะรัฐมนตรีเห็นชอบร่างบันทึก', 'คลื่นความถี่วิทยุและ 5G']
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A small whole snapshot: one document, a passage a line, two passages a section. */
export function buildSnapshotContent(lines: readonly string[] = SENTENCES, dimension = 8): SnapshotContent {
  const text = lines.join('\n')
  const document: Document = {
    id: 'release',
    title: 'มติคณะรัฐมนตรี',
    kind: 'cabinet-release',
    language: 'th',
    publisher: 'สำนักเลขาธิการคณะรัฐมนตรี',
    published: '2022-08-02',
    url: 'https://example.org/release',
    status: 'draft-approved',
    file: 'release.th.md',
    text,
    hash: sha256(text),
  }
  let start = 0
  const passages = lines.map((line, i): Passage => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    const headings = [document.title]
    const identity = { id: `release#p${i + 1}`, documentId: document.id, language: document.language }
    return { ...identity, ...span, text: line, headings, hash: sha256(line) }
  })
  const sectionOf = lines.map((_, i) => Math.floor(i / 2))
  const sections = Array.from({ length: Math.ceil(lines.length / 2) }, (_, i) => lines.slice(2 * i, 2 * i + 2))
  return {
    documents: [document],
    passages,
    vocabulary: { terms: [], gaps: [], questions: [] },
    units: lines.map(termsOf),
    sections: sections.map((section) => termsOf(section.join('\n'))),
    sectionOf,
    vectors: randomUnitVectors(lines.length, dimension),
    embedding: { model: 'test-model', dimension },
    refusalRatio: 0.3,
    recipe: sha256('recipe'),
  }
}
