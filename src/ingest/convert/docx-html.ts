import { posix } from 'node:path'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { createNumbering } from './docx-numbering.ts'
import { beginWith, paragraphsOf, parseXml, writeXml } from './docx-xml.ts'

/** https://ooxml.info/docs/11/11.3/11.3.10: the package says where its main part is, which almost always is `word/document.xml`. */
const MAIN_PART = /<Relationship\b(?=[^>]*\/officeDocument")[^>]*\bTarget="\/?([^"]+)"/u

/**
 * With the numbers that Word writes before paragraphs, or the formats of those that aren't known. Pictures are left out: nobody can
 * search or quote them. Throws for what is no Word document.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<{ html: string } | { unknownFormats: string[] }> {
  const zip = await JSZip.loadAsync(bytes)
  const part = async (name: string) => {
    const source = await zip.file(name)?.async('string')
    return source === undefined ? undefined : parseXml(source)
  }
  const main = MAIN_PART.exec((await zip.file('_rels/.rels')?.async('string')) ?? '')?.[1]
  const document = main === undefined ? undefined : await part(main)
  if (main === undefined || document === undefined) throw new Error('It holds no text')
  const folder = posix.dirname(main)
  const numbering = createNumbering(await part(`${folder}/numbering.xml`), await part(`${folder}/styles.xml`))
  const unknown = new Set<string>()
  for (const paragraph of paragraphsOf(document)) {
    const numbered = numbering(paragraph)
    if (numbered === undefined) continue
    if ('unknown' in numbered) unknown.add(numbered.unknown)
    else beginWith(paragraph, numbered.label)
  }
  if (unknown.size > 0) return { unknownFormats: [...unknown] }
  zip.file(main, writeXml(document))
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const buffer = await zip.generateAsync({ type: 'nodebuffer' })
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage })
  return { html: value }
}
