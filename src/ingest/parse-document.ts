import { z } from 'zod'
import type { Document } from '../vocabulary.ts'
import { countNewlines } from './lines.ts'
import type { Problems } from './problems.ts'
import type { SourceFile } from './read-files.ts'
import { readYaml, type YamlSource } from './read-yaml.ts'

export interface ParsedDocument {
  document: Document
  /** To which its address may lead, beside its own host. */
  hosts: string[]
  /** Line of the file in which a place of the text stands. */
  lineAt(offset: number): number
  /** Line of a key of the front matter. */
  lineOfKey(key: string): number
}

/** Ids stand in addresses and before a `#`. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens')

const frontMatterSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(1),
  kind: z.enum(['cabinet-release', 'clauses', 'other']),
  language: z.enum(['th', 'en', 'ja']),
  publisher: z.string().trim().min(1),
  published: z.iso.date('expected a date such as 2022-08-05'),
  url: z.url({ protocol: /^https?$/, error: 'expected an address that begins with https://' }),
  status: idSchema,
  'translation-of': idSchema.optional(),
  /** Beside the address's own: to which it may send who fetches it. */
  hosts: z.array(z.hostname()).min(1).optional(),
})

export const FRONT_MATTER = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/

/** Front matter and the text behind it, byte for byte, or beside it. What is wrong becomes a problem and gives undefined. */
export function parseDocument(file: SourceFile, problems: Problems): ParsedDocument | undefined {
  const parts = file.frontMatter ? partsBeside(file, file.frontMatter) : partsOf(file)
  if (parts === undefined) {
    problems.add(file.file, 1, 'has no front matter; begin it with a line ---, the keys (id, title …) and a line ---')
    return undefined
  }
  const { text, firstLine, yaml } = parts
  if (text.trim() === '')
    problems.add(file.file, firstLine, 'has no text after its front matter; add it or remove the file')
  const content = readYaml(yaml, frontMatterSchema, problems)
  if (content === undefined) return undefined
  const { 'translation-of': translationOf, hosts = [], ...rest } = content.value
  if (file.frontMatter && rest.kind === 'clauses') {
    problems.add(
      yaml.file,
      content.lineOf(['kind']),
      'clauses with their proofs are written in Markdown; use kind: other',
    )
  }
  return {
    document: {
      ...rest,
      ...(translationOf === undefined ? {} : { translationOf }),
      file: file.file,
      text,
      hash: file.hash,
    },
    hosts,
    lineAt: (offset) => firstLine + countNewlines(text, offset),
    lineOfKey: (key) => content.lineOf([key]),
  }
}

interface Parts {
  text: string
  /** Line of the file in which the text begins. */
  firstLine: number
  yaml: YamlSource
}

function partsOf({ file, source }: SourceFile): Parts | undefined {
  const match = FRONT_MATTER.exec(source)
  if (match === null) return undefined
  return {
    text: source.slice(match[0].length),
    firstLine: countNewlines(match[0]) + 1,
    yaml: { file, source: match[1] ?? '', firstLine: 2 },
  }
}

function partsBeside({ source }: SourceFile, frontMatter: SourceFile): Parts {
  return { text: source, firstLine: 1, yaml: { file: frontMatter.file, source: frontMatter.source } }
}

/** Ids that two files share, and translations of what isn't there. */
export function checkDocuments(parsed: readonly ParsedDocument[], problems: Problems): void {
  const byId = Map.groupBy(parsed, ({ document }) => document.id)
  for (const [id, [first, ...others]] of byId) {
    for (const { document, lineOfKey } of others) {
      problems.add(document.file, lineOfKey('id'), `id ${id} is that of ${first?.document.file} too; give it another`)
    }
  }
  for (const { document, lineOfKey } of parsed) {
    const { file, translationOf } = document
    if (translationOf === undefined || byId.has(translationOf)) continue
    problems.add(file, lineOfKey('translation-of'), `translation-of ${translationOf} names no document; correct it`)
  }
}
