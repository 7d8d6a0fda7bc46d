import type { WebSocket } from 'ws'

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const

/** …#gateway-gateway-close-event-codes */
export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const

/** https://docs.discord.com/developers/events/gateway#list-of-intents */
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const
export const PRIVILEGED = INTENT.guildMembers | INTENT.guildPresences | INTENT.messageContent
/** Bits 17 to 19, 22 and 23 have no meaning. */
export const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111

/** A session outlives its connections: what happens in between waits to be resumed. */
export interface Session {
  readonly id: string
  readonly intents: number
  socket: WebSocket | undefined
  /** Since when it has had no connection, of the platform's clock. */
  lostAt?: number
  sequence: number
  events: { s: number; t: string; d: unknown }[]
}

/** Numbers the event, keeps it, and sends it if anybody listens. */
export function dispatchTo(session: Session, t: string, d: unknown): void {
  const event = { s: ++session.sequence, t, d }
  session.events.push(event)
  if (session.socket) send(session.socket, { op: OP.dispatch, ...event })
}

/** What came after `sequence`, in order, and then RESUMED. */
export function replayTo(session: Session, sequence: number): void {
  for (const event of session.events) if (event.s > sequence) send(session.socket!, { op: OP.dispatch, ...event })
  dispatchTo(session, 'RESUMED', {})
}

export function send(socket: WebSocket, payload: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload))
}
