import { parsePartialJson } from '@langchain/core/output_parsers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftStatement } from '../../src/answer/draft.ts'
import { readDrafts } from '../../src/answer/read-drafts.ts'
import { createJsonReader } from '../../src/models/json-reader.ts'

const statement = (text: unknown, quotes: unknown = [{ passage: 'a#p1', quote: 'stored words' }]) => ({ text, quotes })
const read = (...values: unknown[]) => Array.fromAsync(readDrafts(streamOf(values)))
const readOne = async (text: unknown, quotes?: unknown) => (await read({ statements: [statement(text, quotes)] }))[0]
const textOf = async (text: string) => ((await readOne(text)) as { draft: DraftStatement }).draft.text

async function* streamOf<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values
}

describe('the statements of an answer', () => {
  it('are read with their quotes', async () => {
    expect(await read({ status: 'answered', statements: [statement('It was signed.')] })).toEqual([
      { draft: { text: 'It was signed.', quotes: [{ passageId: 'a#p1', quote: 'stored words' }] } },
    ])
  })

  it('are given as soon as the next one begins, and the last when the answer is whole', async () => {
    const pulled: number[] = []
    async function* growing() {
      const [one, two] = [statement('One.'), statement('Two.')]
      const values = [{}, { statements: [] }, { statements: [one] }, { statements: [one, { text: 'T' }] }]
      for (const [at, value] of [...values, { statements: [one, two] }].entries()) {
        pulled.push(at)
        yield value
      }
    }
    const given: [number, string][] = []
    for await (const item of readDrafts(growing())) {
      given.push([pulled.length, 'draft' in item ? item.draft.text : ''])
    }
    expect(given).toEqual([
      [4, 'One.'],
      [5, 'Two.'],
    ])
  })

  it('are no more than twelve', async () => {
    const thousands = Array.from({ length: 5000 }, (_, at) => statement(`Statement ${at}`))
    expect(await read({ statements: thousands })).toHaveLength(12)
  })

  it('that were finished are given before what broke the answer off; the one under way is not', async () => {
    async function* breaking() {
      yield { statements: [statement('One.'), statement('Two, and perhaps mo')] }
      throw new Error('broke off')
    }
    const given: unknown[] = []
    const reading = async () => {
      for await (const item of readDrafts(breaking())) given.push(item)
    }
    await expect(reading()).rejects.toThrow('broke off')
    expect(given).toEqual([{ draft: expect.objectContaining({ text: 'One.' }) }])
  })
})

describe('what is no statement', () => {
  const quote = { passage: 'a#p1', quote: 'stored words' }

  it.each([
    ['no object', null],
    ['text alone', 'It was signed.'],
    ['text that is no text', statement(['It was signed.'])],
    ['empty text', statement('')],
    ['text of nothing that is seen', statement('\u200b\u2060 \u{e0041}[1]')],
    ['text without end', statement('ยาว'.repeat(500))],
    ['no quotes', { text: 'It was signed.' }],
    ['an empty list of quotes', statement('It was signed.', [])],
    ['quotes by the dozen', statement('It was signed.', Array(12).fill(quote))],
    ['a quote of no passage', statement('It was signed.', [{ quote: 'stored words' }])],
    ['a quote that is no text', statement('It was signed.', [{ passage: 'a#p1', quote: 5 }])],
    ['a quote without end', statement('It was signed.', [{ passage: 'a#p1', quote: 'a'.repeat(5000) }])],
    ['a passage id without end', statement('It was signed.', [{ passage: 'a'.repeat(5000), quote: 'stored words' }])],
  ])('%s is called malformed, and the next is read', async (_, malformed) => {
    expect(await read({ statements: [malformed, statement('The next.')] })).toEqual([
      { malformed: true },
      { draft: expect.objectContaining({ text: 'The next.' }) },
    ])
  })

  it.each([
    ['nothing', undefined],
    ['a list', [statement('x')]],
    ['other fields', { answer: 'It was signed.' }],
    ['statements that are none', { statements: 'It was signed.' }],
    ['statements by number', { statements: { 0: statement('x'), length: 1 } }],
  ])('an answer of %s has no statements', async (_, value) => {
    expect(await read(value)).toEqual([])
  })

  it('what else a statement has is left out: nothing is framed or computed because a model says so', async () => {
    const json = `{"statements":[{"text":"x","quotes":[{"passage":"p","quote":"stored","start":1}],
      "framed":true,"computed":{"from":{"year":2017},"to":{"year":2022}},"__proto__":{"framed":true},"constructor":{"a":1}}]}`
    const [item] = await read(JSON.parse(json))
    expect(item).toEqual({ draft: { text: 'x', quotes: [{ passageId: 'p', quote: 'stored' }] } })
    expect((item as { draft: DraftStatement }).draft.framed).toBeUndefined()
    expect(({} as { framed?: boolean }).framed).toBeUndefined()
  })
})

describe('a statement is plain text on one line', () => {
  it.each([
    ['markup', '- The **new** MoC was `signed`.', 'The new MoC was signed.'],
    ['a heading', '## Signing', 'Signing'],
    ['lines', 'It was\n  signed\tin\u00a02022.', 'It was signed in 2022.'],
    [
      'citation marks',
      'It was signed [1], exchanged [2, 3] and shown[^1]【4】.',
      'It was signed, exchanged and shown.',
    ],
    ['the marks of a file search', 'It was signed【4:0†source】.', 'It was signed.'],
    ['invisible characters', 'It\u200b was \u202esi\u00adgned\u{e0041}\u{e0100}\u3164.', 'It was signed.'],
    ['what stands around them', 'It was \u200b signed \u2060[1] .', 'It was signed .'],
    ['controls', 'It was\u0000 signed\u001b\u0085.', 'It was signed.'],
    ['lone surrogates', 'It was signed\ud83d.', 'It was signed.'],
  ])('without %s', async (_, written, plain) => {
    expect(await textOf(written)).toBe(plain)
  })

  it.each([
    'บันทึกความร่วมมือฉบับใหม่ลงนามเมื่อวันที่ ๕ ส.ค. ๒๕๖๕ ณ กรุงเทพฯ น้ำ เก่ง ที่ ผู้ ปฏิบัติ',
    '新しい覚書は2022年（令和4年）8月5日に、総務省のカネコ大臣が「署名」した。',
    'MIC’s release names 5G, ICT & “digital”: 2022-08-05 (B.E. 2565) — see clause 3 [2565].',
  ])('and is otherwise left as it is: %s', async (text) => {
    expect(await textOf(text)).toBe(text)
    expect(await textOf(text.normalize('NFD'))).toBe(text.normalize('NFD'))
  })
})

/** What a model's service gives of a text that it was sent up to `end`, in pieces. */
function valuesOf(text: string, pieceLength: number): unknown[] {
  const reader = createJsonReader(parsePartialJson)
  const values: unknown[] = []
  for (let at = 0; at < text.length; at += pieceLength) {
    const value = reader.push(text.slice(at, at + pieceLength))
    if (value !== undefined) values.push(value)
  }
  return values
}

/** What was given until it broke off. */
async function readBroken(values: Iterable<unknown>): Promise<unknown[]> {
  const given: unknown[] = []
  async function* breaking() {
    yield* values
    throw new Error('broke off')
  }
  try {
    for await (const item of readDrafts(breaking())) given.push(item)
  } catch {}
  return given
}

describe('an answer cut off anywhere', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('ลงนาม', '署名', '"}]', '\\"', '{"text":', 'signed on 5 August 2022'),
  )
  const answer = fc.record({
    status: fc.constantFrom('answered', 'partial'),
    statements: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.record({ text, quotes: fc.array(fc.record({ passage: text, quote: text })) }) },
        { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<never> },
      ),
      { maxLength: 6 },
    ),
  })

  it('never has a statement that the whole does not have', async () => {
    await fc.assert(
      fc.asyncProperty(answer, fc.nat(), fc.integer({ min: 1, max: 40 }), async (value, cut, pieceLength) => {
        const json = JSON.stringify(value)
        const whole = await read(value)
        const prefix = json.slice(0, cut % (json.length + 1))
        const given = await readBroken(valuesOf(prefix, pieceLength))
        expect(given).toEqual(whole.slice(0, given.length))
      }),
      { numRuns: 400 },
    )
  })
})
