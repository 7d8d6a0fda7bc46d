import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeLine, escapeText, webAddress } from '../../../src/channels/discord/escape.ts'
import { pingsAnybody, pingsOf } from '../../support/discord-platform/pings.ts'
import { hostileText } from '../../support/hostile-text.ts'

const everything = { parse: ['users', 'roles', 'everyone'] as ('users' | 'roles' | 'everyone')[] }
/** What is left to be read as markdown once every escape and every address is a dot. */
const unescaped = (text: string) => text.replace(/<https?:[^>\s]*>/g, '·').replace(/\\[^\p{L}\p{N}\s]/gu, '·')

describe('a text', () => {
  const cases: [string, string][] = [
    [
      '*bold* _italic_ ~~gone~~ ||hidden|| `code`',
      '\\*bold\\* \\_italic\\_ \\~\\~gone\\~\\~ \\|\\|hidden\\|\\| \\`code\\`',
    ],
    ['[here](https://evil.example)', '\\[here\\](<https://evil.example>)'],
    [
      '# Heading\n-# small\n- item\n> quote\n12. twelfth',
      '\\# Heading\n\\-# small\n\\- item\n\\> quote\n12\\. twelfth',
    ],
    ['a - b > c # d, 2.5', 'a - b > c # d, 2.5'],
    ['@everyone <@123> <@&4> <#5> <t:6:R>', '＠everyone \\<＠123> \\<＠&4> \\<#5> \\<t\\:6:R>'],
    ['write to info@example.go.th', 'write to info@example.go.th'],
    ['write to x@everyone.example', 'write to x＠everyone.example'],
    [':smile: at 10:30', '\\:smile: at 10:30'],
    ['ดูที่ https://a.go.th/x_y?z=*1*ได้เลย', 'ดูที่ <https://a.go.th/x_y?z=*1>\\*ได้เลย'],
    [
      'https://www.soumu.go.jp/menu_news/01.htmlをご覧ください。',
      '<https://www.soumu.go.jp/menu_news/01.html>をご覧ください。',
    ],
    ['(https://a.go.th/news/57536).', '(<https://a.go.th/news/57536>).'],
    ['https://a.go.th/@everyone', '<https://a.go.th/%40everyone>'],
    ['C:\\dir', 'C:\\\\dir'],
    ['one\r\n\r\n\r\n\r\ntwo\u202e\u0007', 'one\n\ntwo'],
  ]
  it.each(cases)('%j is shown as it is', (text, escaped) => expect(escapeText(text)).toBe(escaped))

  it('loses nothing of Thai and Japanese', () => {
    const text = 'ที่ประชุมคณะรัฐมนตรี (ครม.) น้ำ กำ 総務省「協力覚書」〜令和4年８月５日・神󠄀'
    expect(escapeText(text)).toBe(text)
  })

  it('calls nobody, whatever it is and whatever the app allows', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const shown of [escapeText(text), escapeLine(text)])
          expect(pingsAnybody(pingsOf([shown], everything)), shown).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it('triggers no markdown, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const left = unescaped(escapeText(text))
        expect(left).not.toMatch(/[*_~|`[\]<\\]/)
        expect(left).not.toMatch(/^[ \u3000\p{Cf}]*(?:#{1,3}|-#|[-+>]|\d+[.)])/mu)
        expect(left).not.toMatch(/:[A-Za-z0-9_+-]+:/)
      }),
      { numRuns: 2000 },
    )
  })

  it('is one line where it must be', () => {
    fc.assert(fc.property(hostileText, (text) => !escapeLine(text).includes('\n')))
  })
})

describe('an address', () => {
  it('is of the web, or none', () => {
    expect(webAddress('https://a.go.th/ก (1)')).toBe('https://a.go.th/%E0%B8%81%20%281%29')
    for (const no of [
      'javascript:alert(1)',
      'not one',
      'https://a:b@c.example/',
      `https://a.example/${'x'.repeat(500)}`,
    ])
      expect(webAddress(no)).toBeUndefined()
  })
})
