/** A prompt that Accord wrote, as a model that takes it at its word reads it. */
export interface ReadPrompt {
  fence: string
  passages: { id: string; text: string }[]
  question: string
  /** Earlier questions, when the last is to be rewritten. */
  earlier: string[]
  /** Statements that are to be written again. */
  refused: { text: string; problem: string }[]
}

const BLOCK = /^--- (?<fence>\S+) (?<title>[^\n]+)\n(?<text>[\s\S]*?)\n--- \k<fence> end$/gmu
const PASSAGE = /^passage (?<id>".*")$/su

export function readPrompt(user: string): ReadPrompt {
  const prompt: ReadPrompt = { fence: '', passages: [], question: '', earlier: [], refused: [] }
  for (const { groups } of user.matchAll(BLOCK)) {
    const { fence = '', title = '', text = '' } = groups!
    prompt.fence = fence
    const id = PASSAGE.exec(title)?.groups?.id
    if (id !== undefined) prompt.passages.push({ id: JSON.parse(id) as string, text })
    else if (title === 'question' || title === 'last question') prompt.question = text
    else if (title === 'earlier question') prompt.earlier.push(text)
    else if (title === 'refused statements') prompt.refused = JSON.parse(text) as ReadPrompt['refused']
    else throw new Error(`a block of no known kind: ${title}`)
  }
  return prompt
}
