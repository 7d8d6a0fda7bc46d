import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyKnowledge, type KnowledgeFolder, refusalOf } from '../support/knowledge-folder.ts'

let folder: KnowledgeFolder
beforeEach(() => {
  folder = copyKnowledge()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

const refusal = () => refusalOf(folder.path)

describe('a glossary is refused', () => {
  it('that is not YAML, with the line', () => {
    folder.edit('glossary.yaml', 'en: [5G, fifth generation]', 'en: [5G, fifth generation')
    expect(refusal()[0]).toMatch(/^glossary\.yaml:2[3-6]: isn't YAML: /)
  })

  it('with a wording that YAML takes for a reference', () => {
    folder.edit('glossary.yaml', 'ja: [署名]', 'ja: [署名, *調印]')
    expect(refusal()).toEqual(['glossary.yaml:29: begins with *, which YAML keeps for itself; quote it'])
  })

  it('with entries that are missing, unknown, empty or of another kind, each with its line', () => {
    folder.edit('glossary.yaml', 'th: [ฉบับเดิม]', 'th: []')
    folder.edit('glossary.yaml', 'en: [5G, fifth generation]', "en: [5, ' ']")
    folder.edit('glossary.yaml', '    ja: [署名]\n', '    jp: [署名]\n')
    folder.edit('glossary.yaml', 'kind: contrary', 'kind: opposite')
    expect(refusal()).toEqual([
      'glossary.yaml:17: terms.2.th is invalid: Too small: expected array to have >=1 items',
      'glossary.yaml:23: terms.3.en.0 is invalid: Invalid input: expected string, received number',
      'glossary.yaml:23: terms.3.en.1 is invalid: Too small: expected string to have >=1 characters',
      'glossary.yaml:25: terms.4.ja is missing; add it',
      'glossary.yaml:29: terms.4.jp is unknown; remove it',
      expect.stringMatching(/^glossary\.yaml:31: terms\.5\.kind is invalid: /),
    ])
  })

  it('with an id that is there twice', () => {
    folder.edit('glossary.yaml', 'id: japan', 'id: thailand')
    expect(refusal()).toEqual(['glossary.yaml:8: the term thailand is there already; give this one another id'])
  })

  it('with a wording of two terms that exclude each other, in the form in which wordings are compared', () => {
    folder.edit('glossary.yaml', 'th: [ฉบับเดิม]', 'th: [ฉบับเดิม, ฝ่าย ไทย]')
    folder.edit('glossary.yaml', 'en: [Japanese side, Japan]', 'en: [Japanese side, ＴＨＡＩＬＡＮＤ]')
    expect(refusal()).toEqual([
      'glossary.yaml:12: "ＴＨＡＩＬＡＮＤ" is a wording of japan and of thailand, which exclude each other; keep one',
      'glossary.yaml:17: "ฝ่าย ไทย" is a wording of earlier and of thailand, which exclude each other; keep one',
    ])
  })

  it('not with a wording that terms without slots share, or that means another thing in another language', () => {
    folder.edit('glossary.yaml', 'th: [5G, ห้าจี]', 'th: [5G, ห้าจี, ลงนาม, ไทย]')
    folder.edit('glossary.yaml', 'ja: [日本側, 日本]', 'ja: [日本側, 日本, Thailand]')
    expect(refusal()).toEqual([])
  })

  it('with a side, an opposite or a wider term that is none', () => {
    folder.edit('glossary.yaml', 'contradicts: [sign]', 'contradicts: [sing]')
    folder.edit(
      'glossary.yaml',
      'id: 5g\n    kind: topic',
      'id: 5g\n    kind: topic\n    side: sign\n    broader: radio',
    )
    folder.edit('glossary.yaml', 'id: sign\n    kind: topic', 'id: sign\n    kind: contrary')
    expect(refusal()).toEqual([
      'glossary.yaml:22: the side sign of 5g is no term of kind side; correct it',
      'glossary.yaml:23: broader of 5g names radio, which is no other term; correct it',
      'glossary.yaml:27: sign: a term of kind contrary needs contradicts; name the terms whose opposite it is',
      'glossary.yaml:34: not-signed contradicts sing, which is no term; correct it',
    ])
  })
})

describe('a slot of the glossary', () => {
  it('has at most one default, and only a slot has one', () => {
    folder.edit('glossary.yaml', 'id: thailand\n', 'id: thailand\n    default: true\n')
    folder.edit('glossary.yaml', 'id: japan\n', 'id: japan\n    default: true\n')
    folder.edit('glossary.yaml', 'id: 5g\n', 'id: 5g\n    default: true\n')
    expect(refusal()).toEqual([
      'glossary.yaml:10: the slot side has a default above already; keep one',
      'glossary.yaml:23: 5g is a default of no slot; remove it',
    ])
  })
})

describe('gaps and questions are refused', () => {
  it('that name a clause or a term that is none', () => {
    folder.edit('gaps.yaml', 'nearest: [scope-radio]', 'nearest: [scope-radio, scope-tv]')
    folder.edit('gaps.yaml', 'unless: [earlier]', 'terms: [ended]\n    unless: [former]')
    folder.edit('questions.yaml', 'clause: signing', 'clause: sining')
    expect(refusal()).toEqual([
      'gaps.yaml:3: nearest of budget names scope-tv, which is no clause; correct it',
      'gaps.yaml:9: terms of term names ended, which is no term of the glossary; correct it',
      'gaps.yaml:10: unless of term names former, which is no term of the glossary; correct it',
      'questions.yaml:2: questions for sining, which is no clause; correct or remove them',
    ])
  })

  it('that are there twice', () => {
    folder.edit('gaps.yaml', 'id: term', 'id: budget')
    folder.edit(
      'questions.yaml',
      'questions:\n',
      "questions:\n  - clause: signing\n    th: [ก]\n    en: ['A?']\n    ja: [か]\n",
    )
    expect(refusal()).toEqual([
      'gaps.yaml:7: the gap budget is there already; give this one another id',
      'questions.yaml:6: the clause signing has questions above already; join them',
    ])
  })

  it('of an unknown form', () => {
    folder.write('gaps.yaml', 'budget: []\n')
    folder.write('questions.yaml', '# nothing yet\n')
    expect(refusal()).toEqual([
      'gaps.yaml:1: gaps is missing; add it',
      'gaps.yaml:1: budget is unknown; remove it',
      expect.stringMatching(/^questions\.yaml:1: the content is invalid: /),
    ])
  })
})

describe('a gap that a source states now is refused', () => {
  it('in Thai, with the line of the source', () => {
    folder.edit('release.th.md', 'เป็นต้น\n', 'เป็นต้น\nงบประมาณ 10 ล้านบาท\n')
    expect(refusal()).toEqual([
      'gaps.yaml:2: the gap budget is stated now: "งบประมาณ" in release.th.md:14; make the gap a topic of the glossary, or remove the wording',
    ])
  })

  it('not for a wording inside another word: งบ in สงบ or ของบริษัท, cost in costume', () => {
    folder.edit('release.th.md', 'เป็นต้น\n', 'เป็นต้น ในความสงบ ของบริษัท costume\n')
    expect(refusal()).toEqual([])
  })

  it('not for a wording inside a longer one of the glossary', () => {
    folder.edit('gaps.yaml', 'th: [งบประมาณ, งบ]', 'th: [งบประมาณ, เบอร์]')
    expect(refusal()).toEqual([expect.stringContaining('"เบอร์" in release.th.md:13')])
    folder.edit('glossary.yaml', 'th: [5G, ห้าจี]', 'th: [5G, ห้าจี, ไซเบอร์]')
    expect(refusal()).toEqual([])
  })

  it('not beside a term with which it is no gap', () => {
    folder.edit('gaps.yaml', '    unless: [earlier]\n', '')
    expect(refusal()).toEqual([
      'gaps.yaml:7: the gap term is stated now: "replaces the" in clauses.en.md:19; make the gap a topic of the glossary, or remove the wording',
      'gaps.yaml:7: the gap term is stated now: "สิ้นสุดอายุ" in release.th.md:12; make the gap a topic of the glossary, or remove the wording',
    ])
  })
})
