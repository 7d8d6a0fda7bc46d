/** Characters as people count them: graphemes. */
export const longestQuestion = 2000

export type QuestionProblem = 'empty' | 'too-long'

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })
const VISIBLE = /[^\p{C}\p{Z}\p{M}]/u

/** The question as it's worked on: well-formed and trimmed; or what keeps it from being one. */
export function readQuestionText(text: string): { ok: true; text: string } | { ok: false; problem: QuestionProblem } {
  const wellFormed = text.toWellFormed().trim()
  if (!VISIBLE.test(wellFormed)) return { ok: false, problem: 'empty' }
  return fits(wellFormed) ? { ok: true, text: wellFormed } : { ok: false, problem: 'too-long' }
}

function fits(text: string): boolean {
  if (text.length <= longestQuestion) return true
  let count = 0
  for (const _ of graphemes.segment(text)) if (++count > longestQuestion) return false
  return true
}
