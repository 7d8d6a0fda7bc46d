import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { currentVersion } from '../../src/search-index/snapshot.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'
import { createRefreshBench, type RefreshBench } from '../support/refresh-bench.ts'

const NOTE = `---
id: note
title: A note
kind: other
language: en
publisher: P
published: 2022-09-01
url: https://example.org/note
status: signed
---
The two sides meet every 6 months. The first meeting was held in Tokyo on 12 December 2022, the second on 12 June 2023.

A working group of 14 people met for three days in March 2565 B.E. and spent 20 million baht.
`
const EN = 'clauses.en.md'
const TH = 'clauses.th.md'
const EXTRA = '> 1: https://example.org/news/2 (2022-08-05)\n> 1: https://example.org/news/3 (2022-08-06)'

const GAPS = readFileSync(join(import.meta.dirname, '../fixtures/knowledge/gaps.yaml'), 'utf8')

type Plant = (folder: KnowledgeFolder) => void
const edit =
  (file: string, from: string, to: string): Plant =>
  (folder) =>
    folder.edit(file, from, to)
const all =
  (...plants: Plant[]): Plant =>
  (folder) => {
    for (const plant of plants) plant(folder)
  }
const inBoth =
  (from: RegExp): Plant =>
  (folder) => {
    for (const file of [EN, TH]) {
      const source = readFileSync(join(folder.path, file), 'utf8')
      const found = from.exec(source)
      if (found === null) throw new Error(`${file} doesn't hold ${from}`)
      folder.edit(file, found[0], '')
    }
  }
/** The clause of an id, heading, sentences and proofs. */
const clause = (id: string) => new RegExp(`### [^\\n]*\\{#${id}\\}[^#]*`)

const PLANTED: readonly [what: string, plant: Plant][] = [
  ['the note is dropped', (folder) => folder.remove('note.md')],
  ['a translation is dropped', (folder) => folder.remove(EN)],
  [
    'the original clauses are dropped, the others made originals',
    all((folder) => folder.remove(TH), edit(EN, 'translation-of: clauses-th\n', '')),
  ],
  ['the release is dropped', (folder) => folder.remove('release.th.md')],
  ['the note gets another id', edit('note.md', 'id: note', 'id: notes')],
  ['one of two proofs is removed', edit(EN, '\n> 1: https://example.org/news/3 (2022-08-06)', '')],
  ['the other proof is removed', edit(EN, '> 1: https://example.org/news/2 (2022-08-05)\n', '')],
  ['the only proof of a sentence is removed', edit(EN, '> 1: การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย', '')],
  ['a proof is given another address', edit(EN, 'news/3', 'news/4')],
  ['a proof is given another date', edit(EN, '(2022-08-06)', '(2022-08-07)')],
  ['a proof is cut short', edit(EN, '> 1: การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย', '> 1: ใช้งาน 5G แบบเปิดกว้าง')],
  ['words of the source that prove a clause are changed', edit('release.th.md', 'เปิดกว้างและปลอดภัย', 'เปิดกว้าง')],
  ['a date that an address proves is changed', edit(EN, 'signed on 5 August 2022', 'signed on 6 August 2022')],
  ['its month is changed', edit(EN, 'signed on 5 August 2022', 'signed on 5 September 2022')],
  ['its year is changed', edit(EN, 'signed on 5 August 2022', 'signed on 5 August 2023')],
  ['its day is left out', edit(EN, 'signed on 5 August 2022', 'signed in August 2022')],
  ['the date is changed in Thai', edit(TH, '5 สิงหาคม 2565', '15 สิงหาคม 2565')],
  ['the date is left out in Thai', edit(TH, 'ลงนามเมื่อวันที่ 5 สิงหาคม 2565', 'ลงนามแล้ว')],
  ['a quoted date is changed', edit(EN, 'on 2 August 2022', 'on 3 August 2022')],
  ['a date of prose is changed', edit('note.md', '12 December 2022', '13 December 2022')],
  ['one of two like dates of prose is changed', edit('note.md', '12 June 2023', '12 December 2022')],
  ['a Thai year of prose is changed', edit('note.md', 'March 2565', 'March 2566')],
  ['an amount is changed', edit('note.md', '20 million baht', '25 million baht')],
  ['a number of people is changed', edit('note.md', '14 people', '15 people')],
  ['a length of time is changed', edit('note.md', 'every 6 months', 'every 9 months')],
  ['a paragraph of prose is dropped', edit('note.md', /A working.*\n/.exec(NOTE)![0], '')],
  [
    'a clause is dropped in every language',
    all(inBoth(clause('scope-radio')), edit('gaps.yaml', '[scope-radio]', '[signing]')),
  ],
  [
    'a sentence is dropped',
    all(
      edit(EN, 'The new memorandum replaces the earlier one, which was signed in 2017.\n', ''),
      edit(EN, '> 2: ใช้แทน', '> 1: ใช้แทน'),
    ),
  ],
  ['the day of publication is changed', edit('note.md', 'published: 2022-09-01', 'published: 2022-09-02')],
  ['the status is changed', edit('note.md', 'status: signed', 'status: draft-approved')],
]

const PROSE = `
The rooms are let by the city. Nobody may lend them to others without being asked in writing.

Tea is served to guests, and the garden stays open to all who come.
`

/** Losses without a number, a date or a proof that is gone. */
const SNEAKED: readonly [what: string, plant: Plant][] = [
  ['a paragraph without numbers is dropped', edit('note.md', /Tea is.*\n/.exec(PROSE)![0], '')],
  [
    'a sentence without numbers is dropped',
    edit('note.md', ' Nobody may lend them to others without being asked in writing.', ''),
  ],
  [
    'another document takes the place of one, with its id and its numbers',
    edit('note.md', PROSE, '\nAltogether different words about ships, harbours, nets, sails and fish.\n'),
  ],
  [
    'two dates take each other’s place',
    all(
      edit('note.md', 'on 12 December 2022', 'on 12 June 20xx'),
      edit('note.md', '12 June 2023', '12 December 2022'),
      edit('note.md', '20xx', '2023'),
    ),
  ],
  ['examples are no longer marked as such', all(edit(EN, ' .examples', ''), edit(TH, ' .examples', ''))],
  ['a document gets a kind of higher authority', edit('note.md', 'kind: other', 'kind: cabinet-release')],
  [
    'a proof is found in another document than before',
    (folder) => {
      const release = readFileSync(join(folder.path, 'release.th.md'), 'utf8')
      folder.write('a.th.md', release.replace(/^id: .*$/m, 'id: a-copy').replace(/^kind: .*$/m, 'kind: other'))
    },
  ],
  ['a term of the glossary is gone', edit('glossary.yaml', '    th: [5G, ห้าจี]\n', '    th: [5G]\n')],
  [
    'a term becomes another kind',
    edit(
      'glossary.yaml',
      '  - id: earlier\n    kind: instrument\n    slot: instrument',
      '  - id: earlier\n    kind: topic',
    ),
  ],
  ['a gap is gone', edit('gaps.yaml', / {2}- id: budget\n(?: {4}.*\n)+/.exec(GAPS)![0], '')],
  ['a question is gone', edit('questions.yaml', 'On which day did they put pen to paper?', 'Which day?')],
]

let bench: RefreshBench
let original: KnowledgeFolder
let version: string | undefined
beforeAll(async () => {
  bench = createRefreshBench()
  original = copyKnowledge()
  bench.folder.write('note.md', NOTE)
  bench.folder.edit(EN, '> 1: https://example.org/news/2 (2022-08-05)', EXTRA)
  await bench.refresh()
  version = currentVersion(bench.dataDir)
})
afterAll(() => {
  bench[Symbol.dispose]()
  original[Symbol.dispose]()
})

describe('a planted loss', () => {
  it('is one of thirty', () => expect(PLANTED).toHaveLength(30))

  it.each(PLANTED)('is refused when %s', async (_, plant) => {
    const files = [EN, TH, 'release.th.md', 'gaps.yaml', 'note.md']
    const sources = files.map((file) => readFileSync(join(bench.folder.path, file)))
    try {
      plant(bench.folder)
      await expect(bench.refresh()).rejects.toThrow(AccordError)
      expect(currentVersion(bench.dataDir)).toBe(version)
    } finally {
      for (const [at, file] of files.entries()) bench.folder.write(file, sources[at]!)
    }
  })

  it.each(SNEAKED)('is refused when %s', async (_, plant) => {
    using bench = createRefreshBench()
    bench.folder.write('note.md', NOTE + PROSE)
    await bench.refresh()
    plant(bench.folder)
    await expect(bench.refresh()).rejects.toThrow(/^Refused for/)
  })

  it('is none when something is added, reworded or put elsewhere', async () => {
    bench.folder.edit(EN, 'The scope includes the use', 'The scope covers the use')
    bench.folder.edit('note.md', 'A working group', 'An opening paragraph of 3 lines.\n\nA working group')
    const { report, changes } = await bench.refresh({ check: true })
    expect(changes?.losses).toEqual([])
    expect(report.version).toBe(version)
  })
})
