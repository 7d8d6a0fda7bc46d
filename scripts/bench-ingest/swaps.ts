import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answering, openAnswering } from '../../src/answering.ts'
import type { Config } from '../../src/config.ts'
import { createEmbedding } from '../../src/embedding.ts'
import { describeError } from '../../src/errors.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { openSearchIndex, type SearchIndex } from '../../src/search-index/search-index.ts'
import { setCurrentVersion } from '../../src/search-index/version-history.ts'
import type { Answer } from '../../src/vocabulary.ts'

export interface SwapFigures {
  swaps: number
  answers: number
  lost: number
  /** Answers of which a quote or a sentence isn't of the version that they name. */
  mixed: number
  /** Milliseconds from the rename to the first answer of the new version's process, at most. */
  slowestSwap: number
}

const EDITIONS = 4
const ASKING_AT_ONCE = 8
const QUESTIONS = [
  'When was the new MoC signed?',
  'MoC ฉบับเดิมหมดอายุเมื่อไหร่',
  '覚書の当事者は誰ですか',
  'What is the scope?',
]

/** Asks without pause while the version in use is swapped, with the interval at which a running Accord looks. */
export async function benchSwaps(config: Config, folder: string, swaps: number): Promise<SwapFigures> {
  const dataDir = join(folder, 'data')
  const editions = await writeEditions(config, folder, dataDir)
  await using answering = await openAnswering({ ...config, dataDir }, { now: Date.now, keepsReceipts: false })
  const answers: Answer[] = []
  const lost: string[] = []
  let swapping = true
  const askOn = async () => {
    for (let at = 0; swapping; at++) {
      try {
        answers.push(await answering.ask({ question: QUESTIONS[at % QUESTIONS.length]! }))
      } catch (error) {
        lost.push(describeError(error))
      }
      await sleep(10)
    }
  }
  const asking = Array.from({ length: ASKING_AT_ONCE }, askOn)
  const versions = [...editions.keys()]
  let slowestSwap = 0
  for (let swap = 0; swap < swaps; swap++) {
    const taken = await swapTo(dataDir, versions[swap % versions.length]!, answering)
    slowestSwap = Math.max(slowestSwap, taken)
  }
  swapping = false
  await Promise.all(asking)
  const mixed = answers.filter((answer) => !isWholeIn(answer, editions.get(answer.indexVersion)))
  return {
    swaps,
    answers: answers.length,
    lost: lost.length,
    mixed: mixed.length,
    slowestSwap: Math.round(slowestSwap),
  }
}

/** Versions in which everything stands at another place. */
async function writeEditions(config: Config, folder: string, dataDir: string): Promise<Map<string, SearchIndex>> {
  const knowledgeDir = join(folder, 'editions')
  mkdirSync(folder, { recursive: true })
  cpSync(config.knowledgeDir, knowledgeDir, { recursive: true })
  const { embedder } = createEmbedding(undefined, 'documents')
  const editions = new Map<string, SearchIndex>()
  for (let edition = 1; edition <= EDITIONS; edition++) {
    for (const language of ['th', 'en', 'ja']) {
      const file = join(knowledgeDir, `clauses.${language}.md`)
      writeFileSync(file, readFileSync(file, 'utf8').replace('\n---\n', `\n---\nEdition ${edition}.\n`))
    }
    const now = () => new Date(Date.UTC(2026, 0, 1, 0, 0, edition))
    const { version } = await ingest({ knowledgeDir, dataDir, embedder, now })
    editions.set(version!, await openSearchIndex(dataDir))
  }
  return editions
}

async function swapTo(dataDir: string, version: string, answering: Answering): Promise<number> {
  const started = performance.now()
  setCurrentVersion(dataDir, version)
  while (answering.index().version !== version) await sleep(5)
  return performance.now() - started
}

function isWholeIn({ statements, sources }: Answer, index: SearchIndex | undefined): boolean {
  if (index === undefined) return false
  const texts = index.passages.map(({ text }) => text)
  return (
    statements.every(({ text }) => texts.some((passage) => passage.includes(text))) &&
    sources.every(({ documentId, start, end, quote }) => {
      return index.documents.get(documentId)?.text.slice(start, end) === quote
    })
  )
}
