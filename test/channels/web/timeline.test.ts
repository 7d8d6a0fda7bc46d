import { expect, test } from 'vitest'
import { readTimeline } from '../../../src/channels/web/timeline.ts'
import { formatTimeline } from '../../../src/channels/web/timeline-drawing.ts'
import { readDates } from '../../../src/text/calendar.ts'
import { buildDocument, buildPassage } from '../../support/build-passage.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

const { documents, passages } = readRealKnowledge()

test.each(['th', 'en', 'ja'])('the events of the agreement, from its clauses in %s', (language) => {
  const clauses = documents.find((document) => document.id === `clauses-${language}`)!
  expect(readTimeline(clauses, passages).map(({ date, clause }) => [date, clause])).toEqual([
    [{ year: 2015, month: 5 }, 'origin'],
    [{ year: 2017, month: 6, day: 7 }, 'earlier-signing'],
    [{ year: 2021, month: 8, day: 11 }, 'scope-postal'],
    [{ year: 2022, month: 6, day: 7 }, 'supersedes'],
    [{ year: 2022, month: 8, day: 2 }, 'approval'],
    [{ year: 2022, month: 8, day: 5 }, 'signing'],
  ])
})

test('each event is stated by a sentence, which is shown with it and linked to', async () => {
  const document = documents.find(({ id }) => id === 'clauses-en')!
  const events = readTimeline(document, passages)
  const html = String(await formatTimeline(events, { document, version: 'v1' }, 'en'))
  for (const { date, sentence } of events) {
    const words = document.text.slice(sentence.start, sentence.end)
    expect(readDates(words).map((read) => read.date)).toContainEqual(date)
    expect(html).toContain(`<p class="stated" lang="en">${words.replaceAll("'", '&#39;')}</p>`)
    expect(html).toContain(`start=${sentence.start}&amp;end=${sentence.end}&amp;v=v1#quote"`)
  }
})

test('a year that a clause says alone is an event only while no other says its day', () => {
  const read = (...texts: string[]) => {
    const all = texts.join('\n')
    const clauses = texts.map((text, at) => {
      const start = texts.slice(0, at).join('\n').length + (at && 1)
      return buildPassage(text, { clause: `c${at}`, sentences: [{ start, end: start + text.length, proofs: [] }] })
    })
    return readTimeline(buildDocument(all), clauses).map(({ clause, sentence }) => {
      expect(all.slice(sentence.start, sentence.end)).toBe(texts[Number(clause.slice(1))])
      return clause
    })
  }
  expect(read('In 2017.')).toEqual(['c0'])
  expect(read('In 2017.', 'On 7 June 2017.')).toEqual(['c1'])
  expect(read('On 7 June 2017.', 'In 2017.', 'On 7 June 2017.')).toEqual(['c0'])
})

test('numbers never touch, and none leaves the drawing', async () => {
  const events = Array.from({ length: 14 }, (_, at) => ({
    date: { year: 2022, month: 8, day: at + 1 },
    clause: `c${at}`,
    heading: String(at),
    sentence: { start: 0, end: 5 },
  }))
  for (const count of [1, 2, 6, 14]) {
    const html = String(await formatTimeline(events.slice(0, count), { document: documents[0]!, version: 'v1' }, 'th'))
    const places = Array.from(html.matchAll(/class="number" cx="([\d.]+)%"/gu), ([, place]) => Number(place))
    expect(places).toHaveLength(count)
    for (const [at, place] of places.entries()) {
      expect(place).toBeGreaterThanOrEqual(at === 0 ? 5 : places[at - 1]! + Math.min(8.9, 90 / (count - 1) - 0.1))
      expect(place).toBeLessThanOrEqual(95)
    }
  }
})
