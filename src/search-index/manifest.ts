import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AccordError } from '../errors.ts'
import { FILES, type SnapshotContent } from './snapshot.ts'

/** 2: `accepted` and `recipe` in the manifest, frequencies in the postings, vectors without their zeros. */
const FORMAT_VERSION = 2

const SHA256 = /^[0-9a-f]{64}$/
const sha256 = z.string().regex(SHA256)
/** Not a record of zod's, which takes a hundred times as long: there is one for each passage. */
const hashes = z.custom<Record<string, string>>(isRecordOfHashes)

/** Why a snapshot is in use although the refresh lost something: the person's reason, and what was lost, a line each. */
const acceptanceSchema = z.strictObject({
  reason: z.string().min(1),
  losses: z.array(z.string()).min(1),
})

export type Acceptance = z.infer<typeof acceptanceSchema>

const manifestSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  created: z.iso.datetime(),
  embedding: z.strictObject({ model: z.string().min(1), dimension: z.int().positive() }),
  refusalRatio: z.number().nonnegative(),
  /** SHA-256 of what the snapshot follows from beside its sources: the vocabulary, and the code with what it runs on. */
  recipe: sha256,
  /** SHA-256 of each source file, by its path below the knowledge folder. */
  sources: hashes,
  /** SHA-256 of each passage's headings and text, by its id. */
  passages: hashes,
  /** SHA-256 of each other file of the snapshot, by its name. */
  files: hashes,
  /** SHA-256 of all of the above but `created` and the graph: equal content, equal hash. */
  snapshot: sha256,
  accepted: acceptanceSchema.exactOptional(),
})

/** What a snapshot says of itself, `manifest.json`. */
export type Manifest = z.infer<typeof manifestSchema>

/** `files`: SHA-256 by name. `created`: ISO 8601. */
export function createManifest(content: SnapshotContent, files: Record<string, string>, created: string): Manifest {
  const described = {
    formatVersion: FORMAT_VERSION,
    embedding: content.embedding,
    refusalRatio: content.refusalRatio,
    recipe: content.recipe,
    sources: Object.fromEntries(content.documents.map(({ file, hash }) => [file, hash])),
    passages: Object.fromEntries(content.passages.map(({ id, hash }) => [id, hash])),
    files,
  } as const
  return { ...described, created, snapshot: hashOf(described) }
}

/** Throws an AccordError for bytes that are damaged or of another format; `file` is their name in it. */
export function parseManifest(bytes: Uint8Array, file: string): Manifest {
  const json = parseJson(bytes)
  const format = z.object({ formatVersion: z.int() }).safeParse(json)
  if (format.success && format.data.formatVersion !== FORMAT_VERSION) {
    const { formatVersion } = format.data
    throw new AccordError(
      `${file} is of format ${formatVersion}, this Accord reads ${FORMAT_VERSION}: run \`npm run ingest\``,
    )
  }
  const parsed = manifestSchema.safeParse(json)
  if (!parsed.success || hashOf(parsed.data) !== parsed.data.snapshot) {
    throw new AccordError(`${file} is damaged: run \`npm run ingest\``)
  }
  return parsed.data
}

function isRecordOfHashes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((hash) => typeof hash === 'string' && SHA256.test(hash))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Without the graph: it follows from the vectors, though not to the bit on every processor. */
function hashOf(manifest: Omit<Manifest, 'created' | 'snapshot' | 'accepted'>): string {
  const { formatVersion, embedding, refusalRatio, recipe, sources, passages, files } = manifest
  const hashed = Object.entries(files).filter(([name]) => name !== FILES.graph)
  const { model, dimension } = embedding
  const described = [formatVersion, model, dimension, refusalRatio, recipe, sources, passages, hashed]
  return createHash('sha256').update(JSON.stringify(described)).digest('hex')
}
