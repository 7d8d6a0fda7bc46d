import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { AccordError, describeError } from '../../errors.ts'
import { replaceFile } from '../../search-index/durable-files.ts'
import { canonical } from '../../text/canonical.ts'
import type { Language } from '../../vocabulary.ts'
import { convertBytes, convertFiles, isConverted } from '../convert/convert.ts'
import { decodeText } from '../convert/decode-text.ts'
import { FRONT_MATTER, type ParsedDocument, parseDocument } from '../parse-document.ts'
import { createProblems } from '../problems.ts'
import { listDocumentFiles, readDocumentFile } from '../read-files.ts'
import { type FetchOptions, fetchAddress } from './fetch-address.ts'

/** Beside the document, until it's taken for the document. */
const FETCHED = '.fetched'

export type FetchOutcome = { file: string; url: string } & (
  | { kind: 'unchanged' }
  | { kind: 'failed'; problem: string }
  /** Its new text lies beside it. */
  | { kind: 'stored'; language: Language; before: string; after: string }
)

/**
 * Reads each document but the clauses, which are our own words, anew from its address. What has changed is stored beside it,
 * `<file>.fetched`, and nothing else. Throws an AccordError when the folder itself can't be read.
 */
export async function fetchDocuments(
  knowledgeDir: string,
  options: Omit<FetchOptions, 'hosts'> = {},
): Promise<FetchOutcome[]> {
  const outcomes: FetchOutcome[] = []
  for (const parsed of await readDocuments(knowledgeDir)) {
    const { file, url, kind } = parsed.document
    if (kind === 'clauses') continue
    try {
      outcomes.push(await fetchOne(knowledgeDir, parsed, options))
    } catch (error) {
      if (!(error instanceof AccordError)) throw error
      outcomes.push({ kind: 'failed', file, url, problem: describeError(error) })
    }
  }
  return outcomes
}

/** The documents that were fetched and not taken yet. */
export function listFetched(knowledgeDir: string): string[] {
  return listDocumentFiles(knowledgeDir).filter((file) => existsSync(join(knowledgeDir, file + FETCHED)))
}

/** Puts what was fetched in the place of the documents: of this folder, or of a copy of it. */
export function takeFetched(knowledgeDir: string, files: readonly string[]): void {
  for (const file of files) renameSync(join(knowledgeDir, file + FETCHED), join(knowledgeDir, file))
}

async function readDocuments(knowledgeDir: string): Promise<ParsedDocument[]> {
  const problems = createProblems(knowledgeDir)
  const names = listDocumentFiles(knowledgeDir)
  const conversions = await convertFiles(knowledgeDir, names.filter(isConverted))
  const files = names.map((name) => readDocumentFile(knowledgeDir, name, conversions, problems))
  const parsed = files.flatMap((file) => (file && parseDocument(file, problems)) ?? [])
  problems.throwIfAny()
  return parsed
}

async function fetchOne(
  knowledgeDir: string,
  { document, hosts }: ParsedDocument,
  options: Omit<FetchOptions, 'hosts'>,
): Promise<FetchOutcome> {
  const { file, url, language, text: before } = document
  const { hostname } = new URL(url)
  const { bytes, contentType, charset } = await fetchAddress(url, { ...options, hosts: new Set([hostname, ...hosts]) })
  const extension = EXTENSIONS.get(contentType)
  const own = extname(file)
    .toLowerCase()
    .replace(/^\.htm$/, '.html')
  if (extension === undefined || (own !== '.md' && extension !== own)) {
    throw new AccordError(`${url} is ${contentType || 'of no stated type'}, which can't take the place of ${file}`)
  }
  const conversion = await convertBytes(bytes, extension, charset)
  if ('problems' in conversion) {
    const what = conversion.problems.map(({ page, what }) => (page === undefined ? what : `page ${page}: ${what}`))
    throw new AccordError(`${url} ${what.join('; ')}`)
  }
  const after = conversion.text
  if (canonical(before).trim() === canonical(after).trim()) {
    // What an earlier fetch found stands there no longer.
    rmSync(join(knowledgeDir, file + FETCHED), { force: true })
    return { kind: 'unchanged', file, url }
  }
  const isText = extension === '.html' || extension === '.txt'
  // In UTF-8, for beside its server nobody says which encoding it's in.
  const stored =
    own === '.md' ? frontMatterOf(join(knowledgeDir, file)) + after : isText ? decodeText(bytes, charset)! : bytes
  replaceFile(join(knowledgeDir, file + FETCHED), stored)
  return { kind: 'stored', file, url, language, before, after }
}

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['text/plain', '.txt'],
  ['application/pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
])

function frontMatterOf(path: string): string {
  return FRONT_MATTER.exec(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))?.[0] ?? ''
}
