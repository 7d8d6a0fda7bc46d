import type { KeptSnapshot } from '../search-index/kept-snapshots.ts'

/** A line a version, the one in use marked, with the reason below it when something lost was accepted. */
export function renderSnapshots(snapshots: readonly KeptSnapshot[]): string {
  if (snapshots.length === 0) return 'No version is kept: run `npm run ingest`'
  return snapshots.map(renderSnapshot).join('\n')
}

function renderSnapshot({ version, inUse, created, documents, passages, accepted, damage }: KeptSnapshot): string {
  const mark = inUse ? '*' : ' '
  if (damage !== undefined) return `${mark} ${version}  ${damage}`
  const when = created?.replace('T', ' ').replace('Z', ' UTC')
  const lines = [`${mark} ${version}  ${when}  ${documents} documents, ${passages} passages${inUse ? '  in use' : ''}`]
  if (accepted) lines.push(`    accepted: ${accepted.reason}`, ...accepted.losses.map((loss) => `      lost: ${loss}`))
  return lines.join('\n')
}
