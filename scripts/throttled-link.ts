import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface ThrottledLink extends AsyncDisposable {
  port: number
  /** What has come down the link since the last call, headers and all. */
  takeCount(): { bytes: number; requests: number }
}

export interface LinkOptions {
  /** The port on this machine that it leads to. */
  port: number
  bitsPerSecond: number
  roundTripMilliseconds: number
}

const SEGMENT_BYTES = 1460

/** A slow link to a port of this machine: its delay also lies on the opening of each connection, its rate on all of them together. */
export async function openThrottledLink(options: LinkOptions): Promise<ThrottledLink> {
  const { port, bitsPerSecond, roundTripMilliseconds } = options
  const bytesPerMillisecond = bitsPerSecond / 8 / 1000
  let count = { bytes: 0, requests: 0 }
  let free = 0

  const down = (from: Socket, to: Socket) => {
    const deliver = createDelivery()
    from.on('data', (chunk: Buffer) => {
      count.bytes += chunk.length
      for (let at = 0; at < chunk.length; at += SEGMENT_BYTES) {
        const segment = chunk.subarray(at, at + SEGMENT_BYTES)
        free = Math.max(free, performance.now()) + segment.length / bytesPerMillisecond
        deliver(free + roundTripMilliseconds / 2, () => to.write(segment))
      }
    })
    from.on('close', () => deliver(Math.max(free, performance.now()) + roundTripMilliseconds / 2, () => to.end()))
  }
  const up = (from: Socket, to: Socket) => {
    const deliver = createDelivery()
    const opened = performance.now() + roundTripMilliseconds
    from.on('data', (chunk: Buffer) => {
      if (/^(?:GET|POST) /u.test(chunk.toString('latin1', 0, 8))) count.requests++
      deliver(Math.max(opened, performance.now()) + roundTripMilliseconds / 2, () => to.write(chunk))
    })
    from.on('close', () => to.destroy())
  }
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1')
    for (const socket of [client, target]) socket.setNoDelay(true).on('error', () => socket.destroy())
    up(client, target)
    down(target, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    takeCount() {
      const taken = count
      count = { bytes: 0, requests: 0 }
      return taken
    },
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}

/** Does things at their times, and never out of order: timers that are late may overtake each other. */
function createDelivery(): (at: number, action: () => void) => void {
  const waiting: { at: number; action: () => void }[] = []
  const wake = () => {
    const [first] = waiting
    if (first !== undefined) setTimeout(deliver, Math.max(0, first.at - performance.now()))
  }
  const deliver = () => {
    while (waiting[0] !== undefined && waiting[0].at <= performance.now()) waiting.shift()?.action()
    wake()
  }
  return (at, action) => {
    if (waiting.push({ at, action }) === 1) wake()
  }
}
