/** The lines of a page from its top, 20 points apart; `picture` is one as a scanner makes it. */
export type PdfPage = readonly string[] | 'picture' | 'blank'

const FONT = '/Type /Font /BaseFont /Bad'
const SYSTEM = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>'
const DESCRIPTOR =
  '/FontDescriptor << /Type /FontDescriptor /FontName /Bad /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'
const PICTURE = 'q 400 0 0 400 72 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q'
/** They take no place of their own, private ones of old fonts neither. */
const MARK = /[\p{M}\uF700-\uF71A]/u
const FIRST_PAGE = 6

/**
 * A PDF whose font says of each glyph just what the lines have: private code points, stray spaces and lost letters too, as bad
 * programs leave them. A tab puts what follows far to the right, as in a table.
 */
export function buildPdf(pages: readonly PdfPage[]): Uint8Array {
  const characters = [...new Set(pages.flatMap(linesOf).join('').replaceAll('\t', ''))]
  const codes = new Map(characters.map((character, at) => [character, at + 1]))
  const kids = pages.map((_, at) => `${FIRST_PAGE + 2 * at} 0 R`).join(' ')
  const widths = Array.from(codes, ([character, code]) => `${code} [${MARK.test(character) ? 0 : 500}]`).join(' ')
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< ${FONT} /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>`,
    `<< ${FONT} /Subtype /CIDFontType2 ${SYSTEM} ${DESCRIPTOR} /DW 500 /W [${widths}] >>`,
    stream(unicodeMap(codes)),
    ...pages.flatMap((page, at) => [pageObject(FIRST_PAGE + 2 * at + 1), stream(contentOf(page, codes))]),
  ])
}

function unicodeMap(codes: ReadonlyMap<string, number>): string {
  const mapped = Array.from(codes, ([character, code]) => `<${hex(code)}> <${utf16(character)}>`)
  const range = '1 begincodespacerange <0000> <FFFF> endcodespacerange'
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Bad def ${range} ${mapped.length} beginbfchar ${mapped.join(' ')} endbfchar endcmap end end`
}

function pageObject(content: number): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${content} 0 R >>`
}

function contentOf(page: PdfPage, codes: ReadonlyMap<string, number>): string {
  if (page === 'picture') return PICTURE
  const shown = linesOf(page).flatMap((line, row) =>
    line.split('\t').map((cell, column) => {
      const glyphs = Array.from(cell, (character) => hex(codes.get(character)!)).join('')
      return `1 0 0 1 ${72 + 200 * column} ${770 - 20 * row} Tm <${glyphs}> Tj`
    }),
  )
  return `BT /F 14 Tf ${shown.join('\n')} ET`
}

const linesOf = (page: PdfPage) => (typeof page === 'string' ? [] : page)

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const rows = objects.map((body, at) => {
    const row = `${String(file.length).padStart(10, '0')} 00000 n \n`
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return row
  })
  const size = objects.length + 1
  const trailer = `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}${trailer}`, 'latin1')
}

const hex = (number: number) => number.toString(16).padStart(4, '0')

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, at) => hex(character.charCodeAt(at))).join('')
}
