import type { Language } from '../../vocabulary.ts'
import type { Mutator } from './mutation.ts'
import { takeInTurn } from './rewrite.ts'
import { eraYear, findDates, replaceDate, type WrittenDate, writeEra, writeWithYear } from './written-dates.ts'

/** A year converted to another calendar, one off. */
export const calendar: Mutator = ({ text, language }) =>
  takeInTurn(
    findDates(text, language).map((found) =>
      wrongConversions(found.date, language).map((words) => ({ text: replaceDate(text, found, words) })),
    ),
  )

function wrongConversions(date: WrittenDate, language: Language): string[] {
  const { year } = date
  const { era, number } = eraYear(date)
  const write = (words: string) => writeWithYear(date, words, language)
  const eraOff = (by: number) => writeEra(era, number + by, language)
  if (language === 'th') {
    return [
      write(`${year + 543} (ค.ศ. ${year + 1})`),
      write(`ค.ศ. ${year - 1}`),
      write(`${year + 543} (ตรงกับ${eraOff(1)})`),
      write(eraOff(-1)),
      write(`ค.ศ. ${year} (พ.ศ. ${year + 542})`),
    ]
  }
  if (language === 'en') {
    return [
      `${write(String(year))} (B.E. ${year + 544})`,
      write(`B.E. ${year + 542}`),
      `${write(String(year))} (${eraOff(1)})`,
      write(eraOff(-1)),
      `${write(String(year))} (B.E. ${year + 542})`,
    ]
  }
  return [
    write(`${year}年(${eraOff(1)})`),
    write(eraOff(-1)),
    write(`仏暦${year + 544}年`),
    write(`${year}年(仏暦${year + 542}年)`),
    write(eraOff(1)),
  ]
}
