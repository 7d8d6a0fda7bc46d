/** An English word without the endings of number, person and tense. */
export function stemOf(word: string): string {
  return word
    .replace(/['’]s$|s['’]$/u, '')
    .replace(/ies$|ied$/u, 'y')
    .replace(/(?<=.{3})(?:ing|ed)$/u, '')
    .replace(/(?<=[sxz]|ch|sh)es$/u, '')
    .replace(/(?<=[^s].)s$/u, '')
    .replace(/e$/u, '')
}
