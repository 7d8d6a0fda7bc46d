import { openSearchIndex, type SearchIndex } from './search-index.ts'
import { currentVersion } from './snapshot.ts'

export interface IndexHolder extends AsyncDisposable {
  /** The index to answer from. Keep it for a whole question: the next call may return another. */
  current(): SearchIndex
  /** Opens the version in use, or throws openSearchIndex's AccordError, then watches for the next. */
  start(): Promise<void>
  /** Looks now rather than at the next interval. */
  look(): Promise<void>
}

export interface HolderOptions {
  embeddingModel?: string
  intervalMilliseconds?: number
  onSwap?: (index: SearchIndex, before: SearchIndex | undefined) => void
  /** Called once a version; the one that is held stays. */
  onRefused?: (error: unknown) => void
}

const INTERVAL_MILLISECONDS = 2000

/** Follows the version in use without a restart. Reads `current` at an interval: folder events get lost on network drives. */
export function createIndexHolder(dataDir: string, options: HolderOptions = {}): IndexHolder {
  const { embeddingModel, intervalMilliseconds = INTERVAL_MILLISECONDS, onSwap, onRefused } = options
  const model = embeddingModel === undefined ? {} : { embeddingModel }
  let held: SearchIndex | undefined
  let refused: string | undefined
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  const lookOnce = async () => {
    let version: string | undefined
    try {
      version = currentVersion(dataDir)
      // Whoever returns to the one that is held may mend the other, and use it then.
      if (version === held?.version) refused = undefined
      if (version === undefined || version === held?.version || version === refused) return
      const before = held
      held = await openSearchIndex(dataDir, { ...model, version })
      refused = undefined
      onSwap?.(held, before)
    } catch (error) {
      const failed = version ?? 'current'
      if (failed !== refused) onRefused?.(error)
      refused = failed
    }
  }
  const look = () => {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }

  return {
    current() {
      if (held === undefined) throw new Error('The index holder has not been started')
      return held
    },
    async start() {
      held = await openSearchIndex(dataDir, model)
      timer = setInterval(look, intervalMilliseconds).unref()
    },
    look,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await looking
    },
  }
}
