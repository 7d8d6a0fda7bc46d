import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AccordError } from '../../src/errors.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'

const FIXTURE = join(import.meta.dirname, '../fixtures/knowledge')

export interface KnowledgeFolder extends Disposable {
  path: string
  write(file: string, content: string | Uint8Array): void
  /** Replaces what must stand in the file. */
  edit(file: string, from: string, to: string): void
  remove(file: string): void
}

/** A copy of the small knowledge folder, to be changed and thrown away. */
export function copyKnowledge(): KnowledgeFolder {
  const path = mkdtempSync(join(tmpdir(), 'accord-knowledge-'))
  cpSync(FIXTURE, path, { recursive: true })
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), content)
  }
  return {
    path,
    write,
    edit(file, from, to) {
      const source = readFileSync(join(path, file), 'utf8')
      if (!source.includes(from)) throw new Error(`${file} doesn't hold ${from}`)
      write(file, source.replace(from, to))
    },
    remove: (file) => rmSync(join(path, file)),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** The lines of the refusal without the first, which counts them; none when the folder is accepted. */
export function refusalOf(path: string): string[] {
  try {
    readKnowledge(path)
    return []
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    const [heading = '', ...lines] = error.message.split('\n')
    if (!heading.startsWith(`${lines.length} problem`)) throw new Error(`wrong count: ${error.message}`)
    return lines
  }
}
