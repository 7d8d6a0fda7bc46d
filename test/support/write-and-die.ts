import { writeSnapshot } from '../../src/search-index/snapshot-write.ts'
import { buildSnapshotContent } from './snapshot-content.ts'

/** Run as a process of its own: writes a snapshot of these lines and kills itself where the named stage begins. */
const [dataDir = '', deadly = '', ...lines] = process.argv.slice(2)
await writeSnapshot(dataDir, buildSnapshotContent(lines), {
  now: () => new Date('2026-11-24T10:15:00Z'),
  onStage: (stage) => {
    if (stage === deadly) process.kill(process.pid, 'SIGKILL')
  },
})
