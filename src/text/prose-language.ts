import type { Language } from '../vocabulary.ts'

const scripts: Record<Language, RegExp> = {
  th: /\p{Script=Thai}/gu,
  en: /\p{Script=Latin}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu,
}

/** A sentence in the right language may still hold some foreign words. */
const leastShare = 0.7

/** Whether the prose of `text` is in the script of `language`, leaving out quotations, addresses and names. */
export function isProseIn(text: string, language: Language): boolean {
  const prose = withoutNames(text, language)
  const own = count(prose, scripts[language])
  const letters = count(prose, /[\p{Letter}\p{Mark}]/gu)
  return letters === 0 || own / letters >= leastShare
}

function withoutNames(text: string, language: Language): string {
  const prose = text
    .replace(/https?:\/\/\S+|[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/\S*)?/giu, ' ')
    .replace(/"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/gu, ' ')
    // Brackets hold names in the original and dates in another calendar.
    .replace(/[(（][^()（）]*[)）]/gu, ' ')
  // Among Thai or Japanese, a Latin word with a capital or a digit is a name or an abbreviation: MoC, 5G.
  return language === 'en' ? prose : prose.replace(/[\p{Script=Latin}\d]*[\p{Lu}\d][\p{Script=Latin}\d]*/gu, ' ')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
