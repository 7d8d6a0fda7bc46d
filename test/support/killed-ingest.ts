import { ingest } from '../../src/ingest/ingest.ts'
import { createCountingEmbedder } from './counting-embedder.ts'

/** A process that ingests and kills itself when a stage begins: `node killed-ingest.ts KNOWLEDGE_DIR DATA_DIR STAGE`. */
const [knowledgeDir = '', dataDir = '', fatalStage] = process.argv.slice(2)

await ingest({
  knowledgeDir,
  dataDir,
  embedder: createCountingEmbedder(),
  now: () => new Date(),
  onStage(stage) {
    if (stage === fatalStage) process.kill(process.pid, 'SIGKILL')
  },
})
