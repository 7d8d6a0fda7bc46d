import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Import, type Module, readModules } from './support/read-modules.ts'

const ROOT = join(import.meta.dirname, '..')

/** What the files of each folder may import, beside their own folder and `SHARED`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  answer: ['models', 'text'],
  channels: ['conversation', 'http', 'storage', 'text'],
  conversation: ['answer', 'retrieve', 'storage', 'text'],
  evaluation: ['answer', 'ingest', 'models', 'retrieve', 'search-index', 'text'],
  http: [],
  ingest: ['models', 'search-index', 'text'],
  models: ['http'],
  observability: [],
  refresh: ['answer', 'conversation', 'evaluation', 'ingest', 'retrieve', 'search-index', 'text'],
  retrieve: ['models', 'search-index', 'text'],
  'search-index': ['text'],
  storage: [],
  text: [],
}
const NOUNS = ['src/question.ts', 'src/receipt.ts', 'src/vocabulary.ts']
/** Importable from anywhere. */
const SHARED = ['src/errors.ts', ...NOUNS]
/** They put the parts together, and nothing but scripts and each other imports them. */
const COMPOSITION = [
  'src/answering.ts',
  'src/app.ts',
  'src/chat-channels.ts',
  'src/config.ts',
  'src/embedding.ts',
  'src/first-questions.ts',
  'src/language-model.ts',
  'src/main.ts',
  'src/receipt-check.ts',
]

const modules = readModules()
const source = [...modules.values()].filter(({ path }) => path.startsWith('src/'))
const tests = [...modules.values()].filter(({ path }) => path.startsWith('test/'))
const files = ['src', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name)),
)

describe('the import rule', () => {
  it('lets each folder see what it is built on, and no more', () => {
    expect(violations(source, (from, { target }) => target !== undefined && !mayImport(from, target))).toEqual([])
  })

  it('has a place for every folder and every file of src', () => {
    const places = new Set(source.map(({ path }) => folderOf(path) ?? path))
    expect([...places].sort()).toEqual([...Object.keys(ALLOWED), ...COMPOSITION, ...SHARED].sort())
  })

  it('keeps the nouns free of code', () => {
    const nouns = source.filter(({ path }) => NOUNS.includes(path))
    expect(violations(nouns, (_, { kind }) => kind !== 'type')).toEqual([])
  })

  it('finds no cycle among what is loaded', () => {
    expect(source.filter(({ path }) => loadedBy(path).has(path)).map(({ path }) => path)).toEqual([])
  })

  it('keeps ingestion out of serving, but for the first index', () => {
    const served = ['src/main.ts', 'src/app.ts', 'src/answering.ts'].flatMap((path) => [...loadedBy(path)])
    expect(served.filter((path) => path.startsWith('src/ingest/'))).toEqual([])
    const doors = source.filter(
      ({ path, imports }) =>
        !isIngest(path) && imports.some(({ kind, target }) => kind === 'deferred' && isIngest(target)),
    )
    expect(doors.map(({ path }) => path)).toEqual(['src/answering.ts'])
  })

  it('names files that are there, with .ts', () => {
    const isMissing = (_: string, { target }: Import) => target !== undefined && !modules.has(target)
    expect(violations([...modules.values()], isMissing)).toEqual([])
  })
})

describe('the house rules', () => {
  it('read the environment in config.ts alone', () => {
    const code = [...modules.values()].filter(({ path }) => !path.startsWith('test/'))
    expect(matching(code, /process\s*\.\s*env\b|\benv\b[^{}]*\}\s*from\s*'node:process'/)).toEqual(['src/config.ts'])
  })

  it('list every setting in .env.example, in the order of config.ts', () => {
    const namesIn = (text: string, name: RegExp) => Array.from(text.matchAll(name), ([, found]) => found)
    const config = namesIn(modules.get('src/config.ts')!.source, /^ {2}([A-Z_]+):/gm)
    expect(config).toContain('PORT')
    expect(namesIn(readFileSync(join(ROOT, '.env.example'), 'utf8'), /^([A-Z_]+)=/gm)).toEqual(config)
  })

  it('export by name', () => {
    expect(matching([...modules.values()], /^export default\b|\bas default\b/m)).toEqual(['vitest.config.ts'])
  })

  it('test with real parts, and skip nothing', () => {
    expect(matching(tests, /\bvi\s*\.\s*(?:do)?mock\b/i)).toEqual([])
    expect(matching(tests, /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip\w*|todo|fails)\b/)).toEqual([])
  })

  it('keep files short', () => {
    const long = files.filter(
      (file) => /\.(?:ts|js|css)$/.test(file) && readFileSync(file, 'utf8').split('\n').length > 301,
    )
    expect(long).toEqual([])
  })

  it('name files by what they do', () => {
    const vague = /(?:^|\/)(?:index|utils?|helpers?|common|misc|shared)(?:\/|\.[a-z]+$)/
    expect([...modules.keys()].filter((path) => vague.test(path))).toEqual([])
  })
})

/** `src/text/terms.ts` is of `text`; undefined right in `src`. */
function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

/** A channel's folder is closed to the other channels. */
function partOf(path: string): string | undefined {
  return /^src\/(channels\/[^/]+|[^/]+)\//.exec(path)?.[1]
}

function mayImport(from: string, target: string): boolean {
  if (COMPOSITION.includes(from) || SHARED.includes(target)) return target.startsWith('src/')
  if (SHARED.includes(from)) return folderOf(target) === 'text'
  const folder = folderOf(target)
  return folder !== undefined && (partOf(from) === partOf(target) || ALLOWED[folderOf(from)!]!.includes(folder))
}

function isIngest(path: string | undefined): boolean {
  return path !== undefined && folderOf(path) === 'ingest'
}

function violations(of: Module[], isWrong: (from: string, found: Import) => boolean): string[] {
  return of.flatMap(({ path, imports }) =>
    imports.filter((found) => isWrong(path, found)).map(({ specifier }) => `${path} imports ${specifier}`),
  )
}

function matching(of: Module[], pattern: RegExp): string[] {
  return of.filter((module) => pattern.test(module.source)).map(({ path }) => path)
}

/** All that is loaded with a module, in turn; itself only when a cycle leads back to it. */
function loadedBy(path: string): Set<string> {
  const loaded = new Set<string>()
  const load = (at: string) => {
    for (const { kind, target } of modules.get(at)?.imports ?? []) {
      if (kind !== 'static' || target === undefined || loaded.has(target)) continue
      loaded.add(target)
      load(target)
    }
  }
  load(path)
  return loaded
}
