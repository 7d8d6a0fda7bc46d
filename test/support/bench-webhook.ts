import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadResult, loadWebhook } from './line-load.ts'
import { type LinePlatform, startLinePlatform } from './line-platform/line-platform.ts'
import { startAccord } from './run-node.ts'

export interface WebhookBenchOptions {
  knowledgeDir: string
  rounds: number
  connections: number
  /** Of each measurement. */
  milliseconds: number
}

export interface WebhookBench {
  bare: LoadResult
  accord: LoadResult
  /** Accord's to the bare server's. */
  rate: number
  p99: number
}

const TEXT = 'When was the new MoC signed?'
const WARM_UP = 1_000

/**
 * Accord as `npm start` runs it against a server that only checks and parses, in turn. Of each the median of the rounds: on a
 * machine that others use too, a single round says little.
 */
export async function benchWebhook(options: WebhookBenchOptions): Promise<WebhookBench> {
  await using line = await startLinePlatform()
  const bare: LoadResult[] = []
  const accord: LoadResult[] = []
  for (let round = 0; round < options.rounds; round++) {
    bare.push(await measureBare(line, options))
    accord.push(await measureAccord(line, options))
  }
  const ratios = (of: (result: LoadResult) => number) => median(accord.map((result, i) => of(result) / of(bare[i]!)))
  return {
    bare: medianOf(bare),
    accord: medianOf(accord),
    rate: ratios(({ perSecond }) => perSecond),
    p99: ratios(({ p99 }) => p99),
  }
}

async function measureBare({ channelSecret }: LinePlatform, options: WebhookBenchOptions): Promise<LoadResult> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'bare-webhook.ts'), channelSecret])
  try {
    const [printed] = await once(server.stdout, 'data')
    return await measure(String(printed).trim(), channelSecret, options)
  } finally {
    server.kill()
  }
}

/** Over a folder of its own each time, so that the answering of one round's questions is not in the next. */
async function measureAccord(line: LinePlatform, options: WebhookBenchOptions): Promise<LoadResult> {
  const home = mkdtempSync(join(tmpdir(), 'accord-bench-line-'))
  try {
    await using accord = await startAccord({
      cwd: home,
      env: {
        KNOWLEDGE_DIR: options.knowledgeDir,
        DATA_DIR: join(home, 'data'),
        LOG_LEVEL: 'error',
        LINE_CHANNEL_SECRET: line.channelSecret,
        LINE_CHANNEL_ACCESS_TOKEN: line.accessToken,
        LINE_API_BASE_URL: line.apiURL,
      },
    })
    return await measure(`${accord.url}/line/webhook`, line.channelSecret, options)
  } finally {
    rmSync(home, { recursive: true })
  }
}

async function measure(
  url: string,
  channelSecret: string,
  { connections, milliseconds }: WebhookBenchOptions,
): Promise<LoadResult> {
  const load = { url, channelSecret, connections, text: TEXT }
  await loadWebhook({ ...load, milliseconds: WARM_UP })
  return loadWebhook({ ...load, milliseconds })
}

function medianOf(results: readonly LoadResult[]): LoadResult {
  const of = (value: (result: LoadResult) => number) => median(results.map(value))
  return {
    requests: of(({ requests }) => requests),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
