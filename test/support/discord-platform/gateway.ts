import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { type GatewayOptions, type GatewayState, serveConnection } from './gateway-connection.ts'
import { CLOSE, dispatchTo, OP, send } from './gateway-session.ts'

/** The WebSocket side, with what can go wrong with it on demand. */
export interface Gateway extends Disposable {
  /** Tells every session that may hear it, connected or not. `data` is undefined for those intents that may not. */
  dispatch(event: string, data: (intents: number) => unknown): void
  /** Cuts every connection: with a code as Discord does, without as a network does. Sessions stay and can be resumed. */
  drop(code?: number): void
  /** Op 7. */
  reconnect(): void
  /** Op 9. Not resumable, the sessions are gone. */
  invalidate(resumable: boolean): void
  /** Op 1: asks for a heartbeat now. */
  requestHeartbeat(): void
  /** Whoever resumes is told to identify anew. */
  forgetSessions(): void
  /** False makes zombies: heartbeats get no answer. */
  acknowledgesHeartbeats: boolean
  /** False refuses connections, as when Discord is down. */
  accepts: boolean
  /** Milliseconds that it keeps who connects waiting. */
  delay: number
  /** The close code that the next IDENTIFY meets, once. */
  closeNextIdentify: number | undefined
  /** How many sessions have a connection. */
  readonly connected: number
  /** How many are kept waiting. */
  readonly opening: number
  readonly remainingStarts: number
}

export function createGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true })
  let kept = 0

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://localhost')
    if (!gateway.accepts || pathname !== '/gateway') {
      socket.destroy()
      return
    }
    const accept = () =>
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        if (searchParams.get('v') === '10' && searchParams.get('encoding') === 'json')
          serveConnection(webSocket, gateway, options)
        else webSocket.close(CLOSE.invalidVersion)
      })
    if (gateway.delay === 0) return accept()
    kept++
    setTimeout(() => {
      kept--
      accept()
    }, gateway.delay)
  })

  function sendAll(payload: object): void {
    for (const socket of sockets.clients) send(socket, payload)
  }

  const gateway: Gateway & GatewayState = {
    sessions: new Map(),
    starts: 0,
    acknowledgesHeartbeats: true,
    closeNextIdentify: undefined,
    accepts: true,
    delay: 0,
    dispatch(event, data) {
      for (const session of gateway.sessions.values()) {
        const d = data(session.intents)
        if (d !== undefined) dispatchTo(session, event, d)
      }
      options.journal.add({ kind: 'gateway', event: 'dispatch', detail: event })
    },
    drop(code) {
      for (const socket of sockets.clients) {
        if (code === undefined) socket.terminate()
        else socket.close(code)
      }
    },
    reconnect: () => sendAll({ op: OP.reconnect, d: null }),
    invalidate(resumable) {
      if (!resumable) gateway.sessions.clear()
      // It hears nothing more until it has resumed.
      for (const session of gateway.sessions.values()) session.socket = undefined
      sendAll({ op: OP.invalidSession, d: resumable })
    },
    requestHeartbeat: () => sendAll({ op: OP.heartbeat, d: null }),
    forgetSessions: () => gateway.sessions.clear(),
    get connected() {
      return [...gateway.sessions.values()].filter(({ socket }) => socket?.readyState === 1).length
    },
    get opening() {
      return kept
    },
    get remainingStarts() {
      return Math.max(0, options.sessionStarts - gateway.starts)
    },
    [Symbol.dispose]() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
  return gateway
}
