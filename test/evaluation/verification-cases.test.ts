import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/evaluation/mutations/bases.ts'
import type { Mutation } from '../../src/evaluation/mutations/mutation.ts'
import { readRightStatements, wrongCase } from '../../src/evaluation/verification-cases.ts'

describe('right statements', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'right-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const write = async (...values: unknown[]) => {
    const file = join(folder, 'right.jsonl')
    await writeFile(file, values.map((value) => JSON.stringify(value)).join('\n'))
    return readRightStatements(file, 'en')
  }
  const line = {
    id: 'en-001',
    kind: 'paraphrase',
    text: 'It was signed.',
    quotes: [{ passage: 'doc#p1', quote: 'was signed' }],
  }

  it('become cases that must pass', async () => {
    expect(await write(line, { ...line, id: 'en-002', heldOut: true })).toEqual([
      {
        id: 'en-001',
        kind: 'paraphrase',
        language: 'en',
        isRight: true,
        heldOut: false,
        statement: { text: 'It was signed.', quotes: [{ passageId: 'doc#p1', quote: 'was signed' }] },
      },
      expect.objectContaining({ id: 'en-002', heldOut: true }),
    ])
  })

  it('have an id each', async () => {
    await expect(write(line, line)).rejects.toThrow('line 2: the id "en-001" is used before')
  })

  it('quote something', async () => {
    await expect(write({ ...line, quotes: [] })).rejects.toThrow('line 1: quotes')
  })

  it('are more than four hundred, some of them held out in each language', async () => {
    const read = (language: (typeof LANGUAGES)[number]) =>
      readRightStatements(`test/evaluation/verification/right.${language}.jsonl`, language)
    const cases = await Promise.all(LANGUAGES.map(read))
    expect(cases.flat().length).toBeGreaterThan(400)
    for (const ofLanguage of cases) expect(ofLanguage.filter(({ heldOut }) => heldOut).length).toBeGreaterThan(20)
  })
})

it('a mutation becomes a case that must not pass', () => {
  const statement = { text: 'It ended.', quotes: [{ passageId: 'doc#p1', quote: 'was signed' }] }
  const told = { id: 'status-en-1', kind: 'status', language: 'en' } as const
  const mutation: Mutation = { ...told, evidence: ['doc#p1'], ...statement }
  expect(wrongCase(mutation)).toEqual({
    id: 'status-en-1',
    kind: 'status',
    language: 'en',
    isRight: false,
    heldOut: false,
    statement,
    evidence: ['doc#p1'],
  })
})
