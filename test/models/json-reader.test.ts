import { parsePartialJson } from '@langchain/core/output_parsers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJsonReader } from '../../src/models/json-reader.ts'

/** What is read of a text that comes in pieces. */
function read(pieces: readonly string[]) {
  const reader = createJsonReader(parsePartialJson)
  const values = pieces.map((piece) => reader.push(piece)).filter((value) => value !== undefined)
  return { values, end: reader.end(), whole: reader.whole, begun: reader.begun }
}

const json = fc
  .dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 })
  .map((value) => JSON.stringify(value))
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })

/** Cut into pieces of these lengths, over and over. */
function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const length = lengths[pieces.length % lengths.length]!
    pieces.push(text.slice(at, at + length))
    at += length
  }
  return pieces
}

describe('an object that is being written', () => {
  it('is read whole, however it comes', () => {
    fc.assert(
      fc.property(json, lengths, (text, lengths) => {
        const { values, end, whole } = read(cut(text, lengths))
        expect(end).toEqual(JSON.parse(text))
        expect(values.at(-1)).toEqual(end)
        expect(whole).toBe(true)
      }),
    )
  })

  it('is read whole from between fences, prose and thinking', () => {
    const before = fc.constantFrom(
      '',
      ' \n',
      '```json\n',
      '```\n',
      'Here: ',
      'So:\n```json\n',
      '<think>{"a":1}</think>\n',
      'hm, {no}</think>',
    )
    const after = fc.constantFrom('', '\n```', '\n```\nThat’s it.', ' Well.', '\n\n')
    fc.assert(
      fc.property(before, json, after, lengths, (before, text, after, lengths) => {
        fc.pre(!text.includes('`'))
        expect(read(cut(before + text + after, lengths)).end).toEqual(JSON.parse(text))
      }),
    )
  })

  it('gives each part as soon as it is closed', () => {
    const pieces = ['{"list":[{"a":"', 'ก', '"}', ',{"a":"ข"', '}', ',', '{"a', '"']
    expect(read(pieces).values).toEqual([{ list: [{ a: 'ก' }] }, { list: [{ a: 'ก' }, { a: 'ข' }] }])
  })

  it('gives a long text as it grows', () => {
    const [some, more] = ['ก'.repeat(200), 'ข'.repeat(200)]
    expect(read(['{"a":"', some, 'ค', more]).values).toEqual([{ a: some }, { a: `${some}ค${more}` }])
  })

  it('is nothing when it is cut off, broken, too deep or no object', () => {
    const nothing = [
      '{"a":[1,2',
      '{"a": oops}',
      `{"a":${'['.repeat(100)}`,
      '[1,2]',
      '"text"',
      '42',
      '',
      'I can’t.',
      '<think>{"a":1}',
    ]
    for (const text of nothing) expect(read([text]).end).toBeUndefined()
  })

  it('is not taken from thinking, told or not', () => {
    for (const start of ['<think>', '<thinking>', 'Hmm, ']) {
      const { values, end } = read([...`${start}{"a":1} or {"a":[{"b":2}]}`])
      expect(values).toEqual([])
      if (start !== 'Hmm, ') expect(end).toBeUndefined()
    }
  })

  it('costs no more than its length, whatever it is', () => {
    let characters = 0
    const counting = (text: string) => {
      characters += text.length
      return parsePartialJson(text)
    }
    const endless = ['{}', '[]', '"', '{"a":', '}', '\\', ' ', '```', '<think>', '</think>', '['].flatMap((piece) => [
      ['{"a":[', piece],
      ['', piece],
    ])
    for (const [start, piece] of endless) {
      characters = 0
      const reader = createJsonReader(counting)
      reader.push(start!)
      for (let i = 0; i < 20_000; i++) reader.push(piece!)
      reader.end()
      expect(characters).toBeLessThanOrEqual(41 * 20_000 * 8)
    }
  })
})
