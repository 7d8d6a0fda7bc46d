import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { GAPS, GLOSSARY, QUESTIONS } from './parse-vocabulary.ts'

const ROOT = join(import.meta.dirname, '../..')
/** All the code that ingesting runs (a test follows its imports), and which packages it runs on. */
export const CODE = [
  'src/embedding.ts',
  'src/errors.ts',
  'src/ingest',
  'src/models',
  'src/retrieve/rank-passages.ts',
  'src/search-index',
  'src/text',
  'package.json',
  'package-lock.json',
]

/**
 * SHA-256, hex, of all that passages, terms and hashed vectors follow from beside the documents: the vocabulary, and the code with
 * what it runs on. Parts of two snapshots may be mixed when their recipes are the same. The code names itself, for a
 * number that someone must remember to raise would one day not be raised.
 */
export function recipeOf(knowledgeDir: string, code = codeVersion()): string {
  const hash = createHash('sha256').update(code)
  for (const name of [GLOSSARY, GAPS, QUESTIONS]) addFile(hash, name, join(knowledgeDir, name))
  return hash.digest('hex')
}

/** SHA-256, hex. A file that isn't there counts as missing: an image without package-lock.json goes by package.json alone. */
export function codeVersion(root = ROOT): string {
  // Words are cut by ICU's dictionaries, which come with Node or with the system.
  const hash = createHash('sha256').update(`${process.version} ${process.versions.icu} ${process.versions.unicode}`)
  for (const path of CODE) for (const file of filesBelow(root, path)) addFile(hash, file, join(root, file))
  return hash.digest('hex')
}

function filesBelow(root: string, path: string): string[] {
  const folder = join(root, path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [path]
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return names.sort().map((name) => `${path}/${name}`)
}

/** What can't be read counts as missing: who needs it says so. */
function addFile(hash: ReturnType<typeof createHash>, name: string, path: string): void {
  let bytes: Uint8Array | undefined
  try {
    bytes = readFileSync(path)
  } catch {}
  hash.update(`\n${name} ${bytes === undefined ? 'missing' : bytes.length}\n`).update(bytes ?? '')
}
