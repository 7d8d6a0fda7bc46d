import type { PerLanguage } from './mutation.ts'
import { changeWords, type Rewrite } from './rewrite.ts'

const ALTERED: readonly Rewrite[] = [
  ['details/57536', 'details/57537', 'details/57536/full-text', 'details/67536'],
  ['www.thaigov.go.th', 'www.thaigov.example.com', 'thaigov-news.example', 'www.thaigov.go.th.example.net'],
  ['02000133.html', '02000134.html', '02000133.pdf', '02000113.html'],
  ['www.soumu.go.jp', 'www.soumu.example.jp', 'www.mic.example.org', 'www.soumu.go.jp.example.net'],
]

const REWRITES: PerLanguage<Rewrite> = { th: ALTERED, en: ALTERED, ja: ALTERED }

/** Reserved names and numbers of no one, and addresses on the domains of the two governments that no source gives. */
const TEMPLATES: PerLanguage<string> = {
  en: [
    '{} See https://moc.example.org/signing for the text.',
    '{} Details: www.mdes.go.th/moc',
    '{} The text is at mic-mdes.example.',
    '{} Write to info@moc.example.org.',
    '{} Call +66 2 555 0100.',
    '{} [Read more](https://www.soumu.go.jp/moc2022)',
    '{} Ask at 02-555-0199.',
    '{} Apply at thai-japan-digital.com.',
  ],
  th: [
    '{} ดูรายละเอียดที่ https://moc.example.org/th',
    '{} อ่านต่อที่ www.mdes.go.th/moc',
    '{} ดาวน์โหลดได้ที่ mic-mdes.example',
    '{} ติดต่อ info@moc.example.org',
    '{} โทร. 02-555-0100',
    '{} สอบถามเพิ่มเติม +66 2 555 0199',
    '{} สมัครได้ที่ thai-japan-digital.com',
    '{} ดูที่ https://www.thaigov.go.th/moc2565',
  ],
  ja: [
    '{}詳細は https://moc.example.org/ja をご覧ください。',
    '{}詳しくはwww.mdes.go.th/mocへ。',
    '{}本文はmic-mdes.exampleにあります。',
    '{}お問い合わせは info@moc.example.org まで。',
    '{}電話:03-5555-0100',
    '{}お問い合わせ先は+81 3 5555 0199です。',
    '{}申込みは thai-japan-digital.com で受け付けています。',
    '{}https://www.soumu.go.jp/moc2022 に全文があります。',
  ],
}

/** An address, a mailbox or a telephone number that no source gives. */
export const inventedAddress = changeWords(REWRITES, TEMPLATES)
