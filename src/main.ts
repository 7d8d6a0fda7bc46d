import { enableCompileCache } from 'node:module'
import type { ModelsConfig } from './config.ts'

enableCompileCache()
const [{ startApp }, { loadConfig }, { AccordError, describeError }] = await Promise.all([
  import('./app.ts'),
  import('./config.ts'),
  import('./errors.ts'),
])

const help = `Answers at http://HOST:PORT: the page, POST /api/ask {"question", "language"?, "conversation"?}, /sources, /healthz,
/readyz and /metrics. Makes the index first if there is none. The settings are in .env.example.
`

/** True when there is nothing to start. */
function readArguments(): boolean {
  const [argument] = process.argv.slice(2)
  if (argument === undefined) return false
  if (argument !== '--help' && argument !== '-h') throw new AccordError(`${argument} is unknown: see --help`)
  process.stdout.write(help)
  return true
}

function describeModels({ chatModel, tokensPerDay, embeddingModel }: Partial<ModelsConfig> = {}): string {
  const chat = chatModel === undefined || tokensPerDay === 0 ? [] : [`answers drafted by ${chatModel}`]
  const embeddings = embeddingModel === undefined ? [] : [`embeddings by ${embeddingModel}`]
  return [...chat, ...embeddings].join(', ') || 'off: answers are the clauses’ own sentences'
}

async function start(): Promise<void> {
  const config = loadConfig()
  const app = await startApp(config, {
    onFirstIngest: () => process.stdout.write(`Building the index from ${config.knowledgeDir} …\n`),
  })
  // A terminal signals npm and this process, and npm passes it on: the second must not cut off what the first lets finish.
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await app[Symbol.asyncDispose]()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.stdout.write(`
Accord answers at ${app.url}

  web      on
  LINE     ${app.lineOff === undefined ? `on: POST ${config.publicUrl?.replace(/\/$/, '') ?? app.url}/line/webhook` : `off: ${app.lineOff}`}
  Discord  ${app.discord}
  models   ${describeModels(config.models)}
  index    ${app.indexVersion}: ${app.documents} documents, ${app.passages} passages
`)
}

try {
  if (!readArguments()) await start()
} catch (error) {
  if (!(error instanceof AccordError)) throw error
  process.stderr.write(`${describeError(error)}\n`)
  process.exitCode = 1
}
