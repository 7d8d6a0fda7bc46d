import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { AccordError } from '../../src/errors.ts'
import { readJsonLines } from '../../src/text/json-lines.ts'

const schema = z.object({ id: z.string() })
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-json-lines-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(content: string | Uint8Array) {
  const file = join(folder, 'rows.jsonl')
  await writeFile(file, content)
  return readJsonLines(file, schema)
}

test('reads each line with its number, through blank lines, Windows line ends and a byte order mark', async () => {
  expect(await read('\ufeff{"id":"a"}\r\n\r\n{"id":"ข"}\n')).toEqual([
    { line: 1, value: { id: 'a' } },
    { line: 3, value: { id: 'ข' } },
  ])
})

test('a line separator inside a string ends no line', async () => {
  expect(await read('{"id":"a\u2028b"}')).toEqual([{ line: 1, value: { id: 'a\u2028b' } }])
})

test.each([
  ['a line that is not JSON', '{"id":"a"}\n{"id":', /rows\.jsonl, line 2: not JSON/u],
  ['a line of another shape', '{"id":"a"}\n\n{"id":7}', /rows\.jsonl, line 3: id: .*string/u],
  ['a line that is no object', '"a"', /rows\.jsonl, line 1: .*object/u],
  ['an empty file', '', /rows\.jsonl is empty/u],
  ['a file of blank lines', '\n \n', /rows\.jsonl is empty/u],
  ['another encoding', new Uint8Array([0x7b, 0xa1, 0xff]), /rows\.jsonl is not UTF-8/u],
])('refuses %s in one line', async (_name, content, message) => {
  const error: unknown = await read(content).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(AccordError)
  expect((error as Error).message).toMatch(message)
  expect((error as Error).message).not.toContain('\n')
})

test('refuses a missing file and a folder', async () => {
  await expect(readJsonLines(join(folder, 'none.jsonl'), schema)).rejects.toThrow(/none\.jsonl does not exist/u)
  await mkdir(join(folder, 'rows'))
  await expect(readJsonLines(join(folder, 'rows'), schema)).rejects.toThrow(/rows is a folder/u)
})

test('never repeats the words of a line', async () => {
  await expect(read('a private question')).rejects.not.toThrow(/private/u)
})
