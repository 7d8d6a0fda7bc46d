import { readAssets } from '../../src/channels/web/assets.ts'
import { createRefuse } from '../../src/channels/web/refuse.ts'
import { createWebChannel, type WebChannelDeps } from '../../src/channels/web/web.ts'
import type { TakeTurn } from '../../src/conversation/take-turn.ts'
import { type RunningServer, startServer } from '../../src/http/server.ts'
import type { SearchIndex } from '../../src/search-index/search-index.ts'
import type { Language } from '../../src/vocabulary.ts'
import { askOver, realStages } from './real-index.ts'

export interface RealWeb extends RunningServer {
  ask: TakeTurn
  index: SearchIndex
}

/** The web channel over the project's own knowledge, on a free port. */
export async function serveRealWeb(deps: Partial<WebChannelDeps> = {}): Promise<RealWeb> {
  const stages = await realStages()
  const ask = askOver(stages)
  const { index } = stages
  const assets = await readAssets()
  const app = createWebChannel({
    ask,
    index: () => index,
    documentsOf: async () => undefined,
    assets,
    suggestions: (language: Language) => index.vocabulary.questions.slice(0, 4).flatMap((entry) => entry[language][0]!),
    metrics: () => '',
    ...deps,
  })
  const server = await startServer({ app, refuse: createRefuse(assets), host: '127.0.0.1', port: 0 })
  return { ...server, ask, index, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
