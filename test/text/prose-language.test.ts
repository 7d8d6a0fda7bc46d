import { expect, test } from 'vitest'
import { isProseIn } from '../../src/text/prose-language.ts'

test.each([
  ['th', 'MoC ฉบับใหม่ลงนามเมื่อ 5 ส.ค. 2565 โดยกระทรวง (Ministry of Digital Economy) MDES'],
  ['th', 'ข่าวใช้คำว่า "open and secure fifth generation" ที่ https://example.org/a/long/address'],
  ['en', 'It was signed by Minister Chaiwut (ชัยวุฒิ ธนาคมานุสรณ์).'],
  ['en', 'The release says “การปรับใช้และใช้งาน 5G แบบเปิดกว้างและปลอดภัย”.'],
  ['ja', '5GとICTについて、MDESと総務省が「MoC」に署名しました。'],
  ['ja', '2022-08-05'],
  ['th', 'ดูที่ www.thaigov.go.th/news/contents หรือ soumu.go.jp ครับ'],
] as const)('is %s: %s', (language, text) => {
  expect(isProseIn(text, language)).toBe(true)
})

test.each([
  ['th', 'It was signed on 5 August 2022.'],
  ['en', 'ลงนามเมื่อ 5 ส.ค. 2565'],
  ['ja', 'The scope includes postal cooperation.'],
  ['ja', 'ลงนามเมื่อ 5 ส.ค. 2565 署名'],
  ['en', '署名されました'],
] as const)('is not %s: %s', (language, text) => {
  expect(isProseIn(text, language)).toBe(false)
})
