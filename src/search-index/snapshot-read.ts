import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AccordError } from '../errors.ts'
import type { Document, Passage, Vocabulary } from '../vocabulary.ts'
import { decodePostings } from './encode-postings.ts'
import { type Manifest, parseManifest } from './manifest.ts'
import type { Postings } from './postings.ts'
import { FILES, type StoredPassages, versionName } from './snapshot.ts'
import type { VectorIndex } from './vector-index.ts'
import { openExactIndex } from './vectors-exact.ts'
import { openHnswIndex } from './vectors-hnsw.ts'

export interface Snapshot {
  manifest: Manifest
  documents: Document[]
  passages: Passage[]
  vocabulary: Vocabulary
  lexical: Postings
  sections: Postings
  sectionOf: Uint32Array
  vectors: VectorIndex
}

/**
 * Reads the version that lies in a folder. Every file is held against its checksum before any is parsed: a damaged graph would have native code
 * write where it mustn't. Throws an AccordError that names the file for what is damaged, missing or of another format.
 */
export async function readSnapshot(folder: string, version: string, embeddingModel?: string): Promise<Snapshot> {
  const manifestFile = join(folder, FILES.manifest)
  const manifest = parseManifest(readBytes(manifestFile), manifestFile)
  if (versionName(manifest.created, manifest.snapshot) !== version) throw damaged(manifestFile)
  const { model, dimension } = manifest.embedding
  if (embeddingModel !== undefined && embeddingModel !== model) {
    throw new AccordError(`${folder} was embedded with ${model}, not with ${embeddingModel}: run \`npm run ingest\``)
  }
  const files = readVerified(folder, manifest)
  const bytesOf = (name: string) => {
    const bytes = files.get(name)
    if (bytes === undefined) throw damaged(manifestFile)
    return bytes
  }
  const parse = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(name)))

  const documents = parse(FILES.documents) as Document[]
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const stored = parse(FILES.passages) as StoredPassages
  return {
    manifest,
    documents,
    passages: stored.passages.map((passage) => ({
      ...passage,
      text: texts.get(passage.documentId)!.slice(passage.start, passage.end),
    })),
    vocabulary: parse(FILES.vocabulary) as Vocabulary,
    lexical: decodePostings(bytesOf(FILES.lexical)),
    sections: decodePostings(bytesOf(FILES.sections)),
    sectionOf: Uint32Array.from(stored.sectionOf),
    vectors: files.has(FILES.graph)
      ? await openHnswIndex(join(folder, FILES.graph), dimension)
      : openExactIndex(bytesOf(FILES.vectors), dimension),
  }
}

export const sha256 = (...parts: (Uint8Array | string)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function readVerified(folder: string, manifest: Manifest): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const [name, hash] of Object.entries(manifest.files)) {
    const file = join(folder, name)
    const bytes = readBytes(file)
    if (sha256(bytes) !== hash) throw damaged(file)
    files.set(name, bytes)
  }
  return files
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const problem = code === 'ENOENT' ? 'is missing' : "can't be read"
    throw new AccordError(`${file} ${problem}: run \`npm run ingest\``, { cause: error })
  }
}

export function damaged(file: string): AccordError {
  return new AccordError(`${file} is damaged: run \`npm run ingest\``)
}
