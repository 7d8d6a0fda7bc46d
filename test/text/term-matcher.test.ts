import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/text/canonical.ts'
import { compact, writtenBorders } from '../../src/text/compact.ts'
import { createTermMatcher, type TermMatch } from '../../src/text/term-matcher.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const { vocabulary } = readRealKnowledge()
const glossary = [...vocabulary.terms, ...vocabulary.gaps].map(({ id, th, en, ja }) => ({
  id,
  wordings: [...th, ...en, ...ja],
}))
const wordingsOfGlossary = glossary.flatMap(({ id, wordings }) => wordings.map((wording) => ({ id, wording })))

const matcher = createTermMatcher([
  { id: 'moc', wordings: ['บันทึกความร่วมมือ', 'memorandum', 'Memorandum of Cooperation', 'MoC', '覚書', '協力覚書'] },
  { id: 'cooperation', wordings: ['ความร่วมมือ', 'cooperation', '協力'] },
  { id: 'budget', wordings: ['งบ', 'งบประมาณ', 'cost'] },
  { id: '5g', wordings: ['5G', '5 จี'] },
  { id: 'mic', wordings: ['MIC', '総務省'] },
  { id: 'expert', wordings: ['ผู้เชี่ยวชาญ', 'expert'] },
  { id: 'people', wordings: ['expert', 'ministry'] },
  { id: 'person', wordings: ['菅', '菅原'] },
  { id: 'clause', wordings: ['article #', 'art. #', 'ข้อ #', '第#条'] },
  { id: 'nothing', wordings: ['', '\u200b'] },
])
const shown = (text: string, matches: TermMatch[]) =>
  matches.map(({ id, start, end }) => `${id}: ${compact(text).slice(start, end)}`)
const exact = (text: string) => shown(text, matcher.exact(text))
const fuzzy = (text: string) => shown(text, matcher.fuzzy(compact(text), matcher.exact(text)))

describe('the compact form', () => {
  it.each([
    ['loses the spaces of Thai', 'บันทึก ความ\u00a0ร่วมมือ', 'บันทึกความร่วมมือ'],
    ['loses the spaces of Japanese', '日本 の 総務省', '日本の総務省'],
    ['loses spaces between Latin and Thai', 'MoC ฉบับ 2565 ใหม่', 'mocฉบับ2565ใหม่'],
    ['keeps the spaces between Latin words', 'Memorandum  of Cooperation', 'memorandum of cooperation'],
    ['keeps marks', 'ที่ นี่', 'ที่นี่'],
  ])('%s', (_, text, form) => expect(compact(text)).toBe(form))

  it('is canonical, and its own compact form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compact(text)).toBe(canonical(compact(text)))
        expect(compact(compact(text))).toBe(compact(text))
      }),
    )
  })

  it('becomes the canonical form again where the writer set borders', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const borders = writtenBorders(text)
        const form = compact(text)
        let spaced = ''
        for (let at = 0; at <= form.length; at++) spaced += (borders.has(at) ? ' ' : '') + (form[at] ?? '')
        expect(spaced).toBe(canonical(text))
      }),
    )
  })
})

const anyText = fc.string({ unit: fc.constantFrom(...'กขมงบ่ี 12aBé　\u00a0\u200b日本タひー.'), maxLength: 40 })

describe('a wording is found', () => {
  it.each([
    ['whole', 'บันทึกความร่วมมือ', ['moc: บันทึกความร่วมมือ']],
    ['with spaces in it', 'บันทึก ความ ร่วมมือ', ['moc: บันทึกความร่วมมือ']],
    ['with zero-width characters in it', 'ผู้\u200bเชี่ยว\u200bชาญ', ['expert: ผู้เชี่ยวชาญ']],
    ['in running Thai', 'มีผู้เชี่ยวชาญกี่คน', ['expert: ผู้เชี่ยวชาญ']],
    ['in running Japanese', '日本総務省とは', ['mic: 総務省']],
    ['in full-width letters', 'ＭＯＣとは', ['moc: moc']],
    ['in capitals', 'COSTS', ['budget: costs']],
    ['in Latin letters between Thai ones', 'มีMICและMoCใหม่', ['mic: mic', 'moc: moc']],
    ['in Latin letters before Thai ones', '5Gมีอะไร', ['5g: 5g']],
    ['in one character', '「菅」とは', ['person: 菅']],
    ['with a space between figure and letter', '5 จีคืออะไร', ['5g: 5จี']],
    ['in the plural', 'memorandums', ['moc: memorandums']],
    ['with a possessive', "the MIC's and the MICs’ share", ["mic: mic's", "mic: mics'"]],
    ['with a figure', '5G และ 5จี', ['5g: 5g', '5g: 5จี']],
    ['as the longest at its place', 'Memorandum of Cooperation', ['moc: memorandum of cooperation']],
    ['as the longest at its place, in Japanese', '協力覚書', ['moc: 協力覚書']],
    ['for each of its meanings', 'an expert', ['expert: expert', 'people: expert']],
    ['each time', 'MoC or MoC', ['moc: moc', 'moc: moc']],
  ])('%s', (_, text, found) => expect(exact(text)).toEqual(found))

  it.each([
    ['inside a Latin word', 'mimic microchip costume'],
    ['with the beginning of a longer word', 'expertise'],
    ['in another spelling', 'ผู้เชียวชาญ'],
    ['inside a number', '15G'],
    ['without its marks', 'ผูเชียวชาญ'],
    ['when it is empty', ' \u200b '],
  ])('not %s', (_, text) => expect(exact(text)).toEqual([]))

  it.each([
    ['alone', 'งบ', true],
    ['between words', 'มีงบไหม', true],
    ['where the writer left spaces', 'โครงการ งบ สูง', true],
    ['beside a sign', '(งบ)', true],
    ['inside another word', 'สงบ', false],
    ['inside a compound', 'เจรจาสงบศึก', false],
    ['across a space that the writer set', 'บอกว่าง บ้าง', false],
  ])('when it is short and Thai, only between word borders: %s', (_, text, isFound) => {
    expect(matcher.exact(text).some(({ id }) => id === 'budget')).toBe(isFound)
  })

  it('anywhere, for every wording of the glossary', () => {
    const all = createTermMatcher(glossary)
    for (const { id, wording } of wordingsOfGlossary) {
      const plain = wording.replace('#', '7')
      for (const text of [plain, plain.toUpperCase(), `“${plain}”`, `5G (${plain})`]) {
        const found = all.exact(text).filter((match) => match.id === id)
        expect(
          found.map(({ start, end }) => compact(text).slice(start, end)),
          `${id}: ${text}`,
        ).toContain(compact(plain))
      }
    }
  })

  it('at offsets of the compact text, without overlapping, for any text', () => {
    const simple = glossary.map(({ id, wordings }) => ({ id, wordings: wordings.filter((w) => !w.includes('#')) }))
    const all = createTermMatcher(simple)
    const forms = new Map(simple.map(({ id, wordings }) => [id, new Set(wordings.map(compact))]))
    const piece = fc.oneof(
      fc.constantFrom(...wordingsOfGlossary.map(({ wording }) => wording)),
      fc.constantFrom(' ', 'และ', ' of ', 'の', '5', 's'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        const places = new Map<number, number>()
        for (const { id, start, end } of all.exact(text)) {
          const form = compact(text).slice(start, end)
          const stems = ['', "'s", "s'", 'es', 's']
            .filter((suffix) => form.endsWith(suffix))
            .map(({ length }) => form.slice(0, form.length - length))
          expect(stems.some((stem) => forms.get(id)!.has(stem))).toBe(true)
          places.set(start, end)
        }
        const spans = [...places].toSorted(([a], [b]) => a - b)
        for (const [i, [start]] of spans.entries()) expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0)
      }),
    )
  })
})

describe('a wording with a place for a number', () => {
  it.each([
    ['digits', 'article 12', ['clause: article 12']],
    ['Thai digits', 'ข้อ ๕', ['clause: ข้อ5']],
    ['kanji', '第五条', ['clause: 第五条']],
    ['full-width digits', '第５条', ['clause: 第5条']],
    ['several times', 'Article 5 and Art. 7', ['clause: article 5', 'clause: art. 7']],
  ])('is found with %s', (_, text, found) => expect(exact(text)).toEqual(expect.arrayContaining(found)))

  it.each([
    ['without a number', 'articles'],
    ['with the name of a technology', 'article 5G'],
    ['with its Thai name', 'ข้อ 5จี'],
    ['inside another word', 'particle 5'],
    ['inside another word, abbreviated', 'chart. 5'],
  ])('is not found %s', (_, text) => expect(exact(text).filter((match) => match.startsWith('clause'))).toEqual([]))
})

describe('a wording with a typing error is found', () => {
  it.each([
    ['a mark left out', 'ผู้เชียวชาญ', ['expert: ผู้เชียวชาญ']],
    ['a vowel left out', 'ผู้เช่ยวชาญ', ['expert: ผู้เช่ยวชาญ']],
    ['a letter too many behind the first', 'mxinistry', ['people: mxinistry']],
    ['a letter left out', 'the minstry', ['people: minstry']],
    ['a letter doubled', 'memorranndum', []],
    ['a letter changed', 'memorandun', ['moc: memorandun']],
    ['a letter too many, in a sentence', 'who runs the ministery here', ['people: ministery']],
    ['two errors in a long wording', 'memorandm of coperation', ['moc: memorandm of coperation']],
  ])('%s', (_, text, found) => expect(fuzzy(text)).toEqual(found))

  it.each([
    ['a word below six letters', 'coszt'],
    ['part of a longer Latin word', 'administry'],
    ['another word', 'experiment'],
    ['a word that shares the end alone', 'the menu random'],
    ['what is already found', 'memorandum'],
    ['too short a text', 'ผ'],
    ['nothing', ''],
  ])('but not in %s', (_, text) => expect(fuzzy(text)).toEqual([]))

  it('in the pieces alone that are free', () => {
    const text = compact('ministery')
    expect(matcher.fuzzy(text, [])).toMatchObject([{ id: 'people', start: 0, end: 9, fuzzy: true }])
    expect(matcher.fuzzy(text, [{ id: 'x', start: 0, end: 9, fuzzy: false }])).toEqual([])
    expect(matcher.fuzzy(text, [{ id: 'x', start: 3, end: 5, fuzzy: false }])).toEqual([])
  })

  it('only in terms whose errors are forgiven', () => {
    const strict = createTermMatcher([{ id: 'a', wordings: ['ministry'] }], { forgives: (id) => id !== 'a' })
    expect(strict.fuzzy('minstry', [])).toEqual([])
    expect(strict.exact('ministry')).toHaveLength(1)
  })

  it('for one error inside any wording of the glossary that is long enough', () => {
    const long = wordingsOfGlossary.filter(({ wording }) => compact(wording).length >= 6 && !wording.includes('#'))
    /** A letter of the wording's script that it doesn't begin with. */
    const strange = (form: string) => {
      if (/\p{sc=Thai}/u.test(form)) return 'ฬ'
      if (/[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}]/u.test(form)) return 'ヌ'
      return form.startsWith('q') ? 'x' : 'q'
    }
    const error = fc.constantFrom<(form: string, at: number) => string>(
      (form, at) => form.slice(0, at) + form.slice(at + 1),
      (form, at) => form.slice(0, at) + strange(form) + form.slice(at + 1),
      (form, at) => form.slice(0, at) + strange(form) + form.slice(at),
    )
    fc.assert(
      fc.property(fc.constantFrom(...long), error, fc.nat(), ({ id, wording }, err, n) => {
        const form = compact(wording)
        const typed = err(form, 1 + (n % (form.length - 2)))
        const own = createTermMatcher([{ id, wordings: [wording] }])
        fc.pre(compact(typed) === typed && own.exact(typed).length === 0)
        expect(own.fuzzy(typed, []).map((match) => match.id)).toEqual([id])
      }),
      { numRuns: 2000 },
    )
  })
})
