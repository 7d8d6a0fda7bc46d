import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compact } from '../../../src/text/compact.ts'
import { realAnalyst } from '../../support/real-analyst.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'
import { numberedText } from '../../support/text-fragments.ts'

const { analyse } = realAnalyst()
const { sentences } = readRealKnowledge()
const wordsIn = (text: string) => analyse(text).words.map((word) => word.text)

describe('the words of a text', () => {
  it.each([
    ['English', 'The scope includes 5G.', ['the', 'scope', 'includes', '5g']],
    ['Thai', 'ไทยกับญี่ปุ่น', ['ไทย', 'กับ', 'ญี่ปุ่น']],
    ['Japanese', '総務省とタイ', ['総務', '省', 'と', 'タイ']],
    ['Thai and English', 'ระบบ MDES ใหม่', ['ระบบ', 'mdes', 'ใหม่']],
  ])('are cut as %s is', (_, text, words) => expect(wordsIn(text)).toEqual(words))

  it('end where the writer set a space, whatever the segmenter makes of the rest', () => {
    expect(wordsIn('มา ตรา')).toEqual(['มา', 'ตรา'])
    expect(wordsIn('มาตรา')).toEqual(['มาตรา'])
  })

  it.each([
    ['a date', 'It was signed on 5 August 2022 in Bangkok.', ['it', 'was', 'signed', 'on', 'in', 'bangkok']],
    ['a date beside Thai', 'ปลายปี2565นี้', ['ปลาย', 'นี้']],
    ['a Japanese date', '2022年8月5日に署名', ['に', '署名']],
    ['an amount with its unit', 'It lasts three years here.', ['it', 'lasts', 'here']],
    ['an address', 'See https://example.org/signed or www.example.org.', ['see', 'or']],
    ['a mail address', 'Write to moc@example.org today.', ['write', 'to', 'today']],
  ])('are not those of %s', (_, text, words) => expect(wordsIn(text)).toEqual(words))
})

describe('the prose of a text', () => {
  it.each([
    ['It may be signed in May 2022.', 'it may be signed in ########.'],
    ['ลงนามเมื่อวันที่ ๕ พ.ค. ๒๕๖๕ ที่กรุงเทพฯ', 'ลงนามเมื่อ################ที่กรุงเทพฯ'],
    ['2022年5月5日に署名', '#########に署名'],
    ['It lasts three years; see example.org.', 'it lasts ###########; see ###########.'],
  ])('has its facts blotted out: %s', (text, prose) => expect(analyse(text).prose).toBe(prose))

  it('lets no month be taken for a permission', () => {
    expect([...analyse('It was signed on 5 May 2022.').moods]).toEqual(['done'])
    expect(analyse('It may be signed on 5 May 2022.').moods).toContain('possible')
  })

  it('lets no address be taken for what it spells', () => {
    expect(analyse('See https://example.org/not-signed').moods.size).toBe(0)
  })
})

describe('the dates of a text', () => {
  it.each([
    ['ลงนามเมื่อ วันที่ ๕ ส.ค. ๒๕๖๕ ที่นี่', 'วันที่5ส.ค. 2565'],
    ['Signed on  5\u00a0August 2022, here', '5 august 2022'],
    ['署名は 令和４年８月５日 です', '令和4年8月5日'],
  ])('stand where the compact text has them: %s', (text, written) => {
    const { compact: form, dates } = analyse(text)
    expect(dates.map(({ start, end }) => form.slice(start, end))).toEqual([written])
    expect(dates[0]!.readings).toEqual([{ year: 2022, month: 8, day: 5 }])
  })

  it('have every reading that they allow', () => {
    expect(analyse('on 5/8/2022').dates[0]!.readings).toHaveLength(2)
  })
})

it.each([
  ['Minister Kaneko of MIC visited Bangkok.', ['kaneko', 'mic', 'bangkok']],
  ['รัฐมนตรีคาเนโกะแห่ง MIC เยือนกรุงเทพฯ', ['kaneko', 'mic', 'bangkok']],
  ['総務省の金子大臣がバンコクを訪問した。', ['mic', 'kaneko', 'bangkok']],
])('the names of a text are in order: %s', (text, ids) => {
  const { compact: form, matches } = analyse(text)
  expect(matches.map(({ id }) => id)).toEqual(ids)
  for (const { start, end } of matches) expect(form.slice(start, end)).not.toBe('')
})

it.each([
  ['It was signed.', 'sign'],
  ['ลงนามแล้ว', 'sign'],
  ['署名された', 'sign'],
])('what a text may mean is there by id: %s', (text, id) => expect(analyse(text).meant).toContain(id))

it('English words are there without their endings, the others as they are', () => {
  expect(analyse('Parties signed ลงนาม').stems).toEqual(new Set(['party', 'sign', 'ลง', 'นาม']))
})

describe('of any text', () => {
  const anything = fc.oneof(
    numberedText,
    fc.constantFrom(...sentences.map(({ text }) => text)),
    fc.string({ unit: 'binary', maxLength: 40 }),
  )

  it('everything that is read lies in its compact form', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { compact: form, prose, words, matches, dates, meanings } = analyse(text)
        expect(form).toBe(compact(text))
        expect(prose).toHaveLength(form.length)
        for (const { start, end } of [...words, ...matches, ...dates, ...meanings]) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(form.length)
          expect(start).toBeLessThanOrEqual(end)
        }
        for (const { text: word, start, end } of words) expect(form.slice(start, end)).toBe(word)
      }),
      { numRuns: 300 },
    )
  })

  it('the prose is the compact form, but for what is blotted out', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { compact: form, prose } = analyse(text)
        for (let at = 0; at < form.length; at++) if (prose[at] !== '#') expect(prose[at]).toBe(form[at])
      }),
      { numRuns: 300 },
    )
  })
})

it('an empty text says nothing', () => {
  const { compact: form, words, matches, dates, meanings, events, bonds, titles, roles, moods } = analyse(' \u200b ')
  expect([form.trim(), words, matches, dates, meanings, events, bonds, titles, roles, [...moods]].flat()).toEqual([''])
})
