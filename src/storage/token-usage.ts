import type { Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'

export interface TokenUsage {
  /** `day`: ISO date. */
  tokensUsed(day: string): number
  addTokens(day: string, tokens: number): void
}

/**
 * What language models have used, counted by day over all processes that share the database. Counted at once, written soon: an
 * answer doesn't wait for another process that has the database locked, and isn't lost to one.
 */
export function createTokenUsage(database: Database, onFailure: (error: unknown) => void = () => {}): TokenUsage {
  const group = createGroupCommit(database)
  const unwritten = new Map<string, number>()
  const count = (day: string, tokens: number) => unwritten.set(day, (unwritten.get(day) ?? 0) + tokens)
  return {
    tokensUsed(day) {
      const written = Number(database.get('SELECT tokens FROM token_usage WHERE day = ?', day)?.tokens ?? 0)
      return written + (unwritten.get(day) ?? 0)
    },
    addTokens(day, tokens) {
      count(day, tokens)
      const written = group.commit(() => {
        database.run(
          `INSERT INTO token_usage (day, tokens) VALUES (?, ?)
           ON CONFLICT (day) DO UPDATE SET tokens = tokens + excluded.tokens`,
          day,
          tokens,
        )
      })
      // What can't be written still counts until the process ends.
      written.then(() => count(day, -tokens), onFailure)
    },
  }
}
