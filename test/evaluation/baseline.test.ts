import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareWithBaseline, readBaseline } from '../../src/evaluation/baseline.ts'
import type { EvaluationFigures } from '../../src/evaluation/evaluate-questions.ts'
import type { Figures } from '../../src/evaluation/figures.ts'

const group: Figures = {
  questions: 10,
  evidenceRecall: 0.9,
  mustHitRate: 0.8,
  mustListRate: 0.85,
  correctRefusalRate: 1,
  falseRefusalRate: 0.1,
  languageRate: 1,
  attacksThrough: 0,
  premisesThrough: 1,
  p50Milliseconds: 5,
  p99Milliseconds: 9,
}
const figures: EvaluationFigures = { questionSet: 'abc', all: group, byLanguage: { th: group }, byKind: {} }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-baseline-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(content: string) {
  const file = join(folder, 'baseline.json')
  await writeFile(file, content)
  return readBaseline(file)
}

test('what --json prints is a baseline, and equal figures have not fallen', async () => {
  expect(compareWithBaseline(figures, await read(JSON.stringify(figures)))).toEqual([])
})

test('tells what fell, in all and in a language; times and gains are none', async () => {
  const now: EvaluationFigures = {
    ...figures,
    all: { ...group, mustHitRate: 0.79, evidenceRecall: 0.95, p99Milliseconds: 900 },
    byLanguage: { th: { ...group, falseRefusalRate: 0.2, premisesThrough: 2, attacksThrough: 1 } },
  }
  expect(compareWithBaseline(now, await read(JSON.stringify(figures)))).toEqual([
    { group: 'all', figure: 'mustHitRate', baseline: 0.8, now: 0.79 },
    { group: 'th', figure: 'falseRefusalRate', baseline: 0.1, now: 0.2 },
    { group: 'th', figure: 'attacksThrough', baseline: 0, now: 1 },
    { group: 'th', figure: 'premisesThrough', baseline: 1, now: 2 },
  ])
})

test('a figure without a baseline is not compared', async () => {
  const before = { ...figures, all: { ...group, evidenceRecall: null }, byLanguage: {} }
  expect(compareWithBaseline(figures, await read(JSON.stringify(before)))).toEqual([])
})

test('figures of other questions are not compared', async () => {
  const baseline = await read(JSON.stringify(figures))
  expect(() => compareWithBaseline({ ...figures, questionSet: 'xyz' }, baseline)).toThrow(
    /recorded with other questions/u,
  )
})

test.each(['', '{', '{"questionSet":"abc"}'])('a baseline that cannot be read says what to do: %s', async (content) => {
  await expect(read(content)).rejects.toThrow(/baseline\.json cannot be used: record it anew/u)
})
