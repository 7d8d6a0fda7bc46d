import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SnapshotContent } from './snapshot.ts'

export const FORMAT_VERSION = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const manifestSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  created: z.iso.datetime(),
  embedding: z.strictObject({ model: z.string().min(1), dimension: z.int().positive() }),
  refusalRatio: z.number().nonnegative(),
  /** SHA-256 of each source file, by its path below the knowledge folder. */
  sources: z.record(z.string(), sha256),
  /** SHA-256 of each passage's headings and text, by its id. */
  passages: z.record(z.string(), sha256),
  /** SHA-256 of each other file of the snapshot, by its name. */
  files: z.record(z.string(), sha256),
  /** SHA-256 of all of the above but `created`: equal content, equal hash. */
  snapshot: sha256,
})

/** What a snapshot says of itself, `manifest.json`. */
export type Manifest = z.infer<typeof manifestSchema>

/** `files`: SHA-256 by name. `created`: ISO 8601. */
export function createManifest(content: SnapshotContent, files: Record<string, string>, created: string): Manifest {
  const described = {
    formatVersion: FORMAT_VERSION,
    embedding: content.embedding,
    refusalRatio: content.refusalRatio,
    sources: Object.fromEntries(content.documents.map(({ file, hash }) => [file, hash])),
    passages: Object.fromEntries(content.passages.map(({ id, hash }) => [id, hash])),
    files,
  } as const
  return { ...described, created, snapshot: hashDescription(described) }
}

function hashDescription(described: Omit<Manifest, 'created' | 'snapshot'>): string {
  return createHash('sha256').update(JSON.stringify(described)).digest('hex')
}
