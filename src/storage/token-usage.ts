import type { Database } from './database.ts'

export interface TokenUsage {
  /** `day`: ISO date. */
  tokensUsed(day: string): number
  addTokens(day: string, tokens: number): void
}

/** What language models have used, counted by day over all processes that share the database. */
export function createTokenUsage(database: Database): TokenUsage {
  return {
    tokensUsed(day) {
      return Number(database.get('SELECT tokens FROM token_usage WHERE day = ?', day)?.tokens ?? 0)
    },
    addTokens(day, tokens) {
      database.run(
        `INSERT INTO token_usage (day, tokens) VALUES (?, ?)
         ON CONFLICT (day) DO UPDATE SET tokens = tokens + excluded.tokens`,
        day,
        tokens,
      )
    },
  }
}
