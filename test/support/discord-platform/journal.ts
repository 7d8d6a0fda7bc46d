import type { Pings } from './pings.ts'

/** Something that happened, in the order in which it did. `at` is of the platform's clock, in ms. */
export type Entry = { at: number } & (
  | { kind: 'request'; method: string; path: string; status: number; code?: number; body: unknown }
  | { kind: 'gateway'; event: 'connect' | 'identify' | 'resume' | 'heartbeat' | 'dispatch' | 'close'; detail?: string }
  | { kind: 'interaction'; id: string; event: 'sent' | 'acknowledged'; after?: number }
  | { kind: 'message'; id: string; channelId: string; change: 'created' | 'edited' | 'deleted' }
  | { kind: 'typing'; channelId: string }
  | { kind: 'ping'; messageId: string; pings: Pings }
  /** An error of the stand-in itself. */
  | { kind: 'fault'; error: unknown }
)
type Unstamped<E> = E extends Entry ? Omit<E, 'at'> : never

export interface Journal {
  readonly entries: readonly Entry[]
  add(entry: Unstamped<Entry>): void
  /** Settles once the condition holds, looked at again after each entry. Rejects after `patience`, in real ms. */
  until(condition: () => boolean, patience?: number): Promise<void>
}

export function createJournal(now: () => number): Journal {
  const entries: Entry[] = []
  const waiting = new Set<() => void>()
  return {
    entries,
    add(entry) {
      entries.push({ at: now(), ...entry } as Entry)
      for (const look of waiting) look()
    },
    until(condition, patience = 10_000) {
      return new Promise((resolve, reject) => {
        const stop = () => {
          waiting.delete(look)
          clearTimeout(timeout)
          clearInterval(poll)
        }
        const look = () => {
          if (!condition()) return
          stop()
          resolve()
        }
        // What a client has seen by now makes no entry.
        const poll = setInterval(look, 10)
        const timeout = setTimeout(() => {
          stop()
          const last = entries.slice(-8).map((entry) => JSON.stringify(entry).slice(0, 300))
          reject(new Error(`Waited ${patience} ms in vain for ${condition}; last:\n${last.join('\n')}`))
        }, patience)
        waiting.add(look)
        look()
      })
    },
  }
}
