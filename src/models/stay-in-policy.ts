import type { IPolicy } from 'cockatiel'

/** Ends a stay, with an error when there was one; once is enough. */
export type Leave = (error?: unknown) => void

/**
 * Cockatiel's policies surround a promise; a stream isn't one, and is under way until its last value is read. So it stays in a promise
 * that it settles itself. Rejects with the policy's error when it isn't let in. Aborted while it waits, it goes on at once, and its
 * turn, when that comes, is the next one's.
 */
export async function stayIn(policy: IPolicy, signal: AbortSignal): Promise<Leave> {
  const inside = Promise.withResolvers<void>()
  const left = Promise.withResolvers<void>()
  const stay = policy.execute(() => {
    inside.resolve()
    return left.promise
  })
  // How it ends is the stream's affair; whether it's let in is asked below.
  for (const promise of [stay, left.promise]) promise.catch(() => {})
  const giveUp = () => {
    left.resolve()
    inside.resolve()
  }
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    await Promise.race([inside.promise, stay])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
  return (error) => (error === undefined ? left.resolve() : left.reject(error))
}
