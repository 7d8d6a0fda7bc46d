import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { AccordError } from '../errors.ts'
import type { Problems } from './problems.ts'

export interface SourceFile {
  /** Path below the knowledge folder, with `/`. */
  file: string
  /** Without a byte order mark, otherwise verbatim. */
  source: string
  /** SHA-256 of the bytes, hex. */
  hash: string
}

/**
 * The Markdown files of the folder and its subfolders, in the order of their paths; undefined for one that can't be read. Throws
 * an AccordError without any.
 */
export function readDocumentFiles(knowledgeDir: string, problems: Problems): (SourceFile | undefined)[] {
  const files = listFolder(knowledgeDir)
    .filter((name) => /\.md$/i.test(name) && !/(?:^|[\\/])\./.test(name))
    .map((name) => name.split(sep).join('/'))
    .sort()
  if (files.length === 0) throw new AccordError(`There is no document (*.md) in ${knowledgeDir}: put one there`)
  return files.map((file) => readSourceFile(knowledgeDir, file, problems))
}

/** Undefined when there is none. */
export function readOptionalFile(
  knowledgeDir: string,
  file: string,
  problems: Problems,
): SourceFile | 'unreadable' | undefined {
  if (!listFolder(knowledgeDir).includes(file)) return undefined
  return readSourceFile(knowledgeDir, file, problems) ?? 'unreadable'
}

function listFolder(knowledgeDir: string): string[] {
  try {
    return readdirSync(knowledgeDir, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const problem = code === 'ENOENT' ? "doesn't exist" : `can't be read (${code})`
    throw new AccordError(`The knowledge folder ${knowledgeDir} ${problem}: check KNOWLEDGE_DIR`, { cause: error })
  }
}

function readSourceFile(knowledgeDir: string, file: string, problems: Problems): SourceFile | undefined {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(join(knowledgeDir, file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    problems.add(file, undefined, `can't be read (${code}); check that it is a file and its permissions`)
    return undefined
  }
  if (bytes.length === 0) {
    problems.add(file, undefined, 'is empty; fill it or remove it')
    return undefined
  }
  const invalid = firstInvalidByte(bytes)
  if (invalid !== undefined) {
    const line = bytes.subarray(0, invalid).filter((byte) => byte === 0x0a).length + 1
    problems.add(file, line, `isn't UTF-8 at byte ${invalid}; save it as UTF-8`)
    return undefined
  }
  return { file, source: new TextDecoder().decode(bytes), hash: createHash('sha256').update(bytes).digest('hex') }
}

/** Offset of the first byte that ends all hope of UTF-8, or of the end when the last character is cut. */
function firstInvalidByte(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes, false)) return undefined
  let valid = 0
  let invalid = bytes.length + 1
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1
    if (middle <= bytes.length && isUtf8(bytes.subarray(0, middle), true)) valid = middle
    else invalid = middle
  }
  return valid
}

function isUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
    return true
  } catch {
    return false
  }
}
