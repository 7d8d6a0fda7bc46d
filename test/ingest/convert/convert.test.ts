import { describe, expect, it } from 'vitest'
import { convertBytes } from '../../../src/ingest/convert/convert.ts'
import { buildDocx } from '../../support/build-docx.ts'
import { buildPdf } from '../../support/build-pdf.ts'

const textOf = async (bytes: Uint8Array, extension: string) => {
  const conversion = await convertBytes(bytes, extension)
  return 'text' in conversion ? conversion.text : conversion.problems
}

describe('a PDF', () => {
  it('is read line by line, its lines joined to paragraphs, its rows kept', async () => {
    const wide = 'ความร่วมมือระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคมกับ'
    const pages = [
      ['ข้อ ๑ ขอบเขต', wide, 'กระทรวงกิจการภายใน'],
      ['ข้อ ๒ งบประมาณ', 'ปี\tงบ', '2565\t20 ล้านบาท'],
    ]
    expect(await textOf(buildPdf(pages), '.pdf')).toBe(
      `ข้อ ๑ ขอบเขต\n${wide}กระทรวงกิจการภายใน\nข้อ ๒ งบประมาณ\nปี | งบ\n2565 | 20 ล้านบาท\n`,
    )
  })

  it('loses the numbers of its pages and what stands on top of each', async () => {
    const page = (text: string, number: number) => ['ร่าง', text, `- ${number} -`]
    const pages = [page('ข้อ ๑ ก', 1), page('ข้อ ๒ ข', 2), page('ข้อ ๓ ค', 3)]
    expect(await textOf(buildPdf(pages), '.pdf')).toBe('ข้อ ๑ ก\nข้อ ๒ ข\nข้อ ๓ ค\n')
  })

  it('has its broken Thai mended', async () => {
    const pages = [['ความร\uf70aวมมือ ก าหนดวันที่', 'จ านวน 5 คน เเละ', 'กระทรวงการต่างประเทศกับกระทรวงมหาดไทย']]
    expect(await textOf(buildPdf(pages), '.pdf')).toBe(
      'ความร่วมมือ กำหนดวันที่\nจำนวน 5 คน และ\nกระทรวงการต่างประเทศกับกระทรวงมหาดไทย\n',
    )
  })

  it('is refused by page where it can be mended in two ways, hides its letters, or is a picture', async () => {
    const pages = [['whole'], ['เรียก น้ า ว่า'], 'picture', 'blank', ['ด\u0000ม ป\ue123']] as const
    expect(await textOf(buildPdf(pages), '.pdf')).toEqual([
      { page: 2, what: expect.stringContaining('may be า or ำ') },
      { page: 2, what: expect.stringContaining('without its consonant') },
      { page: 3, what: expect.stringContaining('is a picture without text') },
      { page: 5, what: expect.stringContaining('U+0000') },
      { page: 5, what: expect.stringContaining('U+E123') },
    ])
  })

  it('is refused when it is none, or holds nothing', async () => {
    await expect(convertBytes(Buffer.from('not a PDF'), '.pdf')).rejects.toThrow()
    expect(await textOf(buildPdf(['blank']), '.pdf')).toEqual([{ what: expect.stringContaining('holds no text') }])
  })
})

describe('a Word document', () => {
  it('keeps headings, paragraphs and rows', async () => {
    const docx = await buildDocx([
      { heading: 'ข้อ 1 ขอบเขต', level: 2 },
      'ร่วมมือ <กัน> & กัน',
      {
        rows: [
          ['ปี', 'งบ'],
          ['2565', '20 ล้าน'],
        ],
      },
    ])
    expect(await textOf(docx, '.docx')).toBe('## ข้อ 1 ขอบเขต\n\nร่วมมือ <กัน> & กัน\n\nปี | งบ\n2565 | 20 ล้าน\n')
  })

  it('is refused when it is none', () => expect(convertBytes(Buffer.from('PK no'), '.docx')).rejects.toThrow())
})

describe('a text', () => {
  it('is taken as it is, its line ends made plain', async () => {
    expect(await textOf(Buffer.from('ข้อ 1\r\nก'), '.txt')).toBe('ข้อ 1\nก')
    expect(await textOf(Buffer.from(''), '.txt')).toEqual([{ what: 'is empty; fill it or remove it' }])
    expect(await textOf(Uint8Array.of(0xa2, 0xe9), '.txt')).toEqual([
      { what: expect.stringContaining('save it as UTF-8') },
    ])
  })
})
