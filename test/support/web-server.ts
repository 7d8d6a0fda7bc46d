import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface WebServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, or `https` with a certificate that nobody trusts. */
  url: string
}

const TLS = join(import.meta.dirname, '../fixtures/tls')

/** A site on this machine. Disposing it cuts off whoever is still connected. */
export async function startWebServer(listener: RequestListener, { secure = false } = {}): Promise<WebServer> {
  const credentials = () => ({
    key: readFileSync(join(TLS, 'key.pem')),
    cert: readFileSync(join(TLS, 'certificate.pem')),
  })
  const server = secure ? createSecureServer(credentials(), listener) : createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
