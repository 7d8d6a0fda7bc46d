import type { Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'

export type Opinion = 'up' | 'down'

/** What people think of answers, without who they are. */
export interface Feedback {
  /** `id`: a new one, of nothing else. */
  keep(opinion: { id: string; answer: string; opinion: Opinion }): Promise<void>
  /** Adds the reason to an opinion, which may be given once. */
  explain(id: string, reason: string): Promise<void>
}

export interface FeedbackOptions {
  /** Milliseconds. */
  now: () => number
  keepDays: number
}

const DAY = 86_400_000

export function createFeedback(database: Database, { now, keepDays }: FeedbackOptions): Feedback {
  const group = createGroupCommit(database)
  // The day is enough to know when; the minute might tell whose it is.
  const today = () => new Date(now()).toISOString().slice(0, 10)
  return {
    keep: ({ id, answer, opinion }) =>
      group.commit(() => {
        const oldest = new Date(now() - keepDays * DAY).toISOString().slice(0, 10)
        database.run('DELETE FROM feedback WHERE day <= ?', oldest)
        database.run(
          'INSERT INTO feedback (id, answer, opinion, day) VALUES (?, ?, ?, ?)',
          id,
          answer,
          opinion,
          today(),
        )
      }),
    explain: (id, reason) =>
      group.commit(() => {
        database.run('UPDATE feedback SET reason = ? WHERE id = ? AND reason IS NULL', reason, id)
      }),
  }
}
