import { readAssets } from '../../../src/channels/web/assets.ts'
import { createRefuse } from '../../../src/channels/web/refuse.ts'
import { createWebChannel, type WebChannelDeps } from '../../../src/channels/web/web.ts'
import { type RunningServer, startServer } from '../../../src/http/server.ts'
import { fullAnswer, openIndex } from './answer-fixture.ts'

/** The web channel behind the real server on a free port. */
export async function serveWeb(deps: Partial<WebChannelDeps> = {}): Promise<RunningServer> {
  const assets = await readAssets()
  const app = createWebChannel({
    ask: async ({ question }) => ({ ...fullAnswer, question }),
    index: () => openIndex,
    documentsOf: async () => undefined,
    assets,
    suggestions: (language) =>
      ({ th: ['ใครเป็นคู่ภาคี'], en: ['Who are the parties?'], ja: ['当事者は誰ですか'] })[language],
    metrics: () => 'accord_answer_seconds_count 0\n',
    ...deps,
  })
  return startServer({ app, refuse: createRefuse(assets), host: '127.0.0.1', port: 0 })
}

export function postJson(url: string, body: unknown, options: { accept?: string; signal?: AbortSignal } = {}) {
  const { accept = '*/*', signal = null } = options
  const headers = { 'content-type': 'application/json', accept }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal })
}
