const LATIN = /[\p{Script=Latin} ]/u
const LATIN_LETTERS_A_TOKEN = 4
const TOKENS_A_FOREIGN_CHARACTER = 1.5
/** For the roles and marks around the messages of one request. */
export const TOKENS_A_REQUEST = 20

/**
 * How many tokens a text has at most, for a budget: one for four Latin letters or spaces, one for any other ASCII character, three
 * for two characters of other scripts, of which older tokenisers cut Thai and Japanese about one a token. Not a bound for
 * tokenisers that know no Thai at all and cut it by bytes.
 */
export function estimateTokens(text: string): number {
  let tokens = 0
  for (const character of text) {
    if (LATIN.test(character)) tokens += 1 / LATIN_LETTERS_A_TOKEN
    else if (character < '\u0080') tokens += 1
    else tokens += TOKENS_A_FOREIGN_CHARACTER
  }
  return Math.ceil(tokens)
}
