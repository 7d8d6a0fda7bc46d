import type { ChatInputCommandInteraction, TextChannel } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { type Scene, startScene } from './scene.ts'
import { textOf } from './seen-message.ts'

const CALLBACK = 'POST /interactions/:id/:token/callback'
const EDIT = 'PATCH /webhooks/:application/:token/messages/:message'
const MESSAGE = 'POST /channels/:channel/messages'

const statuses = ({ platform }: Scene) =>
  platform.journal.flatMap((entry) => (entry.kind === 'request' ? entry.status : []))
const callsOf = (scene: Scene, end: string) =>
  scene.platform.journal.filter((entry) => entry.kind === 'request' && entry.path.endsWith(end)).length

/** Runs one command with this handler, and gives what came of it. */
async function run(scene: Scene, handler: (interaction: ChatInputCommandInteraction) => Promise<unknown>) {
  scene.answer(async (interaction) => interaction.isChatInputCommand() && handler(interaction))
  const { length } = scene.outcomes
  const asked = scene.platform.command({ user: scene.user, channel: scene.channel, name: 'ask' })
  await scene.platform.until(() => scene.outcomes.length > length)
  return { asked, outcome: scene.outcomes.at(-1) }
}

const answer = async (interaction: ChatInputCommandInteraction) => {
  await interaction.deferReply()
  await interaction.editReply('answered')
}

describe('on demand, a route', () => {
  it('answers 429, and the client waits and goes on', async () => {
    await using scene = await startScene()
    scene.platform.fail(EDIT, { retryAfter: 0.05 })
    const { asked, outcome } = await run(scene, answer)
    expect([outcome, textOf(asked.response!)]).toEqual(['done', 'answered'])
    expect(statuses(scene).slice(-2)).toEqual([429, 200])
  })

  it('answers 429 for all that the app does', async () => {
    await using scene = await startScene()
    scene.platform.fail(MESSAGE, { retryAfter: 0.05, scope: 'global' })
    await (scene.client.channels.cache.get(scene.channel.id) as TextChannel).send('hello')
    expect(statuses(scene).slice(-2)).toEqual([429, 200])
  })

  it('answers with a server error on the n-th call, so often', async () => {
    await using scene = await startScene()
    scene.platform.fail(EDIT, { status: 502 }, { onCall: 2, times: 2 })
    expect((await run(scene, answer)).outcome).toBe('done')
    expect((await run(scene, answer)).outcome).toBe(502)
    expect((await run(scene, answer)).outcome).toBe('done')
  })

  it('answers with a code', async () => {
    await using scene = await startScene()
    scene.platform.fail(CALLBACK, { code: 10_062 })
    const { asked, outcome } = await run(scene, answer)
    expect([outcome, asked.acknowledgement]).toEqual([10_062, undefined])
  })

  it('hangs after it has done its work, and the repeated call meets its own success', async () => {
    await using scene = await startScene()
    scene.client.rest.options.timeout = 100
    scene.platform.fail(CALLBACK, { hang: true, processed: true })
    const { asked, outcome } = await run(scene, answer)
    expect(outcome).toBe(40_060)
    expect(asked.acknowledgement?.type).toBe(5)
    expect(callsOf(scene, '/callback')).toBe(2)
  })

  it('hangs before it has done anything, and the repeated call does it', async () => {
    await using scene = await startScene()
    scene.client.rest.options.timeout = 100
    scene.platform.fail(CALLBACK, { hang: true })
    expect((await run(scene, answer)).outcome).toBe('done')
  })

  it('breaks the connection, before or after its work', async () => {
    await using scene = await startScene()
    scene.platform.fail(CALLBACK, { broken: 'reset' })
    expect((await run(scene, answer)).outcome).toBe('done')
    scene.platform.fail(CALLBACK, { broken: 'reset', processed: true })
    expect((await run(scene, answer)).outcome).toBe(40_060)
    scene.platform.fail(CALLBACK, { broken: 'closed' })
    expect((await run(scene, answer)).outcome).toBe('UND_ERR_SOCKET')
  })

  it('repeats a channel’s message without doubling it, by its nonce', async () => {
    await using scene = await startScene()
    scene.platform.fail(MESSAGE, { broken: 'reset', processed: true })
    await (scene.client.channels.cache.get(scene.channel.id) as TextChannel).send('hello')
    expect(callsOf(scene, '/messages')).toBe(2)
    expect(scene.platform.visible(scene.channel, scene.user).map(textOf)).toEqual(['hello'])
  })

  it('must be one that there is, and recovers', async () => {
    await using scene = await startScene()
    expect(() => scene.platform.fail('POST /typo', { status: 500 })).toThrow('no route POST /typo')
    scene.platform.fail(CALLBACK, { status: 500 }, { times: 100 })
    scene.platform.recover()
    expect((await run(scene, answer)).outcome).toBe('done')
  })
})

describe('a rate limit', () => {
  it('is told by headers, so that the client waits before it’s refused', async () => {
    await using scene = await startScene()
    scene.platform.limit(EDIT, 2, 150)
    const { outcome } = await run(scene, async (interaction) => {
      await interaction.deferReply()
      for (const text of ['1', '2', '3', '4']) await interaction.editReply(text)
    })
    expect(outcome).toBe('done')
    expect(statuses(scene)).not.toContain(429)
  })

  it('refuses who doesn’t wait, for each webhook by itself', async () => {
    await using scene = await startScene()
    scene.platform.limit(EDIT, 1, 60_000)
    const edit = (interaction: ChatInputCommandInteraction) =>
      fetch(`${scene.platform.api}/v10/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ content: 'x' }),
      })
    const answers: Response[] = []
    const twice = async (interaction: ChatInputCommandInteraction) => {
      await interaction.deferReply()
      answers.push(await edit(interaction), await edit(interaction))
    }
    await run(scene, twice)
    await run(scene, twice)
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200, 429])
    expect(Number(answers[1]!.headers.get('retry-after'))).toBeGreaterThan(1)
    expect(answers[0]!.headers.get('x-ratelimit-remaining')).toBe('0')
  })

  it('holds for all calls in a second, but those of interactions', async () => {
    await using scene = await startScene({ globalLimit: 3 })
    const { api, token } = scene.platform
    const typing = () =>
      fetch(`${api}/v10/channels/${scene.channel.id}/typing`, {
        method: 'POST',
        headers: { authorization: `Bot ${token}` },
      })
    const answers = await Promise.all(Array.from({ length: 8 }, typing))
    const limited = answers.filter(({ status }) => status === 429)
    expect(limited.length).toBeGreaterThan(0)
    expect(limited[0]!.headers.get('x-ratelimit-global')).toBe('true')
    expect((await run(scene, answer)).outcome).toBe('done')
  })
})

describe('the API', () => {
  const post = (scene: Scene, init: RequestInit) =>
    fetch(`${scene.platform.api}/v10/channels/${scene.channel.id}/messages`, { method: 'POST', ...init })

  it('wants its token, JSON that is JSON, and says so with 401 and 400', async () => {
    await using scene = await startScene()
    const authorization = `Bot ${scene.platform.token}`
    const type = { 'content-type': 'application/json' }
    const said = async (init: RequestInit) => {
      const response = await post(scene, init)
      return [response.status, ((await response.json()) as { code: number }).code]
    }
    expect(await said({ headers: type, body: '{"content":"x"}' })).toEqual([401, 0])
    expect(await said({ headers: { authorization }, body: '{"content":"x"}' })).toEqual([400, 50_035])
    expect(await said({ headers: { authorization, ...type }, body: '{"content":' })).toEqual([400, 50_109])
  })

  it('bans an address that goes on with what is refused', async () => {
    await using scene = await startScene({ invalidRequests: 3 })
    const { api } = scene.platform
    const statuses: number[] = []
    for (let call = 0; call < 5; call++) statuses.push((await fetch(`${api}/v10/users/@me`)).status)
    expect(statuses).toEqual([401, 401, 401, 429, 429])
  })

  it('answers 204 without a content type', async () => {
    await using scene = await startScene()
    const headers = { authorization: `Bot ${scene.platform.token}` }
    const response = await fetch(`${scene.platform.api}/v10/channels/${scene.channel.id}/typing`, {
      method: 'POST',
      headers,
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([204, null])
  })
})
