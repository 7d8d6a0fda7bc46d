import { describe, expect, it } from 'vitest'
import { readEquivalents } from '../../src/text/equivalents.ts'
import { realAnalyst } from '../support/real-analyst.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const wordingsIn = (table: string, id: string) => readEquivalents(table).find((entry) => entry.id === id)?.wordings

describe('a line of the table', () => {
  const TABLE = `
    carry: ขน, แบก หาม | carry, box | 運ぶ, 運び
    time: เวลา 10:30 | hour |
  `

  it('is a meaning with its wordings in every language', () => {
    expect(readEquivalents(TABLE).map(({ id }) => id)).toEqual(['carry', 'time'])
    expect(wordingsIn(TABLE, 'carry')).toEqual(
      expect.arrayContaining(['ขน', 'แบก หาม', 'carry', 'box', '運ぶ', '運び']),
    )
    expect(wordingsIn(TABLE, 'time')).toEqual(['เวลา 10:30', 'hour', 'hours', 'houred', 'houring'])
  })

  it('may leave a language out', () => expect(wordingsIn('lone: ก', 'lone')).toEqual(['ก']))
})

describe('an English wording', () => {
  it.each([
    ['sign', 'signs signed signing'],
    ['replace', 'replaces replaced replacing'],
    ['party', 'parties'],
    ['reply', 'replies replied replying'],
    ['launch', 'launches launched launching'],
    ['plan', 'plans planned planning'],
    ['stop', 'stops stopped stopping'],
    ['box', 'boxes'],
  ])('has its regular forms: %s', (base, forms) => {
    expect(wordingsIn(`x: | ${base} |`, 'x')).toEqual(expect.arrayContaining([base, ...forms.split(' ')]))
  })

  it('of several words is inflected in its first, as verbs are, and in its last, as nouns are', () => {
    expect(wordingsIn('x: | take part |', 'x')).toEqual(
      expect.arrayContaining(['take part', 'takes part', 'taking part']),
    )
    expect(wordingsIn('x: | work plan |', 'x')).toContain('work plans')
    expect(wordingsIn('x: | up-to-date list |', 'x')).toEqual(['up-to-date list', 'up-to-date lists'])
  })

  it('keeps Thai and Japanese wordings as they are', () => {
    expect(wordingsIn('x: ทำ | | 行', 'x')).toEqual(['ทำ', '行'])
  })
})

describe('the table that Accord ships with', () => {
  const table = readEquivalents()
  const of = (id: string) => new Set(table.find((entry) => entry.id === id)!.wordings)

  it('has one line a meaning, and words in it', () => {
    expect(new Set(table.map(({ id }) => id)).size).toBe(table.length)
    expect(table.filter(({ wordings }) => wordings.length < 3)).toEqual([])
  })

  it('has words of every language for every meaning', () => {
    const scripts = [/\p{sc=Thai}/u, /\p{sc=Latin}/u, /[\p{sc=Han}\p{sc=Kana}]|5g/u]
    const lacking = table.filter(
      ({ wordings }) => !scripts.every((script) => wordings.some((word) => script.test(word))),
    )
    expect(lacking.map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['new', 'former'],
    ['new', 'end'],
    ['sign', 'approve'],
    ['sign', 'draft'],
    ['sign', 'end'],
    ['sign', 'replace'],
    ['approve', 'draft'],
    ['conclude', 'end'],
    ['origin', 'end'],
    ['plan', 'take-place'],
    ['promote', 'reduce'],
    ['support', 'reduce'],
    ['accelerate', 'reduce'],
    ['minister', 'vice-minister'],
    ['minister', 'spokesperson'],
    ['minister', 'executive'],
    ['ministry', 'government'],
    ['open', 'secure'],
    ['visit', 'invest'],
  ])('has no word that says both %s and %s', (one, other) => {
    expect([...of(one)].filter((word) => of(other).has(word))).toEqual([])
  })

  it.each([
    ['what happens', 'sign signed approve approved end ended expire ลงนาม เห็นชอบ สิ้นสุด ยกเลิก 署名 承認 終了 中止'],
    ['what is refused or put off', 'cancel reject refuse postpone withdraw ปฏิเสธ เลื่อน ถอนตัว 延期 拒否 撤回'],
    ['how it stands', 'draft secret binding temporary ร่าง ลับ ชั่วคราว 案 極秘 暫定'],
    ['what it costs and binds', 'budget law treaty fine งบประมาณ กฎหมาย สนธิสัญญา 予算 法律 条約'],
  ])('takes no word for granted that tells %s', (_, words) => {
    expect(words.split(' ').filter((word) => of('*').has(word))).toEqual([])
  })

  it('finds in each stored sentence what it finds in the same sentence in other languages', () => {
    const { analyse } = realAnalyst()
    const { passages } = readRealKnowledge()
    const versions = Map.groupBy(
      passages.flatMap(({ clause, text, start, sentences = [] }) =>
        sentences.map((sentence, at) => ({
          key: `${clause} ${at}`,
          meant: analyse(text.slice(sentence.start - start, sentence.end - start)).meant,
        })),
      ),
      ({ key }) => key,
    )
    expect(versions.size).toBeGreaterThan(20)
    for (const [key, [first, ...others]] of versions) {
      const shared = [...first!.meant].filter((id) => id !== '*' && others.every(({ meant }) => meant.has(id)))
      expect([key, shared.length > 1]).toEqual([key, true])
    }
  })
})
