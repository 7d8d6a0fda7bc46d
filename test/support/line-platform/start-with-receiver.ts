import { createClients } from './clients.ts'
import { type LinePlatformOptions, startLinePlatform } from './line-platform.ts'
import { startReceiver } from './receiver.ts'

/** A stand-in whose webhooks are taken, and LINE's own clients speaking to it. */
export async function startWithReceiver(options: LinePlatformOptions = {}) {
  await using parts = new AsyncDisposableStack()
  const receiver = parts.use(await startReceiver())
  const line = parts.use(await startLinePlatform({ webhookURL: receiver.url, ...options }))
  const running = parts.move()
  return { line, receiver, ...createClients(line), [Symbol.asyncDispose]: () => running[Symbol.asyncDispose]() }
}
