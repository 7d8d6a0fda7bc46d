import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { AccordError, describeError } from '../../src/errors.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { askOver, type RealStages, realStages } from '../support/real-index.ts'

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge')

const BUDGET =
  'The Parties shall not provide any funding to each other; each Party bears its own costs up to 2 million baht.'
const DISPUTES = 'Any dispute shall be settled by consultation and shall not be referred to a court.'
const TERM = 'This Memorandum remains valid for five years and is not renewed automatically.'
const SIGNED = `---
id: signed-en
title: The signed Memorandum of Cooperation
kind: other
language: en
publisher: The two ministries
published: 2022-08-05
url: https://example.org/signed
status: signed
---
## Article 4 Intellectual property

The owner of intellectual property keeps it. Nothing here transfers it to the other Party.

## Article 5 Budget

${BUDGET} Joint projects need the written consent of both Parties.

## Article 6 Settlement of disputes

${DISPUTES} The consultation begins within 30 days.

## Article 7 Duration

${TERM} It may be extended in writing.
`

const HOLIDAY = 'ห้องสมุดเทศบาลปิดทุกวันจันทร์และไม่เปิดในวันหยุดนักขัตฤกษ์'
const LOAN = 'สมาชิกยืมหนังสือได้ครั้งละไม่เกิน 5 เล่ม'
const LIBRARY = `---
id: library-th
title: ระเบียบห้องสมุดเทศบาล
kind: other
language: th
publisher: เทศบาล
published: 2024-01-15
url: https://example.org/library
status: in-force
---
${HOLIDAY}
${LOAN}
`

const vocabularySchema = z.looseObject({ gaps: z.array(z.looseObject({ id: z.string() })) })

let home: string

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'accord-other-'))
})
afterAll(() => rmSync(home, { recursive: true }))

function ask(stages: RealStages, question: string): Promise<Answer> {
  return askOver(stages)({ question })
}

function refusalOf(folder: string): string[] {
  try {
    readKnowledge(folder)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(AccordError)
    return describeError(error).split('\n').slice(1)
  }
}

const isOf =
  (documentId: string) =>
  ({ sources }: Answer) =>
    sources.filter((source) => source.documentId === documentId)

describe('a signed text beside the releases', () => {
  let folder: string
  let refusal: string[]
  let stages: RealStages

  beforeAll(async () => {
    folder = join(home, 'signed')
    cpSync(KNOWLEDGE, folder, { recursive: true })
    writeFileSync(join(folder, 'signed.en.md'), SIGNED)
    refusal = refusalOf(folder)
    const stated = new Set(refusal.map((line) => /the gap (\S+) is stated now/u.exec(line)?.[1]))
    const file = join(folder, 'gaps.yaml')
    const { gaps, ...rest } = vocabularySchema.parse(parse(readFileSync(file, 'utf8')))
    writeFileSync(file, stringify({ ...rest, gaps: gaps.filter(({ id }) => !stated.has(id)) }))
    stages = await realStages(folder)
  })

  it.each([
    ['budget', 'Budget'],
    ['disputes', 'dispute'],
    ['term', 'valid for'],
  ])('is refused while the gap %s stands, with the file and what to do', (gap) => {
    const line = refusal.find((problem) => problem.includes(`the gap ${gap} is stated now`))
    expect(line).toContain('gaps.yaml')
    expect(line).toContain('signed.en.md:')
    expect(line).toContain('remove the')
  })

  it.each([
    ['What funding is provided?', BUDGET],
    ['Who pays the costs?', BUDGET],
    ['How are disputes settled?', DISPUTES],
    ['Can a dispute be referred to a court?', DISPUTES],
    ['How long is it valid?', TERM],
    ['Is it renewed automatically?', TERM],
  ])('answers %s with a whole sentence, negation and amount included', async (question, sentence) => {
    const answer = await ask(stages, question)
    expect(answer.status).toBe('answered')
    expect(answer.statements.map(({ text }) => text)).toContain(sentence)
  })

  it.each(['What is the budget?', 'How are disputes settled?', 'How long is it valid?'])(
    'is cited where it stands: %s',
    async (question) => {
      const answer = await ask(stages, question)
      const cited = isOf('signed-en')(answer)
      const { text } = stages.index.documents.get('signed-en')!
      expect(cited.length).toBeGreaterThan(0)
      for (const source of cited) {
        expect(text.slice(source.start, source.end)).toBe(source.quote)
        expect(source).toMatchObject({ kind: 'other', url: 'https://example.org/signed', published: '2022-08-05' })
      }
      for (const { citations } of answer.statements) expect(citations.length).toBeGreaterThan(0)
    },
  )

  it('leaves what the clauses state as it was', async () => {
    const answer = await ask(stages, 'When was the new MoC signed?')
    expect(answer.status).toBe('answered')
    expect(answer.statements[0]?.text).toContain('5 August 2022')
    expect(answer.sources[0]).toMatchObject({ clause: 'signing' })
  })

  it('leaves open what it does not state either', async () =>
    expect(await ask(stages, 'What are the penalties?')).toMatchObject({ status: 'not-stated', statements: [] }))
})

describe('a single Thai document without clauses and glossary', () => {
  let stages: RealStages

  beforeAll(async () => {
    const folder = mkdtempSync(join(home, 'library-'))
    writeFileSync(join(folder, 'library.th.md'), LIBRARY)
    stages = await realStages(folder)
  })

  it.each([
    ['ห้องสมุดเทศบาลปิดวันไหน', HOLIDAY],
    ['สมาชิกยืมหนังสือได้ครั้งละกี่เล่ม', LOAN],
  ])('answers %s with the line that says it', async (question, line) => {
    const answer = await ask(stages, question)
    expect(answer.status).toBe('answered')
    expect(answer.statements.map(({ text }) => text)).toEqual([line])
    const [source] = answer.sources
    expect(source).toMatchObject({ documentId: 'library-th', quote: line, language: 'th' })
    expect(stages.index.documents.get('library-th')?.text.slice(source?.start, source?.end)).toBe(line)
  })
})
