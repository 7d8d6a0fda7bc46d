import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { AccordError } from '../errors.ts'
import { type Conversions, isConverted } from './convert/convert.ts'
import type { Problems } from './problems.ts'

/** Questions about other things; no document, though it has the name of one. */
export const OFF_TOPIC = 'off-topic.txt'

export interface SourceFile {
  /** Path below the knowledge folder, with `/`. */
  file: string
  /** Without a byte order mark, otherwise verbatim; what was read out of a file that isn't Markdown. */
  source: string
  /** SHA-256 of the bytes, hex; of a file that isn't Markdown, with those of its front matter. */
  hash: string
  /** What stands beside a file that isn't Markdown, `<file>.yaml`. */
  frontMatter?: SourceFile
}

/** The paths of the documents in the folder and its subfolders, in order, with `/`. Throws an AccordError without any. */
export function listDocumentFiles(knowledgeDir: string): string[] {
  const files = listFolder(knowledgeDir)
    .map((name) => name.split(sep).join('/'))
    .filter((name) => (/\.md$/i.test(name) || isConverted(name)) && !/(?:^|\/)\./.test(name) && name !== OFF_TOPIC)
    .sort()
  if (files.length === 0) {
    throw new AccordError(`There is no document (*.md, .txt, .html, .pdf, .docx) in ${knowledgeDir}: put one there`)
  }
  return files
}

/** Undefined for a document that can't be read. */
export function readDocumentFile(
  knowledgeDir: string,
  file: string,
  conversions: Conversions,
  problems: Problems,
): SourceFile | undefined {
  const conversion = conversions.get(file)
  if (!isConverted(file)) return readSourceFile(knowledgeDir, file, problems)
  const frontMatter = readFrontMatter(knowledgeDir, file, problems)
  if (conversion === undefined) throw new Error(`${file} has not been converted`)
  if ('problems' in conversion) {
    for (const { page, what } of conversion.problems) {
      problems.add(file, undefined, page === undefined ? what : `page ${page}: ${what}`)
    }
    return undefined
  }
  if (frontMatter === undefined) return undefined
  const hash = withFrontMatter(readFileSync(join(knowledgeDir, file)), frontMatter.hash)
  return { file, source: conversion.text, hash, frontMatter }
}

/** The hash that reading the document would give; undefined when it can't be read, of which reading it tells why. */
export function hashDocumentFile(knowledgeDir: string, file: string): string | undefined {
  try {
    const bytes = readFileSync(join(knowledgeDir, file))
    return isConverted(file)
      ? withFrontMatter(bytes, sha256(readFileSync(join(knowledgeDir, frontMatterFile(file)))))
      : sha256(bytes)
  } catch {
    return undefined
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const withFrontMatter = (bytes: Uint8Array, hashOfFrontMatter: string) =>
  createHash('sha256').update(bytes).update(hashOfFrontMatter).digest('hex')

const frontMatterFile = (file: string) => `${file}.yaml`

const TEMPLATE = 'id, title, kind: other, language, publisher, published, url, status'

function readFrontMatter(knowledgeDir: string, file: string, problems: Problems): SourceFile | undefined {
  const found = readOptionalFile(knowledgeDir, frontMatterFile(file), problems)
  if (found === undefined)
    problems.add(file, undefined, `has no front matter; put ${frontMatterFile(file)} beside it with ${TEMPLATE}`)
  return found === 'unreadable' ? undefined : found
}

/** Undefined when there is none. */
export function readOptionalFile(
  knowledgeDir: string,
  file: string,
  problems: Problems,
): SourceFile | 'unreadable' | undefined {
  if (!existsSync(join(knowledgeDir, file))) return undefined
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
  return { file, source: new TextDecoder().decode(bytes), hash: sha256(bytes) }
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
