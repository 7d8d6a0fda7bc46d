import JSZip from 'jszip'

/** A paragraph, a heading of a level, a paragraph that Word numbers or of a style, or a table by rows. */
export type DocxBlock = string | { heading: string; level: number } | Numbered | { rows: string[][] }

interface Numbered {
  numbered: string
  list?: number
  level?: number
  style?: string
}

export interface DocxParts {
  /** What stands in `numbering.xml`, and in `styles.xml` beside its headings. */
  numbering?: string
  styles?: string
}

const NAMESPACE = 'http://schemas.openxmlformats.org'
const TYPES = `<Types xmlns="${NAMESPACE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>`
const RELATIONS = `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="r1" Type="${NAMESPACE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const DOCUMENT_RELATIONS = `<Relationships xmlns="${NAMESPACE}/package/2006/relationships"><Relationship Id="r1" Type="${NAMESPACE}/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="${NAMESPACE}/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`
const WORD = `xmlns:w="${NAMESPACE}/wordprocessingml/2006/main"`
const STYLES = [1, 2, 3]
  .map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join('')

/** A Word document as Word writes it, without the parts that hold no text. */
export async function buildDocx(
  blocks: readonly DocxBlock[],
  { numbering = '', styles = '' }: DocxParts = {},
): Promise<Uint8Array> {
  const zip = new JSZip()
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  zip.file('[Content_Types].xml', xml + TYPES)
  zip.file('_rels/.rels', xml + RELATIONS)
  zip.file('word/_rels/document.xml.rels', xml + DOCUMENT_RELATIONS)
  zip.file('word/styles.xml', `${xml}<w:styles ${WORD}>${STYLES}${styles}</w:styles>`)
  zip.file('word/numbering.xml', `${xml}<w:numbering ${WORD}>${numbering}</w:numbering>`)
  zip.file('word/document.xml', `${xml}<w:document ${WORD}><w:body>${blocks.map(block).join('')}</w:body></w:document>`)
  return zip.generateAsync({ type: 'uint8array' })
}

function block(content: DocxBlock): string {
  if (typeof content === 'string') return paragraph(content)
  if ('heading' in content) return paragraph(content.heading, `<w:pPr><w:pStyle w:val="H${content.level}"/></w:pPr>`)
  if ('numbered' in content) return paragraph(content.numbered, propertiesOf(content))
  const cells = (row: string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  return `<w:tbl>${content.rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

function propertiesOf({ list, level, style }: Numbered): string {
  const place = level === undefined ? '' : `<w:ilvl w:val="${level}"/>`
  return `<w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${
    list === undefined ? '' : `<w:numPr>${place}<w:numId w:val="${list}"/></w:numPr>`
  }</w:pPr>`
}

function paragraph(text: string, properties = ''): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}
