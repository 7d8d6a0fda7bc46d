import { AccordError } from '../errors.ts'

/** Gathers what is wrong in the knowledge folder, so that a person sees all of it at once. */
export interface Problems {
  /** `file` is the path below the knowledge folder, `line` counts from 1; `what` says what is wrong and what to do. */
  add(file: string, line: number | undefined, what: string): void
  /** Throws an AccordError that lists the problems, one a line, if there are any. */
  throwIfAny(): void
}

interface Problem {
  file: string
  line: number | undefined
  what: string
}

export function createProblems(knowledgeDir: string): Problems {
  const found: Problem[] = []
  return {
    add: (file, line, what) => void found.push({ file, line, what }),
    throwIfAny() {
      if (found.length === 0) return
      const lines = new Set(
        found
          .toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0))
          .map(({ file, line, what }) => `${file}${line === undefined ? '' : `:${line}`}: ${what}`),
      )
      const count = lines.size === 1 ? '1 problem' : `${lines.size} problems`
      throw new AccordError(`${count} in ${knowledgeDir}, nothing was written:\n${[...lines].join('\n')}`)
    },
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
