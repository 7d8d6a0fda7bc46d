import { describe, expect, it } from 'vitest'
import { createLexicon } from '../../src/text/lexicon.ts'
import type { Gap, GlossaryTerm, TermKind, Vocabulary } from '../../src/vocabulary.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const term = (id: string, kind: TermKind, wordings: string[], rest: Partial<GlossaryTerm> = {}): GlossaryTerm => {
  return { id, kind, th: wordings, en: [], ja: [], ...rest }
}
const gap = (id: string, wordings: string[], rest: Partial<Gap> = {}): Gap => {
  return { id, th: wordings, en: [], ja: [], nearest: [], ...rest }
}

const vocabulary: Vocabulary = {
  terms: [
    term('moc', 'agreement', ['บันทึกความร่วมมือ', 'memorandum']),
    term('postal', 'topic', ['ไปรษณีย์', 'postal service']),
    term('sign', 'topic', ['ลงนาม'], { en: ['signed'], ja: ['署名'] }),
    term('not-signed', 'contrary', ['ไม่ได้ลงนาม'], { contradicts: ['sign'] }),
    term('old', 'instrument', ['ฉบับเดิม', 'earlier version']),
    term('korea', 'country', ['เกาหลีใต้', 'South Korea']),
    term('japan', 'side', ['ญี่ปุ่น', 'Japanese side'], { slot: 'side' }),
  ],
  gaps: [
    gap('budget', ['งบประมาณ', 'งบ', 'costs of']),
    gap('services', ['service'], { unless: ['old'] }),
    gap('term', ['สิ้นสุดเมื่อ'], { terms: ['old', 'postal'] }),
    gap('articles', ['ข้อ #']),
  ],
  questions: [],
}
const lexicon = createLexicon(vocabulary)
const read = (text: string) => {
  const { terms, gaps } = lexicon.read(text)
  return { terms: [...terms], gaps: [...gaps] }
}
const forgiven = (text: string) => [...lexicon.read(text, { forgiving: true }).terms]

describe('a reading', () => {
  it('tells terms and gaps apart', () => {
    expect(read('บันทึกความร่วมมือมีงบประมาณเท่าไร')).toEqual({ terms: ['moc'], gaps: ['budget'] })
    expect(read('Hello')).toEqual({ terms: [], gaps: [] })
  })

  it('takes the wordings of every language, whatever the language of the text', () => {
    expect(read('署名 signed ลงนาม').terms).toEqual(['sign'])
  })

  it('takes a negation for itself, not for what it denies', () => {
    expect(read('ไม่ได้ลงนาม').terms).toEqual(['not-signed'])
    expect(read('ไม่ได้ลงนาม หรือ ลงนามแล้ว').terms).toEqual(['not-signed', 'sign'])
  })

  it('takes no gap from a part of a term, and a gap beside a term', () => {
    expect(read('the postal service')).toEqual({ terms: ['postal'], gaps: [] })
    expect(read('the service')).toEqual({ terms: [], gaps: ['services'] })
    expect(read('postal services and other services')).toEqual({ terms: ['postal'], gaps: ['services'] })
  })

  it('has the dates of the text as it was written', () => {
    const [mention] = lexicon.read('ลงนามเมื่อ 5 ส.ค. 65 หรือเปล่า').dates
    expect(mention).toMatchObject({ text: '5 ส.ค. 65', date: { year: 2022, month: 8, day: 5 } })
  })

  it('has its matches in the order of the compact text, the longer first', () => {
    const { compact, matches, borders } = lexicon.read('งบ ของ ฉบับเดิม ข้อ 5 และบันทึกความร่วมมือ')
    expect(compact).toBe('งบของฉบับเดิมข้อ5และบันทึกความร่วมมือ')
    expect(matches.map(({ id, start, end }) => [id, compact.slice(start, end)])).toEqual([
      ['budget', 'งบ'],
      ['old', 'ฉบับเดิม'],
      ['articles', 'ข้อ5'],
      ['moc', 'บันทึกความร่วมมือ'],
    ])
    expect([...borders].map((at) => compact.slice(0, at))).toEqual([
      'งบ',
      'งบของ',
      'งบของฉบับเดิม',
      'งบของฉบับเดิมข้อ',
      'งบของฉบับเดิมข้อ5',
    ])
  })
})

describe('typing errors', () => {
  it.each([
    ['an agreement', 'บันทึกความรวมมือ', 'moc'],
    ['a topic', 'ไปรษณีย', 'postal'],
    ['a topic in a sentence', 'what about postal servise here', 'postal'],
  ])('are forgiven in the name of %s, when asked to', (_, text, id) => {
    expect(forgiven(text)).toEqual([id])
    expect(read(text).terms).toEqual([])
  })

  it.each([
    ['a country', 'Sout Korea'],
    ['a contrary', 'ไม่ได้ลฬนาม'],
    ['an instrument', 'earlier vrsion'],
    ['a side', 'Japanes side'],
    ['a gap', 'the servise'],
  ])('are not forgiven in the name of %s: the question would become another', (_, text) => {
    expect(forgiven(text)).toEqual([])
    expect([...lexicon.read(text, { forgiving: true }).gaps]).toEqual([])
  })

  it('are looked for beside what is found without', () => {
    expect(forgiven('memorandun ฉบับเดิม')).toEqual(['old', 'moc'])
    expect(lexicon.read('memorandun ฉบับเดิม', { forgiving: true }).matches.map(({ id, fuzzy }) => [id, fuzzy])).toEqual([
      ['moc', true],
      ['old', false],
    ])
  })
})

describe('what the lexicon knows by id', () => {
  it('is the term or the gap, or nothing', () => {
    expect(lexicon.term('korea')?.kind).toBe('country')
    expect(lexicon.gap('services')?.unless).toEqual(['old'])
    expect(lexicon.term('budget')).toBeUndefined()
    expect(lexicon.gap('korea')).toBeUndefined()
  })

  it('is which gaps a term speaks of', () => {
    expect([...lexicon.gapsOf(new Set(['moc', 'old']))]).toEqual(['term'])
    expect([...lexicon.gapsOf(new Set(['moc']))]).toEqual([])
  })
})

describe('the glossary that Accord ships with', () => {
  const { sentences, vocabulary } = readRealKnowledge()
  const real = createLexicon(vocabulary)

  it.each([
    ['MICคือใคร', 'mic'],
    ['5Gมีอะไรบ้าง', '5g'],
    ['ครมเห็นชอบเมื่อไร', 'cabinet'],
    ['ดีอีเซ็นกับใคร', 'mdes'],
    ['ＭＤＥＳとは', 'mdes'],
    ['What is Japan’s MIC?', 'mic'],
    ['ความร่วมมือด้านไปรสณีย์', 'postal'],
    ['กระทรวงดิจิตัลเพื่อเศรษฐกิจและสังคม', 'mdes'],
    ['the fith generation network', '5g'],
  ])('knows what people mean: %s', (text, id) => expect([...real.read(text, { forgiving: true }).terms]).toContain(id))

  it('reads the same clause alike in every language, as far as its names go', () => {
    const named = (clause: string, language: string) => {
      const text = sentences.filter(({ passage }) => passage.clause === clause && passage.language === language)
      const { terms } = real.read(text.map((sentence) => sentence.text).join('\n'))
      return [...terms].filter((id) => ['person', 'place'].includes(real.term(id)!.kind)).toSorted()
    }
    const clauses = new Set(sentences.map(({ passage }) => passage.clause!))
    for (const clause of clauses) {
      expect([clause, named(clause, 'en')]).toEqual([clause, named(clause, 'th')])
      expect([clause, named(clause, 'ja')]).toEqual([clause, named(clause, 'th')])
    }
    expect(named('signing', 'th').length).toBeGreaterThan(3)
  })
})
