import { beforeAll, describe, expect, it } from 'vitest'
import { compose } from '../../src/answer/compose.ts'
import type { Draft } from '../../src/answer/draft.ts'
import { WORDING } from '../../src/answer/wording.ts'
import type { Language } from '../../src/vocabulary.ts'
import { type RealStages, realStages } from '../support/real-index.ts'

let stages: RealStages

beforeAll(async () => {
  stages = await realStages()
})

async function draft(question: string, request: { language?: Language; history?: string[] } = {}): Promise<Draft> {
  const { retriever } = stages
  return compose(await retriever.retrieve({ question, ...request }), retriever.lexicon)
}
const textOf = ({ statements }: Draft) => statements.map(({ text }) => text).join('\n')
const noteOf = ({ notes }: Draft, kind: Draft['notes'][number]['kind']) => notes.find((note) => note.kind === kind)
const textOfPassage = (id: string) => stages.index.passages.find((passage) => passage.id === id)?.text

const QUESTIONS = [
  'When was the new MoC signed?',
  'มีกิจกรรมอะไรบ้าง',
  '新しい覚書の有効期限はいつですか',
  'Was it signed in Tokyo?',
  'ขอข้อความเป๊ะๆ ของหลักการ',
  'How many days between the approval and the signing?',
]

describe('every draft', () => {
  it.each(QUESTIONS)('quotes only what stands in the passages: %s', async (question) => {
    const { statements, notes } = await draft(question)
    const quotes = [...statements, ...notes].flatMap((said) => said.quotes)
    expect(quotes.length).toBeGreaterThan(0)
    for (const { passageId, quote } of quotes) expect(textOfPassage(passageId)).toContain(quote)
  })

  it.each(QUESTIONS)('has a quote for each statement and says none twice: %s', async (question) => {
    const { statements } = await draft(question)
    expect(statements.every(({ quotes }) => quotes.length > 0)).toBe(true)
    expect(new Set(statements.map(({ text }) => text)).size).toBe(statements.length)
  })
})

describe('what is stated', () => {
  it.each([
    ['ฉบับใหม่ลงนามเมื่อไหร่', '5 สิงหาคม 2565'],
    ['When was the new MoC signed?', '5 August 2022'],
    ['新しい覚書はいつ署名されましたか', '2022年8月5日'],
    ['ฉบับเดิมลงนามเมื่อไหร่', '7 มิถุนายน 2560'],
    ['When was the old MoC signed?', '7 June 2017'],
    ['前の覚書はいつ署名されましたか', '2017年6月7日'],
  ])('answers %s with its date and its calendars', async (question, date) => {
    const answer = await draft(question)
    expect(answer.status).toBe('answered')
    expect(textOf(answer)).toContain(date)
    expect(noteOf(answer, 'calendar')?.text).toContain(date)
  })

  it('of a passage without a date has no calendar note', async () =>
    expect(noteOf(await draft('What is the objective?'), 'calendar')).toBeUndefined())

  it('is said in the language that is asked for', async () =>
    expect(textOf(await draft('When was the new MoC signed?', { language: 'ja' }))).toContain('2022年8月5日'))
})

describe('what no source states', () => {
  it.each([
    ['งบประมาณเท่าไหร่', 'งบประมาณ', 'th'],
    ['What is the budget?', 'budget', 'en'],
    ['予算はいくらですか', '予算', 'ja'],
  ] as const)('is said of %s, with what comes nearest', async (question, label, language) => {
    const { status, statements, notes } = await draft(question)
    expect({ status, statements }).toEqual({ status: 'not-stated', statements: [] })
    expect(notes[0]?.text.startsWith(WORDING[language].notStated(label))).toBe(true)
    expect(notes[0]?.text).toContain(WORDING[language].nearest)
  })

  it.each([
    'When was it signed and what is the budget?',
    'ลงนามเมื่อไหร่และงบประมาณเท่าไหร่',
    '署名日と予算を教えてください',
  ])('makes an answer partial: %s', async (question) => {
    const answer = await draft(question)
    expect(answer.status).toBe('partial')
    expect(noteOf(answer, 'nearest')).toBeDefined()
    expect(answer.statements.length).toBeGreaterThan(0)
  })

  it('is said once', async () => {
    const { notes } = await draft('What is the budget and how much does it cost?')
    expect(notes.filter(({ kind }) => kind === 'nearest')).toHaveLength(1)
  })

  it.each([
    ['When do the experts meet?', WORDING.en.missing.when],
    ['การแลกเปลี่ยนผู้เชี่ยวชาญจัดที่ไหน', WORDING.th.missing.where],
    ['専門家の交流はいつですか', WORDING.ja.missing.when],
  ])('of a topic that the sources have is said of %s', async (question, missing) => {
    const answer = await draft(question)
    expect(answer.status).toBe('not-stated')
    expect(noteOf(answer, 'nearest')?.text).toContain(missing)
  })
})

describe('a list', () => {
  it.each([
    ['ขอบเขตมีอะไรบ้าง', 6, WORDING.th.examplesOnly],
    ['What is in scope?', 6, WORDING.en.examplesOnly],
    ['活動の一覧を教えて', 5, WORDING.ja.examplesOnly],
  ])('of examples has one statement for each and says that there may be more: %s', async (question, count, text) => {
    const answer = await draft(question)
    expect(answer.statements).toHaveLength(count)
    expect(noteOf(answer, 'incomplete-list')).toMatchObject({ text })
    expect(noteOf(answer, 'incomplete-list')?.quotes).toHaveLength(count)
  })

  it('that is whole says nothing of more', async () =>
    expect(noteOf(await draft('What is the MoC?'), 'incomplete-list')).toBeUndefined())
})

describe('a wrong premise', () => {
  it.each([
    ['ลงนามที่โตเกียวใช่ไหม', WORDING.th.premise.place, 'กรุงเทพ'],
    ['Was it signed in Tokyo?', WORDING.en.premise.place, 'Bangkok'],
    ['署名は東京で行われましたよね', WORDING.ja.premise.place, 'バンコク'],
    ['Was it signed on 6 August 2022?', WORDING.en.premise.date, '5 August 2022'],
  ])('is corrected without its words: %s', async (question, text, right) => {
    const answer = await draft(question)
    expect(noteOf(answer, 'premise')).toMatchObject({ text })
    expect(textOf(answer)).toContain(right)
    expect(JSON.stringify(answer)).not.toMatch(/Tokyo|โตเกียว|東京|6 August/)
  })
})

describe('the wording of the release', () => {
  const OFFICIAL = 'มีวัตถุประสงค์เพื่อส่งเสริมความร่วมมือและแลกเปลี่ยนในสาขาเทคโนโลยีสารสนเทศ สื่อสารและดิจิทัล'

  it.each([
    ['ขอข้อความเป๊ะๆ ของวัตถุประสงค์', 1],
    ['Quote the exact words of the objective', 2],
    ['目的の原文を教えて', 2],
  ])('is quoted for %s, with our summary when that is in another language', async (question, count) => {
    const { statements } = await draft(question)
    expect(statements).toHaveLength(count)
    expect(statements[0]?.text).toContain(`“${OFFICIAL}”`)
  })

  it('is not quoted unasked', async () => expect(textOf(await draft('What is the objective?'))).not.toContain(OFFICIAL))
})

describe('the time between two dates', () => {
  it.each([
    ['จากวันเห็นชอบถึงวันลงนามห่างกันกี่วัน', '3 วัน'],
    ['How many days between the approval and the signing?', '3 days'],
    ['承認から署名まで何日ですか', '3日'],
  ])('stands first, with the dates that it is computed from: %s', async (question, days) => {
    const { statements } = await draft(question)
    expect(statements[0]?.text).toContain(days)
    expect(statements[0]?.computed).toEqual({
      from: { year: 2022, month: 8, day: 2 },
      to: { year: 2022, month: 8, day: 5 },
    })
  })
})

describe('what Accord is not about', () => {
  it.each([
    ['ฟุตบอลโลกใครชนะ', WORDING.th.offTopic],
    ['Who won the football?', WORDING.en.offTopic],
    ['サッカーは誰が勝ちましたか', WORDING.ja.offTopic],
  ])('is refused: %s', async (question, text) =>
    expect(await draft(question)).toEqual({
      status: 'off-topic',
      statements: [],
      notes: [{ kind: 'nearest', text, quotes: [] }],
    }),
  )
})

describe('a question in another language', () => {
  it('is told which languages Accord speaks', async () => {
    const answer = await draft('Quelle est la date de signature du MoC ?')
    expect(noteOf(answer, 'translation')?.text).toBe(WORDING.en.otherLanguage)
  })

  it('about something else is answered with that alone', async () =>
    expect(await draft('Wie wird das Wetter morgen in Berlin?')).toMatchObject({
      status: 'not-stated',
      statements: [],
      notes: [{ kind: 'translation' }],
    }))
})

describe('an earlier memorandum', () => {
  it('corrects nothing that is asked of the new one', async () => {
    const answer = await draft('Will the new MoC expire in 2030?')
    expect(answer.status).toBe('not-stated')
    expect(noteOf(answer, 'premise')).toBeUndefined()
  })

  it('does not answer for the scope of the new one', async () =>
    expect(noteOf(await draft('What is the scope of the old MoC?'), 'incomplete-list')).toBeUndefined())
})
