import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedding } from '../../src/embedding.ts'
import { type IngestReport, ingest } from '../../src/ingest/ingest.ts'
import type { Golden } from '../../src/refresh/golden-questions.ts'
import { type Changes, findChanges, judge } from '../../src/refresh/review.ts'
import { copyKnowledge, type KnowledgeFolder } from './knowledge-folder.ts'

/** A knowledge folder with an index of it, to be changed and refreshed as `npm run ingest` does. */
export interface RefreshBench extends Disposable {
  folder: KnowledgeFolder
  dataDir: string
  refresh(options?: RefreshOptions): Promise<{ report: IngestReport; changes: Changes | undefined }>
}

export interface RefreshOptions {
  accept?: string
  check?: boolean
  golden?: Golden
  onChanges?: (changes: Changes) => void
}

export function createRefreshBench(): RefreshBench {
  const folder = copyKnowledge()
  const dataDir = mkdtempSync(join(tmpdir(), 'accord-refresh-'))
  const embedding = createEmbedding(undefined, 'documents')
  let seconds = 0
  return {
    folder,
    dataDir,
    async refresh({ accept, check = false, golden, onChanges } = {}) {
      let changes: Changes | undefined
      const report = await ingest({
        knowledgeDir: folder.path,
        dataDir,
        embedder: embedding.embedder,
        now: () => new Date(Date.UTC(2026, 10, 24, 0, 0, seconds++)),
        check,
        async review(refresh) {
          changes = await findChanges(refresh, { ...embedding, ...(golden && { golden }) })
          onChanges?.(changes)
          return judge(changes, accept)
        },
      })
      return { report, changes }
    },
    [Symbol.dispose]() {
      folder[Symbol.dispose]()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
