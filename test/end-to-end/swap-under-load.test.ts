import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Answering, openAnswering } from '../../src/answering.ts'
import { parseConfig } from '../../src/config.ts'
import { createEmbedding } from '../../src/embedding.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { openSearchIndex, type SearchIndex } from '../../src/search-index/search-index.ts'
import { setCurrentVersion } from '../../src/search-index/version-history.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { copyKnowledge } from '../support/knowledge-folder.ts'

const EDITIONS = 4
const SWAPS = 50
const ASKING_AT_ONCE = 4
const QUESTIONS = ['When was the memorandum signed?', 'What is the scope about 5G?', 'ลงนามเมื่อไหร่']

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'accord-load-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

describe('answers while the index is swapped', () => {
  it('come to every question, each from one snapshot alone', { timeout: 120_000 }, async () => {
    const editions = await writeEditions()
    const config = parseConfig({ DATA_DIR: dataDir })
    const problems: unknown[] = []
    await using answering = await openAnswering(config, {
      now: Date.now,
      lookInterval: 2,
      onProblem: (error) => problems.push(error),
    })
    let swapping = true
    const askOn = async () => {
      const answers: Answer[] = []
      while (swapping) {
        answers.push(await answering.ask({ question: QUESTIONS[answers.length % QUESTIONS.length]! }))
        await sleep(1)
      }
      return answers
    }
    const asking = Array.from({ length: ASKING_AT_ONCE }, askOn)
    const versions = [...editions.keys()]
    for (let swap = 0; swap < SWAPS; swap++) await swapTo(versions[swap % versions.length]!, answering)
    swapping = false
    const answers = (await Promise.all(asking)).flat()

    expect(problems).toEqual([])
    expect(new Set(answers.map(({ indexVersion }) => indexVersion)).size).toBe(EDITIONS)
    expect(answers.filter((answer) => !isWholeIn(answer, editions.get(answer.indexVersion)))).toEqual([])
  })
})

/** Versions that say the same at other places and of another edition. */
async function writeEditions(): Promise<Map<string, SearchIndex>> {
  using folder = copyKnowledge()
  const { embedder } = createEmbedding(undefined, 'documents')
  const editions = new Map<string, SearchIndex>()
  for (let edition = 1; edition <= EDITIONS; edition++) {
    folder.edit('clauses.en.md', 'This summarises', `Edition ${edition}. This summarises`)
    folder.edit('clauses.en.md', 'secure 5G.', `secure${' and secure'.repeat(edition)} 5G.`)
    const now = () => new Date(Date.UTC(2026, 10, 23, 0, 0, edition))
    const { version } = await ingest({ knowledgeDir: folder.path, dataDir, embedder, now })
    editions.set(version!, await openSearchIndex(dataDir))
    folder.edit('clauses.en.md', ' and secure'.repeat(edition), '')
  }
  return editions
}

async function swapTo(version: string, answering: Answering): Promise<void> {
  setCurrentVersion(dataDir, version)
  while (answering.index().version !== version) await sleep(1)
  await sleep(5)
}

function isWholeIn({ statements, sources }: Answer, index: SearchIndex | undefined): boolean {
  if (index === undefined || statements.length === 0) return false
  const texts = index.passages.map(({ text }) => text)
  return (
    statements.every(({ text }) => texts.some((passage) => passage.includes(text))) &&
    sources.every(({ documentId, start, end, quote }) => {
      return index.documents.get(documentId)?.text.slice(start, end) === quote
    })
  )
}
