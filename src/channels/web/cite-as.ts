import { writeDate } from '../../text/calendar.ts'
import type { Document, Language } from '../../vocabulary.ts'
import { readIsoDate } from './calendars.ts'
import { readerLabels } from './reader-labels.ts'

export type CitationStyle = 'thai-official' | 'apa' | 'plain'

/**
 * A document, and the quoted words if there are any, cited in each style. `address` is that of the reader: where a summary is found.
 *
 * `thai-official` names sender, subject and date as letters between offices do (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526), the
 * date in Thai numerals (มติคณะรัฐมนตรีเมื่อวันที่ 2 พฤษภาคม 2543); what is quoted stays as it stands.
 * `apa` is that of a web page: https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references
 */
export function citeAs(document: Document, quote: string | undefined, address: string): Record<CitationStyle, string> {
  const { title, publisher, kind, language } = document
  const date = readIsoDate(document.published)
  const isSummary = kind === 'clauses'
  const url = isSummary ? address : document.url
  const day = (language: Language) => (date ? writeDate(date, language) : document.published)
  const apaDate = date
    ? `${date.year}, ${writeDate({ month: date.month!, day: date.day! }, 'en').replace(/^(\d+) (.+)$/u, '$2 $1')}`
    : document.published
  const words = quote?.replaceAll(/\s*[\r\n]+\s*/gu, ' ')
  return {
    'thai-official': join(
      `${publisher} เรื่อง ${title} ลงวันที่ ${inThaiNumerals(day('th'))}`,
      isSummary && '(บทสรุปข่าวที่เผยแพร่ ไม่ใช่ตัวบทที่ลงนาม)',
      words !== undefined && `ความตอนหนึ่งว่า “${words}”`,
      `เผยแพร่ที่ ${url}`,
    ),
    apa: join(`${publisher}. (${apaDate}). ${title}${isSummary ? ' [Summary of public releases]' : ''}. ${url}`),
    plain: join(
      words !== undefined && `“${words}” —`,
      `${title}${isSummary ? ` (${readerLabels[language].documentStatuses.summary})` : ''}, ${publisher}, ${day(language)}, ${url}`,
    ),
  }
}

function inThaiNumerals(text: string): string {
  return text.replaceAll(/[0-9]/gu, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? digit)
}

function join(...parts: (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ')
}
