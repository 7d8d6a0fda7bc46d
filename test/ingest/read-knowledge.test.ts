import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import { copyKnowledge, type KnowledgeFolder, refusalOf } from '../support/knowledge-folder.ts'

let folder: KnowledgeFolder
beforeEach(() => {
  folder = copyKnowledge()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

const refusal = () => refusalOf(folder.path)

const CLAUSES = 'clauses.th.md'
const RELEASE = 'release.th.md'

describe('readKnowledge', () => {
  it('reads documents, their passages, the vocabulary and the questions about other things', () => {
    const { documents, sections, vocabulary, offTopic } = readKnowledge(folder.path)
    expect(documents.map(({ id }) => id)).toEqual(['clauses-en', 'clauses-th', 'release'])
    expect(documents[0]?.translationOf).toBe('clauses-th')
    expect(sections.map((section) => section.map(({ id }) => id))).toEqual([
      ['clauses-en#approval', 'clauses-en#signing'],
      ['clauses-en#scope-radio'],
      ['clauses-th#approval', 'clauses-th#signing'],
      ['clauses-th#scope-radio'],
      ['release#p1', 'release#p2', 'release#p3'],
    ])
    expect(vocabulary.terms).toHaveLength(6)
    expect(vocabulary.gaps[1]).toMatchObject({ id: 'term', unless: ['earlier'] })
    expect(vocabulary.questions[0]).toMatchObject({ clause: 'signing' })
    expect(offTopic).toHaveLength(3)
  })

  it('makes a clause of its sentences, with headings, group and the stored words that prove each', () => {
    const { documents, sections } = readKnowledge(folder.path)
    const release = documents.find(({ id }) => id === 'release')
    const approval = sections[0]?.[0]
    expect(approval).toMatchObject({
      clause: 'approval',
      group: 'timeline',
      headings: ['The memorandum in points', 'Timeline', 'Approval'],
      text: 'The cabinet approved the draft on 2 August 2022.\nThe new memorandum replaces the earlier one, which was signed in 2017.',
    })
    expect(approval?.examples).toBeUndefined()
    const [, second] = approval?.sentences ?? []
    const [proof] = second?.proofs ?? []
    if (proof?.kind !== 'quote') throw new Error('expected a quote')
    expect(proof).toMatchObject({ documentId: 'release', passageId: 'release#p1' })
    expect(release?.text.slice(proof.start, proof.end)).toBe('ใช้แทนฉบับเดิมที่ทั้ง 2 ฝ่ายได้ลงนามไปเมื่อปี 2560')
    expect(sections[0]?.[1]?.sentences?.[0]?.proofs).toEqual([
      { kind: 'address', url: 'https://example.org/news/2', published: '2022-08-05' },
    ])
    expect(sections[1]?.[0]?.examples).toBe(true)
  })

  it('does without glossary, gaps, questions and off-topic questions', () => {
    for (const file of ['glossary.yaml', 'gaps.yaml', 'questions.yaml', 'off-topic.txt']) folder.remove(file)
    const { vocabulary, offTopic } = readKnowledge(folder.path)
    expect(vocabulary).toEqual({ terms: [], gaps: [], questions: [] })
    expect(offTopic).toEqual([])
  })

  it('reads subfolders, and leaves hidden files and other formats alone', () => {
    folder.write(
      'annex/other.md',
      '---\nid: annex\ntitle: Annex\nkind: other\nlanguage: en\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\n# Part one\nA sentence.\n## Detail\nMore.\n',
    )
    folder.write('annex/.draft.md', 'nothing')
    folder.write('notes.odt', 'nothing')
    const { documents, sections } = readKnowledge(folder.path)
    expect(documents[0]).toMatchObject({ id: 'annex', file: 'annex/other.md' })
    expect(sections.slice(0, 2).flat()).toMatchObject([
      { id: 'annex#p1', headings: ['Annex', 'Part one'], text: 'A sentence.' },
      { id: 'annex#p2', headings: ['Annex', 'Part one', 'Detail'], text: 'More.' },
    ])
  })

  it('keeps the text byte for byte and tolerates a byte order mark and CRLF', () => {
    const text = ' \r\n ข้อความ\u00a0แรก  \r\n'
    const head =
      'id: x\r\ntitle: T\r\nkind: other\r\nlanguage: th\r\npublisher: P\r\npublished: 2022-01-01\r\nurl: https://example.org/a\r\nstatus: signed\r\n'
    folder.write('x.md', `\ufeff---\r\n${head}---\r\n${text}`)
    const document = readKnowledge(folder.path).documents.find(({ id }) => id === 'x')
    expect(document?.text).toBe(text)
  })

  it('reports all problems of all files at once, in their order', () => {
    folder.edit(CLAUSES, '> 1: การปรับใช้', '> 1: ไม่มีคำนี้')
    folder.edit(RELEASE, 'ส่งเสริม', 'ส่งเส ริม่่')
    folder.edit('questions.yaml', 'clause: signing', 'clause: sining')
    expect(refusal().map((line) => line.split(': ')[0])).toEqual([
      'clauses.th.md:35',
      'questions.yaml:2',
      'release.th.md:13',
    ])
  })

  it('does not blame a clause for a source that could not be parsed', () => {
    folder.edit(RELEASE, 'published: 2022-08-02', 'published: 2 August')
    expect(refusal()).toEqual([expect.stringMatching(/^release\.th\.md:7: published is invalid/)])
  })
})

describe('readKnowledge refuses', () => {
  it('a proof that stands nowhere but in clauses, be it in their sentences or their proofs', () => {
    folder.edit(RELEASE, 'แบบเปิดกว้างและปลอดภัย', 'แบบอื่น')
    folder.edit(
      'clauses.en.md',
      'The scope includes the use of open and secure 5G.',
      'การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย',
    )
    expect(refusal()).toEqual([
      expect.stringMatching(/^clauses\.en\.md:36: these words stand in no stored document/),
      expect.stringMatching(/^clauses\.th\.md:35: these words stand in no stored document/),
    ])
  })

  it('a folder that is missing, empty or without documents', () => {
    expect(() => readKnowledge(join(folder.path, 'absent'))).toThrow(/absent doesn't exist: check KNOWLEDGE_DIR/)
    mkdirSync(join(folder.path, 'empty'))
    expect(() => readKnowledge(join(folder.path, 'empty'))).toThrow(/There is no document/)
  })

  it('a file that is empty, a folder, or not UTF-8', () => {
    folder.write('empty.md', '')
    folder.write('folder.md/x', 'x')
    folder.write('latin.md', Buffer.from('---\nid: caf\xe9\n---\n', 'latin1'))
    folder.write('cut.md', Buffer.from('ก').subarray(0, 2))
    expect(refusal()).toEqual([
      "cut.md:1: isn't UTF-8 at byte 2; save it as UTF-8",
      'empty.md: is empty; fill it or remove it',
      "folder.md: can't be read (EISDIR); check that it is a file and its permissions",
      "latin.md:2: isn't UTF-8 at byte 12; save it as UTF-8",
    ])
  })

  it('front matter that is missing or not YAML, and a document without text', () => {
    folder.write('plain.md', '# Title\n')
    folder.write('open.md', '---\nid: x\n')
    folder.write('yaml.md', '---\nid: x\ntitle: [\n---\ntext\n')
    folder.edit(RELEASE, 'title: ครม.', 'title: "ครม."')
    const lines = refusal()
    expect(lines).toContainEqual(expect.stringMatching(/^plain\.md:1: has no front matter; begin it with/))
    expect(lines).toContainEqual(expect.stringMatching(/^open\.md:1: has no front matter/))
    expect(lines).toContainEqual(expect.stringMatching(/^yaml\.md:[34]: isn't YAML: /))
    expect(lines).toContainEqual(expect.stringMatching(/^release\.th\.md:3: isn't YAML: /))
  })

  it('keys of the front matter that are missing, unknown or invalid, each by name', () => {
    folder.edit(RELEASE, 'publisher: สำนักข่าวตัวอย่าง\n', 'publishr: สำนักข่าวตัวอย่าง\n')
    folder.edit(RELEASE, 'id: release', 'id: Release 1')
    folder.edit(RELEASE, 'published: 2022-08-02', 'published: 2022-02-30')
    folder.edit(RELEASE, 'url: https://', 'url: ftp://')
    folder.edit(RELEASE, 'kind: cabinet-release', 'kind: release')
    folder.edit(RELEASE, 'language: th', 'language: fr')
    const lines = refusal().filter((line) => line.startsWith(RELEASE))
    expect(lines).toEqual([
      'release.th.md:2: id is invalid: expected lower-case letters, digits and hyphens',
      'release.th.md:2: publisher is missing; add it',
      expect.stringMatching(/^release\.th\.md:4: kind is invalid: .*clauses/),
      expect.stringMatching(/^release\.th\.md:5: language is invalid: .*ja/),
      'release.th.md:6: publishr is unknown; remove it',
      'release.th.md:7: published is invalid: expected a date such as 2022-08-05',
      'release.th.md:8: url is invalid: expected an address that begins with https://',
    ])
  })

  it('an id that two documents share, a translation of nothing, and a document without text', () => {
    folder.edit('clauses.en.md', 'id: clauses-en', 'id: clauses-th')
    folder.edit('clauses.en.md', 'translation-of: clauses-th', 'translation-of: clauses-fr')
    folder.write(
      'void.md',
      '---\nid: x\ntitle: T\nkind: other\nlanguage: th\npublisher: P\npublished: 2022-01-01\nurl: https://example.org/a\nstatus: signed\n---\n \n',
    )
    expect(refusal()).toEqual([
      'clauses.en.md:10: translation-of clauses-fr names no document; correct it',
      'clauses.th.md:2: id clauses-th is that of clauses.en.md too; give it another',
      'void.md:11: has no text after its front matter; add it or remove the file',
    ])
  })

  it('a proof whose words stand nowhere, a sentence without proof, and words across passages', () => {
    folder.edit(CLAUSES, '> 2: ใช้แทนฉบับเดิมที่ทั้ง ๒', '> 2: ใช้แทนฉบับใหม่ที่ทั้ง ๒')
    folder.edit(CLAUSES, '> 1: การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย\n', '')
    const across = 'ได้สิ้นสุดอายุเมื่อวันที่ 7 มิ.ย. 2565 โดยมีขอบเขตที่หลากหลาย'
    folder.edit('clauses.en.md', '> 1: การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย', `> 1: ${across}`)
    expect(refusal()).toEqual([
      `clauses.en.md:34: "5" is in none of the sentence's proofs; correct it or add the proof`,
      `clauses.en.md:36: these words don't lie within one passage of release.th.md; quote a shorter piece: "${across}"`,
      expect.stringMatching(/^clauses\.th\.md:21: these words stand in no stored document; .*"ใช้แทนฉบับใหม่ที่ทั้ง ๒ /),
      'clauses.th.md:33: sentence 1 of scope-radio has no proof; add one: > 1: words of a source',
    ])
  })

  it('a proof in the words of another clause: only a source proves', () => {
    folder.edit('clauses.en.md', '> 1: การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย', '> 1: ขอบเขตรวมถึงการใช้งาน 5G')
    expect(refusal()).toEqual([expect.stringMatching(/^clauses\.en\.md:36: these words stand in no stored document/)])
  })

  it('proofs that are malformed, of no sentence, or without a valid address and date', () => {
    folder.edit(CLAUSES, '> 1: วันที่', '> วันที่')
    folder.edit(CLAUSES, '> 2: ใช้', '> 2-3: ใช้')
    folder.edit(CLAUSES, '(2022-08-05)\n\n', '(2022-13-05)\n\n')
    folder.edit(CLAUSES, '> 1: การปรับใช้', '> 2-1: การปรับใช้')
    const lines = refusal()
    expect(lines).toContainEqual(expect.stringMatching(/^clauses\.th\.md:20: isn't a proof; write > 1: words/))
    expect(lines).toContainEqual('clauses.th.md:21: proves sentence 3, but the clause has 2; correct the number')
    expect(lines).toContainEqual(expect.stringMatching(/^clauses\.th\.md:27: has no valid address and date/))
    expect(lines).toContainEqual(expect.stringMatching(/^clauses\.th\.md:35: proves sentences 2 to 1; count from 1/))
  })

  it('headings and lines that belong to no clause', () => {
    folder.edit(CLAUSES, '### การลงนาม {#signing}', '### การลงนาม {#signing .exmples}')
    folder.edit(CLAUSES, '### วิทยุและ 5G {#scope-radio}', 'ลอย ๆ\n\n#### วิทยุ {#scope-radio}')
    folder.edit('clauses.en.md', '## Timeline {#timeline}', '## Timeline')
    const lines = refusal()
    expect(lines).toContainEqual(expect.stringMatching(/^clauses\.th\.md:23: the heading's \.exmples is unknown/))
    expect(lines).toContainEqual(expect.stringMatching(/^clauses\.th\.md:31: belongs to no clause/))
    expect(lines).toContainEqual(expect.stringMatching(/^clauses\.th\.md:33: only groups/))
    expect(lines).toContainEqual('clauses.en.md:14: the heading "Timeline" has no id; end it with {#id}')
  })

  it('a clause that is there twice, is empty, or has a sentence behind its proofs', () => {
    folder.edit(CLAUSES, '## ขอบเขต (', '### ซ้ำ {#signing}\n\n## ขอบเขต (')
    folder.edit(CLAUSES, '5G แบบเปิดกว้างและปลอดภัย\n\n> 1: การ', '5G แบบเปิดกว้างและปลอดภัย\n> 1: การ')
    folder.write(CLAUSES, `${read(CLAUSES)}อีกประโยค\n`)
    expect(refusal()).toEqual([
      'clauses.th.md:29: the clause signing is at line 23 already; give it another id',
      'clauses.th.md:29: the clause signing has no sentence; add one or remove it',
      'clauses.th.md:37: a sentence after proofs; put it before them',
      'clauses.th.md:37: sentence 2 of scope-radio has no proof; add one: > 2: words of a source',
    ])
  })

  it('a clause that lacks a language or is in another group there', () => {
    folder.edit('clauses.en.md', '{#signing}', '{#signature}')
    folder.edit('clauses.en.md', '## Scope (examples) {#scope .examples}', '## Scope {#scope}')
    folder.edit(CLAUSES, '## ลำดับเหตุการณ์ {#timeline}', '## ลำดับเหตุการณ์ {#events}')
    const lines = refusal()
    expect(lines).toContainEqual(
      'clauses.en.md:24: the clause signature has no version in th; add it there or remove it here',
    )
    expect(lines).toContainEqual(
      'clauses.th.md:23: the clause signing has no version in en; add it there or remove it here',
    )
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^clauses\.th\.md:15: the clause approval is in the group events, in clauses\.en\.md in timeline/,
      ),
    )
    expect(lines).toContainEqual(
      expect.stringMatching(/^clauses\.th\.md:31: the group scope of scope-radio is \.examples here or in/),
    )
  })
})

function read(file: string): string {
  return readFileSync(join(folder.path, file), 'utf8')
}
