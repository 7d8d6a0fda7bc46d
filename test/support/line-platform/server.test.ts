import type { messagingApi } from '@line/bot-sdk'
import { describe, expect, test } from 'vitest'
import { createClients, refusalOf } from './clients.ts'
import { startWithReceiver } from './start-with-receiver.ts'

const hello: messagingApi.Message[] = [{ type: 'text', text: 'a' }]
const unknownUser = `U${'0'.repeat(32)}`

describe('every endpoint', () => {
  test('wants the right token', async () => {
    await using running = await startWithReceiver()
    const { line } = running
    const { api, blob } = createClients(line, 'wrong')
    for (const call of [api.getBotInfo(), blob.getMessageContent('1')]) {
      expect(await refusalOf(call)).toMatchObject({
        status: 401,
        message: expect.stringContaining('Authentication failed due to the following reason:'),
      })
    }
    const response = await fetch(`${line.apiURL}/v2/bot/info`)
    expect(response.status).toBe(401)
    expect(response.headers.get('x-line-request-id')).toBeTruthy()
  })

  test('wants JSON of at most 2 MB', async () => {
    await using running = await startWithReceiver()
    const { line, api } = running
    const post = (body: string, type = 'application/json') =>
      fetch(`${line.apiURL}/v2/bot/message/push`, {
        method: 'POST',
        headers: { authorization: `Bearer ${line.accessToken}`, 'content-type': type },
        body,
      })
    expect((await post('{"to":')).status).toBe(400)
    expect((await post('{}', 'text/plain')).status).toBe(415)
    expect((await post('null')).status).toBe(400)
    expect((await post('"'.padEnd(2 * 1_024 * 1_024, 'a'))).status).toBe(400)
    const large = api.pushMessage({
      to: unknownUser,
      messages: [{ type: 'text', text: 'a'.repeat(2 * 1_024 * 1_024) }],
    })
    expect(await refusalOf(large)).toMatchObject({ status: 413 })
  })

  test('has its own rate', async () => {
    let time = 0
    await using running = await startWithReceiver({ now: () => time })
    const { line, api } = running
    const chatId = line.addPerson().userId
    const show = () => api.showLoadingAnimation({ chatId })
    await Promise.all(Array.from({ length: 100 }, show))
    expect(await refusalOf(show())).toMatchObject({
      status: 429,
      message: 'The API rate limit has been exceeded. Try again later.',
    })
    await api.getBotInfo()
    time += 9
    expect(await refusalOf(show())).toMatchObject({ status: 429 })
    time += 1
    await show()
    expect(await refusalOf(show())).toMatchObject({ status: 429 })
  })

  test('can be given another rate', async () => {
    await using running = await startWithReceiver({
      now: () => 0,
      rateLimits: { botInfo: { requests: 1, perMs: 1_000 } },
    })
    await running.api.getBotInfo()
    expect(await refusalOf(running.api.getBotInfo())).toMatchObject({ status: 429 })
  })

  test('is on its own host, when there are two', async () => {
    await using running = await startWithReceiver({ separateDataHost: true })
    const { line, api } = running
    expect(line.dataURL).not.toBe(line.apiURL)
    await api.getBotInfo()
    const { api: swapped } = createClients({ ...line, apiURL: line.dataURL })
    expect(await refusalOf(swapped.getBotInfo())).toMatchObject({ status: 404, message: 'Not found' })
    const { blob } = createClients({ ...line, dataURL: line.apiURL })
    expect(await refusalOf(blob.getMessageContent('1'))).toMatchObject({ status: 404, message: 'Not found' })
  })

  test('leaves a record of each call', async () => {
    let time = 5
    await using running = await startWithReceiver({ now: () => time })
    const { line, api } = running
    await api.getBotInfo()
    time = 6
    await refusalOf(api.pushMessage({ to: unknownUser, messages: hello }, '123e4567-e89b-12d3-a456-426614174000'))
    expect(line.calls).toMatchObject([
      { endpoint: 'botInfo', method: 'GET', path: '/v2/bot/info', at: 5, status: 200, processed: true },
      {
        endpoint: 'push',
        at: 6,
        status: 400,
        retryKey: '123e4567-e89b-12d3-a456-426614174000',
        body: { to: unknownUser, messages: hello },
        answer: { message: 'Failed to send messages' },
      },
    ])
    expect(line.callsTo('push')).toHaveLength(1)
  })
})
