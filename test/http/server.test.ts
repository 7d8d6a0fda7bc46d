import { once } from 'node:events'
import { request } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { expect, test } from 'vitest'
import { AccordError } from '../../src/errors.ts'
import { type ServerOptions, startServer } from '../../src/http/server.ts'

const host = '127.0.0.1'

function echo(): Hono {
  const app = new Hono()
  app.post('/echo', async (context) => context.text(await context.req.text()))
  return app
}

test('serves the app where its url says', async () => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  const response = await fetch(`${server.url}/echo`, { method: 'POST', body: 'สวัสดี' })
  expect(await response.text()).toBe('สวัสดี')
})

test('every response carries the security headers, also a refusal', async () => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  for (const path of ['/echo', '/nowhere']) {
    const { headers } = await fetch(server.url + path, { method: 'POST' })
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

test('an unknown address is refused in words', async () => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  const response = await fetch(`${server.url}/../../etc/passwd`)
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ error: 'There is nothing at this address.' })
})

test('an address that takes other methods names them', async () => {
  const app = echo()
  app.get('/read/:id', (context) => context.text(context.req.param('id')))
  await using server = await startServer({ app, host, port: 0 })
  const refused = async (method: string, path: string) => {
    const response = await fetch(server.url + path, { method })
    return [response.status, response.headers.get('allow'), await response.json()]
  }
  expect(await refused('GET', '/echo')).toEqual([405, 'POST', { error: 'This address takes POST only.' }])
  const readOnly = [405, 'GET, HEAD', { error: 'This address takes GET and HEAD only.' }]
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect(await refused(method, '/read/1')).toEqual(readOnly)
  expect((await fetch(`${server.url}/read/1`, { method: 'HEAD' })).status).toBe(200)
})

test('refusals look as they are told to, and keep the security headers', async () => {
  const app = echo()
  app.get('/broken', () => Promise.reject(new Error('private')))
  const refuse: ServerOptions['refuse'] = (context, status, message) => context.html(`<p>${message}</p>`, status)
  await using server = await startServer({ app, refuse, host, port: 0 })
  for (const [path, status, words] of [
    ['/nowhere', 404, 'There is nothing at this address.'],
    ['/broken', 500, 'Something went wrong on our side. Please try again later.'],
  ]) {
    const response = await fetch(`${server.url}${path}`)
    expect([response.status, await response.text()]).toEqual([status, `<p>${words}</p>`])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test.each([
  ['/a\\..\\b', 'localhost'],
  ['/echo', 'a b'],
  ['/echo', '"><script>'],
])('an address that is none is refused in words: %s at %s', async (path, name) => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  const sent = request(server.url, { path, headers: { host: name } })
  sent.end()
  const [response] = await once(sent, 'response')
  expect(response.statusCode).toBe(400)
  expect(response.headers['x-content-type-options']).toBe('nosniff')
  expect(await readText(response)).toBe('{"error":"The address or the Host header is malformed."}')
})

test('a body over 64 kB is refused, declared or not', async () => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  const fits = await fetch(`${server.url}/echo`, { method: 'POST', body: 'x'.repeat(64 * 1024) })
  expect(fits.status).toBe(200)
  const body = Buffer.alloc(64 * 1024 + 1, 'x')
  for (const headers of [{ 'content-length': body.length }, { 'transfer-encoding': 'chunked' }]) {
    expect(await post(`${server.url}/echo`, body, headers)).toEqual({
      status: 413,
      text: '{"error":"The body is larger than 64 kB."}',
    })
  }
})

test('a small body of undeclared length passes whole', async () => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  const answered = await post(`${server.url}/echo`, Buffer.from('ทดสอบ'), { 'transfer-encoding': 'chunked' })
  expect(answered).toEqual({ status: 200, text: 'ทดสอบ' })
})

test('a failure says nothing of what is inside, and is logged without the query', async () => {
  const app = new Hono()
  app.get('/broken', () => {
    throw new Error('the disk at /var/secret is full', { cause: new Error('ENOSPC') })
  })
  const logged: unknown[] = []
  const log = { error: (...entry: unknown[]) => logged.push(entry) }
  await using server = await startServer({ app, host, port: 0, log })
  const response = await fetch(`${server.url}/broken?question=private`)
  expect(response.status).toBe(500)
  expect(await response.text()).toBe('{"error":"Something went wrong on our side. Please try again later."}')
  const fields = { method: 'GET', path: '/broken', error: 'the disk at /var/secret is full (ENOSPC)' }
  expect(logged).toEqual([[fields, 'A request failed']])
})

test('a refusal that a channel throws keeps its words', async () => {
  const app = new Hono()
  app.post('/webhook', () => {
    throw new HTTPException(401, { message: 'The signature is missing.' })
  })
  await using server = await startServer({ app, host, port: 0 })
  const response = await fetch(`${server.url}/webhook`, { method: 'POST' })
  expect(response.status).toBe(401)
  expect(await response.json()).toEqual({ error: 'The signature is missing.' })
})

test('a port that is taken is named with what to do', async () => {
  await using server = await startServer({ app: echo(), host, port: 0 })
  const port = Number(new URL(server.url).port)
  await expect(startServer({ app: echo(), host, port })).rejects.toThrow(
    new AccordError(`Port ${port} is taken; set PORT to a free one.`),
  )
})

test('a host that is not of this machine is named with what to do', async () => {
  await expect(startServer({ app: echo(), host: '192.0.2.1', port: 0 })).rejects.toThrow(
    new AccordError('192.0.2.1 is not an address of this machine; set HOST to one that is.'),
  )
})

test('closing finishes what is under way and then takes nothing new', async () => {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const app = new Hono()
  app.get('/slow', async (context) => {
    started.resolve()
    await finish.promise
    return context.text('finished')
  })
  const server = await startServer({ app, host, port: 0 })
  const response = fetch(`${server.url}/slow`)
  await started.promise
  const closed = server[Symbol.asyncDispose]()
  finish.resolve()
  expect(await (await response).text()).toBe('finished')
  await closed
  await expect(fetch(`${server.url}/slow`)).rejects.toThrow()
})

async function post(url: string, body: Buffer, headers: Record<string, string | number>) {
  const sent = request(url, { method: 'POST', headers })
  sent.end(body)
  const [response] = await once(sent, 'response')
  return { status: response.statusCode, text: await readText(response) }
}
