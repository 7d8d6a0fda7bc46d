import type { LineApi } from './line-api.ts'
import type { LineWork } from './line-work.ts'

const shownSeconds = 20
/** An answer doesn't wait longer for the animation to begin, without which it would outlast the answer. */
const mostWait = 1_000

/** Shows in the chat with a person that an answer is being looked for, until it's ended: before the answer, which then hides it. */
export function showLoading(
  api: LineApi,
  { kind, userId }: LineWork['place'],
  renewedAfter: number,
): () => Promise<void> {
  if (kind !== 'person' || userId === undefined) return async () => {}
  const show = () => api.showLoading(userId, shownSeconds)
  let shown = show()
  const timer = setInterval(() => {
    shown = show()
  }, renewedAfter)
  return async () => {
    clearInterval(timer)
    const wait = Promise.withResolvers<void>()
    const overdue = setTimeout(wait.resolve, mostWait)
    await Promise.race([shown, wait.promise])
    clearTimeout(overdue)
  }
}
