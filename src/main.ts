import { enableCompileCache } from 'node:module'

enableCompileCache()
const [{ startApp }, { loadConfig }, { AccordError, describeError }] = await Promise.all([
  import('./app.ts'),
  import('./config.ts'),
  import('./errors.ts'),
])

try {
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
  LINE     off (not part of this version)
  Discord  off (not part of this version)
  models   ${config.models === undefined ? 'off: answers are the clauses’ own sentences' : `embeddings by ${config.models.embeddingModel}`}
  index    ${app.indexVersion}: ${app.documents} documents, ${app.passages} passages
`)
} catch (error) {
  if (!(error instanceof AccordError)) throw error
  process.stderr.write(`${describeError(error)}\n`)
  process.exitCode = 1
}
