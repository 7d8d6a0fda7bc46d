import { expect, test } from 'vitest'
import { renderOriginalWords, renderPassage } from '../../../src/channels/line/render-passage.ts'
import { buildAnswer, buildSource } from '../../support/build-answer.ts'
import { buildPassage } from '../../support/build-passage.ts'
import { releaseDocument, signingSource } from '../web/answer-fixture.ts'

test('a passage comes with its document, clause, date, headings and address', () => {
  const passage = buildPassage('จะลงนามในวันที่ 5 ส.ค. 2565', { headings: ['กำหนดการ'], clause: 'signing' })
  expect(renderPassage(passage, releaseDocument, 'th')).toEqual([
    {
      type: 'text',
      text: [
        'ครม.เห็นชอบร่างความร่วมมือไทย-ญี่ปุ่น',
        'ข่าวมติคณะรัฐมนตรี · ข้อ signing · 2 สิงหาคม 2565',
        'กำหนดการ',
        '“จะลงนามในวันที่ 5 ส.ค. 2565”',
        'https://www.example.go.th/news/57536',
      ].join('\n\n'),
    },
  ])
})

test('one that is too long for five texts says so', () => {
  const passage = buildPassage('ก'.repeat(30_000))
  const messages = renderPassage(passage, releaseDocument, 'th')
  expect(messages).toHaveLength(5)
  expect(messages.at(-1)).toMatchObject({ text: expect.stringContaining('ตัดบางส่วนออก') })
})

test('the official words of an answer are those behind its clauses, or its sources themselves', () => {
  const release = buildSource({ number: 2, kind: 'cabinet-release', documentTitle: 'Release', quote: 'เห็นชอบร่าง' })
  const [message] = renderOriginalWords(buildAnswer({ sources: [signingSource, release] }))
  expect(message).toMatchObject({
    text: [
      '[1] The official words behind it',
      '“จะลงนามในวันที่ 5 ส.ค. 2565”',
      'https://www.example.go.th/news/57536',
      '[2] Release',
      '“เห็นชอบร่าง”',
      'https://example.org/release',
    ].join('\n\n'),
  })
})

test('where there are none, it says so', () => {
  expect(renderOriginalWords(buildAnswer({ sources: [buildSource()] }))).toMatchObject([
    { text: 'There are no official words to show behind this answer.' },
  ])
})
