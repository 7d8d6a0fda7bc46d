import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createEmbedding } from '../../src/embedding.ts'
import { writeLargeKnowledge } from '../../src/evaluation/large-knowledge.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { headedText } from '../../src/ingest/passage.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import type { Embedder } from '../../src/models/embedder.ts'
import { termsOf } from '../../src/text/terms.ts'

export interface ScaleFigures {
  passages: number
  /** Seconds to read the documents, cut them into passages, their words and n-grams, and hash the words, and nothing more. */
  readSegmentHash: number
  /** Seconds of a whole ingest. */
  whole: number
  /** Most memory in use at once, in megabytes. */
  megabytes: number
  /** Seconds of an ingest with one changed document. */
  oneChanged: number
  oneChangedEmbedded: number
  /** The same two with a model of which each call of 128 passages takes `latency` milliseconds. */
  latency: number
  wholeWithModel: number
  oneChangedWithModel: number
}

const DOCUMENTS = 500

export async function benchScale(
  folder: string,
  texts: readonly string[],
  { passages, latency }: { passages: number; latency: number },
): Promise<ScaleFigures> {
  const knowledgeDir = join(folder, 'large')
  writeLargeKnowledge(knowledgeDir, texts, {
    documents: DOCUMENTS,
    passagesPerDocument: Math.round(passages / DOCUMENTS),
  })
  const { embedder } = createEmbedding(undefined, 'documents')
  const found = readKnowledge(knowledgeDir).sections.flat().length
  const readSegmentHash = await seconds(async () => {
    const all = readKnowledge(knowledgeDir).sections.flat()
    for (const passage of all) {
      const text = headedText(passage)
      termsOf(text)
      await embedder.embed([text])
    }
  })
  const run = (dataDir: string, by: Embedder) =>
    ingest({ knowledgeDir, dataDir: join(folder, dataDir), embedder: by, now: () => new Date() })
  const whole = await seconds(() => run('hashed', embedder))
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000)
  const model = { ...embedder, model: `slow-${embedder.model}`, embed: slowly(embedder, latency) }
  const wholeWithModel = await seconds(() => run('model', model))
  changeOne(knowledgeDir)
  let oneChangedEmbedded = 0
  const oneChanged = await seconds(async () => {
    oneChangedEmbedded = (await run('hashed', embedder)).embeddedPassages
  })
  const oneChangedWithModel = await seconds(() => run('model', model))
  const times = { readSegmentHash, whole, oneChanged, wholeWithModel, oneChangedWithModel }
  return { passages: found, megabytes, oneChangedEmbedded, latency, ...times }
}

function slowly(embedder: Embedder, latency: number): Embedder['embed'] {
  return async (texts) => {
    await sleep(latency)
    return embedder.embed(texts)
  }
}

function changeOne(knowledgeDir: string): void {
  const file = join(knowledgeDir, 'document-250.md')
  if (readFileSync(file, 'utf8').length > 0) appendFileSync(file, `${'One paragraph more. '.repeat(15)}\n`)
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started) / 1000
}
