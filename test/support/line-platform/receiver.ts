import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  headers: IncomingHttpHeaders
  rawHeaders: string[]
  body: Buffer
}

/** A webhook that takes what it's sent, and nothing else. */
export interface Receiver extends AsyncDisposable {
  url: string
  received: Received[]
  /** What the next requests are answered with, in order; 200 when it's empty. */
  statuses: (number | 'silence' | 'reset')[]
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const statuses: Receiver['statuses'] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    received.push({ headers: request.headers, rawHeaders: request.rawHeaders, body: Buffer.concat(chunks) })
    const status = statuses.shift() ?? 200
    if (status === 'silence') return
    if (status === 'reset') return void request.socket.destroy()
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/line/webhook`,
    received,
    statuses,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
