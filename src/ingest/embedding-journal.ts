import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { makeFolder } from '../search-index/durable-files.ts'
import type { Embedding } from '../search-index/snapshot.ts'
import type { KnownVectors } from './embed-passages.ts'

/** What an ingest has embedded, on the disk after each call: a run that is killed is paid for once. */
export interface EmbeddingJournal {
  /** What an earlier run left behind, when it's of this model. */
  read(model: string): KnownVectors | undefined
  /** By passage hash, hex. Begins anew when the model or the dimension is another. */
  append(embedding: Embedding, vectors: ReadonlyMap<string, Float32Array>): void
  /** Once the vectors are in a snapshot. */
  remove(): void
}

const HASH_BYTES = 32
const CHECK_BYTES = 4
const HEADER_END = 0x0a

/** A line of JSON, then records: a passage's hash, its vector, little-endian, and a CRC-32 of both. The last may be cut off. */
export function createEmbeddingJournal(dataDir: string): EmbeddingJournal {
  const file = join(dataDir, 'embeddings.partial')
  const headerOf = ({ model, dimension }: Embedding) => `${JSON.stringify({ model, dimension })}\n`
  let isOurs: string | undefined
  return {
    read(model) {
      if (!existsSync(file)) return undefined
      const bytes = readFileSync(file)
      const embedding = parseHeader(bytes)
      if (embedding?.model !== model) return undefined
      isOurs = headerOf(embedding)
      const vectors = readRecords(bytes.subarray(bytes.indexOf(HEADER_END) + 1), embedding.dimension)
      return { embedding, has: (hash) => vectors.has(hash), vectorOf: (hash) => vectors.get(hash) }
    },
    append(embedding, vectors) {
      const header = headerOf(embedding)
      if (isOurs !== header) {
        makeFolder(dataDir)
        writeFileSync(file, header)
        isOurs = header
      }
      appendFileSync(file, Buffer.concat(Array.from(vectors, encodeRecord)))
    },
    remove: () => rmSync(file, { force: true }),
  }
}

function parseHeader(bytes: Buffer): Embedding | undefined {
  try {
    const { model, dimension } = JSON.parse(bytes.toString('utf8', 0, bytes.indexOf(HEADER_END)))
    return typeof model === 'string' && Number.isInteger(dimension) && dimension > 0 ? { model, dimension } : undefined
  } catch {
    return undefined
  }
}

function encodeRecord([hash, vector]: [string, Float32Array]): Buffer {
  const body = Buffer.concat([Buffer.from(hash, 'hex'), new Uint8Array(Float32Array.from(vector).buffer)])
  const check = Buffer.alloc(CHECK_BYTES)
  check.writeUInt32LE(crc32(body))
  return Buffer.concat([body, check])
}

/** Up to the first record that isn't whole: what follows one can't be told apart any more. */
function readRecords(bytes: Buffer, dimension: number): Map<string, Float32Array> {
  const vectors = new Map<string, Float32Array>()
  const length = HASH_BYTES + 4 * dimension
  for (let at = 0; at + length + CHECK_BYTES <= bytes.length; at += length + CHECK_BYTES) {
    const body = bytes.subarray(at, at + length)
    if (crc32(body) !== bytes.readUInt32LE(at + length)) break
    const vector = new Float32Array(new Uint8Array(body.subarray(HASH_BYTES)).buffer)
    vectors.set(body.toString('hex', 0, HASH_BYTES), vector)
  }
  return vectors
}
