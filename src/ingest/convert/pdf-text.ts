import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Conversion, ConversionProblem } from './convert.ts'
import { hidesLetters, withActualText } from './pdf-actual-text.ts'
import { cellsOf, withCells } from './pdf-cells.ts'
import { type Item, linesOfPage, type PageLine, paragraphsOf, withoutPageNumbers } from './pdf-lines.ts'
import { marksOf } from './pdf-marks.ts'
import { createContentReader } from './pdf-objects.ts'
import { repairThai } from './repair-thai.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

const FAULTS_SHOWN = 3

/** The text of a PDF: its lines joined to paragraphs, its pages one after another. Pages that are pictures are named. */
export async function pdfToText(bytes: Uint8Array): Promise<Conversion> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const pages: PageLine[][] = []
  const problems: ConversionProblem[] = []
  const contentOf = createContentReader(bytes)
  const itemsOf = async (page: Page): Promise<Item[]> => {
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item)
    const cells = cellsOf(await page.getStructTree().catch(() => null))
    const isHiding = hidesLetters(items)
    if (!isHiding && cells.size === 0) return items
    const marked = withCells((await page.getTextContent({ includeMarkedContent: true })).items, cells)
    const content = isHiding && page.ref !== null ? contentOf(page.ref.num) : undefined
    const told = content === undefined ? undefined : withActualText(marked, marksOf(content))
    return told ?? marked.filter((piece) => 'str' in piece)
  }
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const lines = linesOfPage((await itemsOf(page)).filter(isOnPage(page)))
      if (lines.length === 0 && (await hasPicture(page))) {
        problems.push({
          page: number,
          what: 'is a picture without text, as a scanner leaves it; run a text recognition over it, or type it',
        })
      }
      const repaired = lines.map((line) => ({ ...line, ...repairThai(plainIdeographs(line.text)) }))
      pages.push(repaired)
      const faults = [...new Set(repaired.flatMap(({ faults }) => faults))]
      problems.push(...shortened(faults).map((what) => ({ page: number, what })))
      page.cleanup()
    }
  } finally {
    await pdf.destroy()
  }
  if (problems.length > 0) return { problems }
  const text = paragraphsOf(withoutPageNumbers(pages))
  return text.trim() === '' ? { problems: [{ what: 'holds no text; add it or remove the file' }] } : { text }
}

/** What lies beyond the page isn't shown, such as marks of a line that a browser draws on both sides of a page's end. */
function isOnPage({ view: [left = 0, bottom = 0, right = 0, top = 0] }: Page) {
  return ({ transform: [, , , , x = 0, y = 0] }: Item) => x >= left && x <= right && y >= bottom && y <= top
}

/** A page of which nothing is right has the same few things to say of every line. */
function shortened(faults: readonly string[]): string[] {
  const more = faults.length - FAULTS_SHOWN
  return more > 0 ? [...faults.slice(0, FAULTS_SHOWN), `has ${more} more faults like these`] : [...faults]
}

/** Some programs write a radical where the ideograph has the same glyph. */
function plainIdeographs(text: string): string {
  return text.replace(/[\u2F00-\u2FDF]/gu, (radical) => radical.normalize('NFKC'))
}

async function hasPicture(page: Page): Promise<boolean> {
  const [{ OPS }, { fnArray }] = await Promise.all([getResolvedPDFJS(), page.getOperatorList()])
  const painting = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  return fnArray.some((operation) => painting.has(operation))
}
