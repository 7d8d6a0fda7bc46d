import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describeError } from '../../errors.ts'
import { decodeText } from './decode-text.ts'
import { htmlToText } from './html-text.ts'
import { repairThai } from './repair-thai.ts'

/** The text of a document that isn't Markdown, or what is wrong with it, with its page if it has pages. */
export type Conversion = { text: string } | { problems: ConversionProblem[] }

export interface ConversionProblem {
  page?: number
  what: string
}

/** By the path below the knowledge folder. */
export type Conversions = ReadonlyMap<string, Conversion>

const CONVERTED = new Set(['.txt', '.html', '.htm', '.pdf', '.docx'])

/** Is a file of this name turned into text before it's read? */
export const isConverted = (file: string) => CONVERTED.has(extname(file).toLowerCase())

/** Reads the texts out of the files, one after another: PDFs are large. What is wrong with one is found, not thrown. */
export async function convertFiles(knowledgeDir: string, files: readonly string[]): Promise<Conversions> {
  const conversions = new Map<string, Conversion>()
  for (const file of files) conversions.set(file, await convertFile(join(knowledgeDir, file)))
  return conversions
}

async function convertFile(path: string): Promise<Conversion> {
  try {
    return await convertBytes(readFileSync(path), extname(path).toLowerCase())
  } catch (error) {
    return { problems: [{ what: `can't be read as ${extname(path)}: ${describeError(error)}; save it anew` }] }
  }
}

/** `extension`: lower case, with its dot; `label`: the encoding that a server names. */
export async function convertBytes(bytes: Uint8Array, extension: string, label?: string): Promise<Conversion> {
  if (bytes.length === 0) return { problems: [{ what: 'is empty; fill it or remove it' }] }
  if (extension === '.pdf') {
    // Loaded here, as the next is: they are large, and most knowledge has neither.
    const { pdfToText } = await import('./pdf-text.ts')
    return pdfToText(bytes)
  }
  if (extension === '.docx') {
    const { docxToHtml } = await import('./docx-html.ts')
    const read = await docxToHtml(bytes)
    return 'html' in read ? repaired(htmlToText(read.html)) : { problems: read.unknownFormats.map(unknownNumbers) }
  }
  const decoded = decodeText(bytes, label)
  if (decoded === undefined) {
    return { problems: [{ what: 'is in no encoding that could be told; save it as UTF-8' }] }
  }
  return repaired(extension === '.txt' ? decoded.replaceAll('\r\n', '\n') : htmlToText(decoded))
}

const unknownNumbers = (format: string): ConversionProblem => ({
  what: `has Word number its paragraphs in a way that isn't known (${format}); write the numbers as text, or choose ๑, 1, ก, a, i or 一`,
})

function repaired(text: string): Conversion {
  const { text: whole, faults } = repairThai(text)
  if (faults.length > 0) return { problems: faults.map((what) => ({ what })) }
  return whole.trim() === '' ? { problems: [{ what: 'holds no text; add it or remove the file' }] } : { text: whole }
}
