import { isMap, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Problems } from './problems.ts'

export interface YamlContent<T> {
  value: T
  /** Line in the file of what stands at a path, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number
}

export interface YamlSource {
  file: string
  source: string
  /** Line of the file in which the source begins. */
  firstLine?: number
}

/** Parses YAML and checks it. Each thing that is wrong becomes a problem with its line; then the result is undefined. */
export function readYaml<T>(
  { file, source, firstLine = 1 }: YamlSource,
  schema: z.ZodType<T>,
  problems: Problems,
): YamlContent<T> | undefined {
  const counter = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  if (yaml.errors.length > 0) {
    for (const { pos, message } of yaml.errors) problems.add(file, lineAt(pos[0]), `isn't YAML: ${message}`)
    return undefined
  }
  const aliases: number[] = []
  visit(yaml, { Alias: (_, { range }) => void aliases.push(range?.[0] ?? 0) })
  for (const offset of aliases) {
    problems.add(file, lineAt(offset), 'begins with *, which YAML keeps for itself; quote it')
  }
  if (aliases.length > 0) return undefined
  const lineOf = (path: readonly PropertyKey[]) => {
    const node = nearestNode(yaml.contents, path)
    return node?.range ? lineAt(node.range[0]) : firstLine
  }
  const parsed = schema.safeParse(yaml.toJS())
  if (parsed.success) return { value: parsed.data, lineOf }
  for (const { path, message, ...issue } of parsed.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    for (const key of keys) problems.add(file, lineOf([...path, key]), `${name([...path, key])} is unknown; remove it`)
    if (keys.length > 0) continue
    const missing = path.length > 0 && !yaml.hasIn(path)
    problems.add(file, lineOf(path), `${name(path)} ${missing ? 'is missing; add it' : `is invalid: ${message}`}`)
  }
  return undefined
}

const name = (path: readonly PropertyKey[]) => path.map(String).join('.') || 'the content'

/** The key of a map's entry rather than its value, which may begin on the line after. */
function nearestNode(contents: Node | null, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = contents
  let nearest: Node | undefined
  for (const step of path) {
    if (isNode(node)) nearest = node
    if (!isNode(node) || !('get' in node)) break
    const pair = isMap(node) ? node.items.find(({ key }) => String(key) === String(step)) : undefined
    if (isNode(pair?.key)) nearest = pair.key
    node = pair ? pair.value : node.get(step, true)
    if (!pair && isNode(node)) nearest = node
  }
  return nearest
}
