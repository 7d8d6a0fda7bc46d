import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Whose request it is: the address that connected, or, behind `trustedProxies` proxies of ours, the one that the outermost of them saw.
 * What stands further left in `X-Forwarded-For` is anybody's word. Of IPv6 the network: one subscriber has a /64 of addresses.
 */
export function clientAddress(context: Context, trustedProxies: number): string {
  const connected = getConnInfo(context).remote.address ?? ''
  if (trustedProxies === 0) return networkOf(connected)
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const seen = forwarded.at(-trustedProxies) ?? ''
  return networkOf(isIP(seen) === 0 ? connected : seen)
}

function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address) ?? []
  if (mapped !== undefined) return mapped
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%', 1)[0]!.toLowerCase().split('::')
  const before = head.split(':').filter((group) => group !== '')
  const after = tail?.split(':').filter((group) => group !== '') ?? []
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/u, ''))
  return `${groups.slice(0, 4).join(':')}::/64`
}
