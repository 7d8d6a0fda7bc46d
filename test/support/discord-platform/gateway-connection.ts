import type { WebSocket } from 'ws'
import { z } from 'zod'
import { CLOSE, dispatchTo, KNOWN_INTENTS, OP, PRIVILEGED, replayTo, type Session, send } from './gateway-session.ts'
import type { Journal } from './journal.ts'

export interface GatewayOptions {
  now: () => number
  journal: Journal
  token: string
  /** Privileged intents that are switched on in the portal. */
  allowedIntents: number
  heartbeatInterval: number
  /** How many IDENTIFYs a day has, after which the token is worth nothing. */
  sessionStarts: number
  /** The first events of a session, READY before all. */
  greet(session: Session): { t: string; d: Record<string, unknown> }[]
}

/** What connections share, and what makes them misbehave. */
export interface GatewayState {
  sessions: Map<string, Session>
  starts: number
  /** False makes zombies: heartbeats get no answer. */
  acknowledgesHeartbeats: boolean
  /** The close code that the next IDENTIFY meets, once. */
  closeNextIdentify: number | undefined
}

/** https://docs.discord.com/developers/events/gateway#rate-limiting */
const SENDS_PER_MINUTE = 120
/** "A few minutes" in Discord's words. */
const SESSION_LIFE_MS = 5 * 60_000

const payloadSchema = z.object({ op: z.int(), d: z.unknown().optional() })
const identifySchema = z.object({
  token: z.string(),
  intents: z.unknown().optional(),
  properties: z.object({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
})
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.int() })

/** Speaks the gateway's protocol with one client, from HELLO until it closes. */
export function serveConnection(socket: WebSocket, state: GatewayState, options: GatewayOptions): void {
  const { now, journal } = options
  const sends: number[] = []
  let session: Session | undefined

  function note(event: 'connect' | 'identify' | 'resume' | 'heartbeat' | 'close', detail?: string): void {
    journal.add({ kind: 'gateway', event, ...(detail !== undefined && { detail }) })
  }

  /** Each returns the code to close with, if the client did wrong. */
  function identify({ token, intents, shard }: z.infer<typeof identifySchema>): number | undefined {
    note('identify', `intents ${intents}`)
    const asked = state.closeNextIdentify
    state.closeNextIdentify = undefined
    if (asked !== undefined) return asked
    if (session) return CLOSE.alreadyAuthenticated
    if (token !== options.token || ++state.starts > options.sessionStarts) return CLOSE.authenticationFailed
    if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0) return CLOSE.invalidIntents
    if ((intents & PRIVILEGED & ~options.allowedIntents) !== 0) return CLOSE.disallowedIntents
    if (shard && (shard[0] !== 0 || shard[1] !== 1)) return CLOSE.invalidShard
    session = { id: `session-${state.starts}`, intents, socket, sequence: 0, events: [] }
    state.sessions.set(session.id, session)
    for (const { t, d } of options.greet(session)) dispatchTo(session, t, d)
    return undefined
  }

  function resume({ token, session_id, seq }: z.infer<typeof resumeSchema>): number | undefined {
    note('resume', `${session_id} after ${seq}`)
    if (token !== options.token) return CLOSE.authenticationFailed
    const found = state.sessions.get(session_id)
    if (!found || (found.lostAt !== undefined && now() - found.lostAt > SESSION_LIFE_MS)) {
      state.sessions.delete(session_id)
      send(socket, { op: OP.invalidSession, d: false })
      return undefined
    }
    if (seq > found.sequence) return CLOSE.invalidSequence
    if (found.socket !== socket) found.socket?.terminate()
    found.socket = socket
    delete found.lostAt
    session = found
    replayTo(found, seq)
    return undefined
  }

  function receive(text: string): number | undefined {
    const at = Date.now()
    sends.push(at)
    if (sends.filter((earlier) => earlier > at - 60_000).length > SENDS_PER_MINUTE) return CLOSE.rateLimited
    const { op, d } = payloadSchema.parse(JSON.parse(text))
    switch (op) {
      case OP.heartbeat:
        z.int().nullable().parse(d)
        note('heartbeat')
        if (state.acknowledgesHeartbeats) send(socket, { op: OP.heartbeatAck })
        return undefined
      case OP.identify:
        return identify(identifySchema.parse(d))
      case OP.resume:
        return resume(resumeSchema.parse(d))
      case OP.presenceUpdate:
        return session ? undefined : CLOSE.notAuthenticated
      default:
        return CLOSE.unknownOpcode
    }
  }

  socket.on('message', (data) => {
    let code: number | undefined
    try {
      code = receive(String(data))
    } catch {
      code = CLOSE.decodeError
    }
    if (code !== undefined) socket.close(code)
  })
  socket.on('close', (code) => {
    note('close', String(code))
    if (!session || (session.socket !== undefined && session.socket !== socket)) return
    session.socket = undefined
    session.lostAt = now()
    // A client that says goodbye ends its session.
    if (code === 1000 || code === 1001) state.sessions.delete(session.id)
  })
  socket.on('error', () => socket.terminate())
  note('connect')
  send(socket, { op: OP.hello, d: { heartbeat_interval: options.heartbeatInterval } })
}
