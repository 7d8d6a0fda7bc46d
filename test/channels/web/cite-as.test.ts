import { expect, test } from 'vitest'
import { citeAs } from '../../../src/channels/web/cite-as.ts'
import { clausesDocument, releaseDocument } from './answer-fixture.ts'

const address = 'https://accord.example.org/sources/x'

test('a release is cited where it was published, the quoted words with it', () => {
  expect(citeAs(releaseDocument, 'จะลงนาม', address)).toEqual({
    'thai-official':
      'รัฐบาลไทย เรื่อง ครม.เห็นชอบร่างความร่วมมือไทย-ญี่ปุ่น ลงวันที่ ๒ สิงหาคม ๒๕๖๕ ความตอนหนึ่งว่า “จะลงนาม” เผยแพร่ที่ https://www.example.go.th/news/57536',
    apa: 'รัฐบาลไทย. (2022, August 2). ครม.เห็นชอบร่างความร่วมมือไทย-ญี่ปุ่น. https://www.example.go.th/news/57536',
    plain: '“จะลงนาม” — ครม.เห็นชอบร่างความร่วมมือไทย-ญี่ปุ่น, รัฐบาลไทย, 2 สิงหาคม 2565, https://www.example.go.th/news/57536',
  })
})

test('a summary is cited as one, where it is read', () => {
  expect(citeAs(clausesDocument, undefined, address)).toEqual({
    'thai-official': `Accord เรื่อง The memorandum: its points ลงวันที่ ๕ สิงหาคม ๒๕๖๕ (บทสรุปข่าวที่เผยแพร่ ไม่ใช่ตัวบทที่ลงนาม) เผยแพร่ที่ ${address}`,
    apa: `Accord. (2022, August 5). The memorandum: its points [Summary of public releases]. ${address}`,
    plain: `The memorandum: its points (Summary, not the signed text), Accord, 5 August 2022, ${address}`,
  })
})

test('a date that is none is cited as it stands, and words of several lines as one', () => {
  const { apa, plain } = citeAs({ ...releaseDocument, published: 'soon' }, 'a\r\n\nb', address)
  expect(apa).toContain('(soon)')
  expect(plain).toContain('“a b”')
})
