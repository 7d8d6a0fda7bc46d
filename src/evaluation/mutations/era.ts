import type { Language } from '../../vocabulary.ts'
import type { Mutator } from './mutation.ts'
import { takeInTurn } from './rewrite.ts'
import { eraYear, findDates, replaceDate, type WrittenDate, writeEra, writeWithYear } from './written-dates.ts'

/** The right number of a year in the wrong era. */
export const era: Mutator = ({ text, language }) =>
  takeInTurn(
    findDates(text, language).map((found) =>
      wrongEras(found.date, language).map((year) => ({
        text: replaceDate(text, found, writeWithYear(found.date, year, language)),
      })),
    ),
  )

function wrongEras(date: WrittenDate, language: Language): string[] {
  const { year } = date
  const { era, number } = eraYear(date)
  const swapped = era === 'Reiwa' ? 'Heisei' : 'Reiwa'
  const japanese = [writeEra(swapped, number, language), writeEra('Showa', number, language)]
  if (language === 'th') return [`ค.ศ. ${year + 543}`, `พ.ศ. ${year}`, ...japanese]
  if (language === 'en') return [`B.E. ${year}`, ...japanese, `A.D. ${year + 543}`]
  return [...japanese, `仏暦${year}年`, `西暦${year + 543}年`]
}
