import type { ChangeSummary } from '../vocabulary.ts'
import { type Snapshot, summariseChanges } from './summarise-changes.ts'

export interface SwapTellerOptions {
  tell: (summary: ChangeSummary) => void | Promise<void>
  onFailure: (error: unknown) => void
}

/** Tells what each swap changed, in their order, and nothing of one that changed nothing. Returns at once and never throws. */
export function createSwapTeller({ tell, onFailure }: SwapTellerOptions) {
  let last = Promise.resolve()
  return (before: Snapshot, after: Snapshot): void => {
    last = last
      .then(async () => {
        const summary = await summariseChanges(before, after)
        if (summary !== undefined) await tell(summary)
      })
      .catch(onFailure)
  }
}
