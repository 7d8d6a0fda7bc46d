import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { AccordError } from '../errors.ts'

export interface JsonLine<Value> {
  /** Counted from 1. */
  line: number
  value: Value
}

/**
 * The lines of a small JSONL file, each checked against `schema`; blank lines are passed over.
 * Throws an AccordError that names the file, the line and the reason, never the line's own words.
 */
export async function readJsonLines<Value>(file: string, schema: z.ZodType<Value>): Promise<JsonLine<Value>[]> {
  const lines = decode(file, await readBytes(file))
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== '')
  if (lines.length === 0) throw new AccordError(`${file} is empty: put one JSON object on each line`)
  return lines.map(({ line, text }) => ({ line, value: parseLine(`${file}, line ${line}`, text, schema) }))
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new AccordError(`${file} does not exist: check the path`)
    if (code === 'EISDIR') throw new AccordError(`${file} is a folder: name a file`)
    throw new AccordError(`${file} cannot be read`, { cause: error })
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AccordError(`${file} is not UTF-8 text: save it as UTF-8`)
  }
}

function parseLine<Value>(place: string, text: string, schema: z.ZodType<Value>): Value {
  const result = schema.safeParse(parseJson(place, text))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path.join('.')
  throw new AccordError(`${place}: ${path ? `${path}: ` : ''}${issue?.message}`)
}

function parseJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message repeats a piece of the line, which may be a person's words.
    throw new AccordError(`${place}: not JSON: each line is one whole JSON object`)
  }
}
