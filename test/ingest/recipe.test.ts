import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CODE, codeVersion, recipeOf } from '../../src/ingest/recipe.ts'
import { copyKnowledge } from '../support/knowledge-folder.ts'
import { readModules } from '../support/read-modules.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('codeVersion', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'accord-code-'))
    for (const path of CODE) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      cpSync(join(ROOT, path), join(root, path), { recursive: true })
    }
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const append = (file: string) => writeFileSync(join(root, file), `${readFileSync(join(root, file), 'utf8')}\n`)

  it('is that of the code, wherever it lies', () => {
    expect(codeVersion(root)).toBe(codeVersion())
  })

  it('is another one when a file or a package has changed, is new or is missing', () => {
    const seen = [codeVersion(root)]
    const expectAnother = () => {
      expect(seen).not.toContain(codeVersion(root))
      seen.push(codeVersion(root))
    }
    append('src/text/terms.ts')
    expectAnother()
    append('package-lock.json')
    expectAnother()
    writeFileSync(join(root, 'src/ingest/fresh.ts'), '')
    expectAnother()
    rmSync(join(root, 'package-lock.json'))
    expectAnother()
    append('package.json')
    expectAnother()
    rmSync(join(root, 'src/text'), { recursive: true })
    expectAnother()
  })

  it('covers every module that ingesting loads', () => {
    const modules = readModules()
    const reached = new Set(['src/ingest/ingest.ts', 'src/embedding.ts'])
    for (const path of reached) {
      for (const { kind, target } of modules.get(path)?.imports ?? []) {
        if (kind !== 'type' && target?.startsWith('src/')) reached.add(target)
      }
    }
    const isCovered = (path: string) => CODE.some((part) => path === part || path.startsWith(`${part}/`))
    expect(reached.size).toBeGreaterThan(40)
    expect([...reached].filter((path) => !isCovered(path))).toEqual([])
  })
})

describe('recipeOf', () => {
  it('changes with the vocabulary, not with the documents', () => {
    using folder = copyKnowledge()
    const before = recipeOf(folder.path, 'code')
    folder.edit('release.th.md', 'ส่งเสริม', 'สนับสนุน')
    expect(recipeOf(folder.path, 'code')).toBe(before)
    for (const file of ['glossary.yaml', 'gaps.yaml', 'questions.yaml']) {
      const last = recipeOf(folder.path, 'code')
      folder.remove(file)
      expect(recipeOf(folder.path, 'code')).not.toBe(last)
    }
    expect(recipeOf(folder.path, 'other')).not.toBe(recipeOf(folder.path, 'code'))
  })
})
