import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../../scripts/launch-chromium.ts'
import { convertBytes } from '../../../src/ingest/convert/convert.ts'
import { canonical } from '../../../src/text/canonical.ts'

const KNOWLEDGE = join(import.meta.dirname, '../../../knowledge')
const TONES = ['', '่', '้', '๊', '๋']
/** Every consonant with every mark that Thai writes above and below it. */
const CLUSTERS = Array.from({ length: 46 }, (_, at) => String.fromCharCode(0x0e01 + at)).flatMap((consonant) => [
  ...['', ...'ัิีึืุู'].flatMap((vowel) => TONES.map((tone) => consonant + vowel + tone)),
  ...TONES.map((tone) => `${consonant}${tone}ำ`),
  ...['็', '์', 'ิ์', 'ุ์', 'ฺ'].map((marks) => consonant + marks),
])

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** As "Save as PDF" does, tagged or not. */
async function print(body: string, { font = 'Noto Sans Thai', tagged = true, css = '' } = {}): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setContent(
    `<html lang="th"><meta charset="utf-8"><style>body { font: 12pt "${font}", "Noto Sans CJK JP" } ${css}</style>${body}`,
  )
  const pdf = await page.pdf({ format: 'A4', tagged })
  await page.close()
  return pdf
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const conversion = await convertBytes(pdf, '.pdf')
  if ('problems' in conversion) throw new Error(JSON.stringify(conversion.problems))
  return conversion.text
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')
/** Letter by letter: where a line ends, a space of Thai can't be told. */
const letters = (text: string) => canonical(text).replace(/\s/gu, '')
const bodyOf = (file: string) => readFileSync(join(KNOWLEDGE, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')

describe('a page that was printed by a browser', () => {
  it.each([
    ['cabinet-release-2022-08-02.th.md', 'Noto Sans Thai', true],
    ['clauses.th.md', 'Noto Sans Thai', false],
    ['clauses.th.md', 'Garuda', true],
    ['clauses.ja.md', 'Noto Sans Thai', true],
  ])('has each letter of %s, in %s', async (file, font, tagged) => {
    const text = bodyOf(file)
    expect(letters(await textOf(await print(paragraphs(text), { font, tagged })))).toBe(letters(text))
  })

  it.each(['Noto Sans Thai', 'Noto Serif Thai', 'Garuda', 'Norasi'])(
    'has every Thai cluster as it is in %s',
    async (font) => {
      const printed = await textOf(await print(paragraphs(CLUSTERS.join(' ')), { font }))
      expect(letters(printed)).toBe(letters(CLUSTERS.join(' ')))
      // No space within a word: each that is there stood between two.
      expect(printed.split(/\s+/u).filter((word) => /^\p{M}/u.test(word))).toEqual([])
      expect(printed.trim().split(/\s+/u).length).toBeLessThanOrEqual(CLUSTERS.length)
    },
  )

  it('keeps its numbered clauses, and a row of a table in one line, empty cells and cells of many lines too', async () => {
    const table =
      '<table border><tr><th>ปี<th>งบ<th>หมายเหตุ<tr><td>2565<td><td>กำหนดโดยที่ประชุมคณะรัฐมนตรีซึ่งเห็นชอบร่างบันทึก<tr><td>2566<td>20<td>ป่า</table>'
    const css = 'td:last-child { width: 5em }'
    const body = `<h2>ข้อ ๑ ขอบเขต</h2><p>ความร่วมมือดิจิทัล ปั้นน้ำ</p><h2>ข้อ ๒ งบประมาณ</h2>${table}<p>ท้าย</p>`
    expect((await textOf(await print(body, { css }))).replace(/\n+/g, '\n')).toBe(
      'ข้อ ๑ ขอบเขต\nความร่วมมือดิจิทัล ปั้นน้ำ\nข้อ ๒ งบประมาณ\nปี | งบ | หมายเหตุ\n' +
        '2565 | | กำหนดโดยที่ประชุมคณะรัฐมนตรีซึ่งเห็นชอบร่างบันทึก\n2566 | 20 | ป่า\nท้าย\n',
    )
  })

  it('is refused by page when its hidden letters stand beside no glyph', async () => {
    const pdf = Buffer.from(await print('<p>whole</p><p style="break-before: page">ที่ประชุม</p>')).toString('latin1')
    // The second page's content is drawn with as before, but can't be found by us: it stands twice.
    const [, second] = Array.from(pdf.matchAll(/\/Contents (\d+) 0 R/g), ([, number]) => number)
    const twice = `${pdf}\n${second} 0 obj\n<<>>\nendobj\n`
    expect(await convertBytes(Buffer.from(twice, 'latin1'), '.pdf')).toEqual({
      problems: [{ page: 2, what: expect.stringContaining('U+0000 stands for a letter that only its font knows') }],
    })
  })
})
