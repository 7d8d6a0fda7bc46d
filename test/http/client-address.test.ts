import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress } from '../../src/http/client-address.ts'

async function addressOf(connected: string, forwarded: string | undefined, trustedProxies: number): Promise<string> {
  const app = new Hono()
  app.get('/', (context) => context.text(clientAddress(context, trustedProxies)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const socket = { remoteAddress: connected, remotePort: 1, remoteFamily: 'IPv4' }
  return (await app.request('/', { headers }, { incoming: { socket } })).text()
}

test.each([
  ['what a caller says of itself is not believed', '203.0.113.5', '198.51.100.1', 0, '203.0.113.5'],
  ['behind a proxy, what that saw is', '127.0.0.1', '198.51.100.1, 203.0.113.5', 1, '203.0.113.5'],
  ['behind two, what the outer one saw', '127.0.0.1', 'made-up, 203.0.113.5, 10.0.0.2', 2, '203.0.113.5'],
  ['when the proxy says nothing, the proxy is it', '127.0.0.1', undefined, 1, '127.0.0.1'],
  ['what is no address counts as nothing', '127.0.0.1', 'x', 1, '127.0.0.1'],
  ['an IPv4 address is one in either form', '::ffff:203.0.113.5', undefined, 0, '203.0.113.5'],
  ['of IPv6, it is the network', '2001:DB8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['however it is written', '2001:db8:0001:0002::1', undefined, 0, '2001:db8:1:2::/64'],
  ['with zeros left out', '2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
  ['on this machine', '::1', undefined, 0, '0:0:0:0::/64'],
  ['with a zone', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0::/64'],
])('%s', async (_, connected, forwarded, proxies, address) => {
  expect(await addressOf(connected, forwarded, proxies)).toBe(address)
})
