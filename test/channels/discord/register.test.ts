import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inviteLink, registerCommands } from '../../../src/channels/discord/register.ts'
import { type DiscordPlatform, startDiscordPlatform } from '../../support/discord-platform/discord-platform.ts'
import { runNode } from '../../support/run-node.ts'

let platform: DiscordPlatform
beforeEach(async () => {
  platform = await startDiscordPlatform()
})
afterEach(() => platform[Symbol.asyncDispose]())

const overwrites = () => platform.journal.filter((each) => each.kind === 'request' && each.method === 'PUT').length

describe('registering commands', () => {
  it('happens once, and again only when they differ', async () => {
    const options = { token: platform.token, applicationId: platform.applicationId, api: platform.api }
    expect(await registerCommands({ ...options, check: true })).toMatchObject({ outcome: 'outdated' })
    expect(overwrites()).toBe(0)
    expect(await registerCommands(options)).toMatchObject({ outcome: 'registered', scope: 'global', commands: 9 })
    expect(await registerCommands(options)).toMatchObject({ outcome: 'unchanged' })
    expect(await registerCommands({ ...options, check: true })).toMatchObject({ outcome: 'unchanged' })
    expect(overwrites()).toBe(1)
    const [first] = platform.commands()
    Object.assign(first!, { description: 'what an earlier version said' })
    expect(await registerCommands(options)).toMatchObject({ outcome: 'registered' })
    expect(await registerCommands(options)).toMatchObject({ outcome: 'unchanged' })
  })

  it('happens where those that are there can’t be listed', async () => {
    const options = { token: platform.token, applicationId: platform.applicationId, api: platform.api }
    platform.fail('GET /applications/:application/commands', { code: 10_002 }, { times: 2 })
    await expect(registerCommands({ ...options, check: true })).rejects.toThrow('DISCORD_APPLICATION_ID')
    expect(await registerCommands(options)).toMatchObject({ outcome: 'registered' })
  })

  it('works in one server, in three languages', async () => {
    const guild = platform.addGuild()
    const options = { token: platform.token, applicationId: platform.applicationId, api: platform.api }
    await registerCommands({ ...options, guildId: guild.id })
    expect(platform.commands()).toEqual([])
    for (const command of platform.commands(guild))
      expect(Object.keys(command.name_localizations ?? {})).toEqual(expect.arrayContaining(['th', 'ja', 'en-US']))
    expect(await registerCommands({ ...options, guildId: guild.id })).toMatchObject({ outcome: 'unchanged' })
  })

  it('asks for the permissions that are needed, and no more', () => {
    const url = new URL(inviteLink('990000000000000001'))
    expect(url.searchParams.get('scope')).toBe('bot applications.commands')
    // View channels, send messages, read history, create public threads, send in threads.
    const bits = [10n, 11n, 16n, 35n, 38n].reduce((sum, bit) => sum | (1n << bit), 0n)
    expect(BigInt(url.searchParams.get('permissions')!)).toBe(bits)
  })
})

describe('npm run discord:register', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'accord-register-'))
  })
  afterEach(() => rmSync(home, { recursive: true }))
  const run = (args: string[], env: Record<string, string> = {}) =>
    runNode('scripts/discord-register.ts', args, {
      cwd: home,
      env: {
        DISCORD_TOKEN: platform.token,
        DISCORD_APPLICATION_ID: platform.applicationId,
        DISCORD_API_BASE_URL: platform.api,
        ...env,
      },
    })

  it('prints the invite link and what it did', async () => {
    const before = await run(['--check'])
    expect(before).toMatchObject({ code: 1, stderr: expect.stringContaining('run `npm run discord:register`') })
    const first = await run([])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(inviteLink(platform.applicationId))
    expect(first.stdout).toContain('9 commands registered everywhere')
    expect((await run(['--check'])).code).toBe(0)
    expect(JSON.parse((await run(['--json'])).stdout)).toMatchObject({ outcome: 'unchanged', commands: 9 })
  })

  it('says whether Accord may write in the channel for changes, without writing there', async () => {
    const guild = platform.addGuild()
    const channel = platform.addChannel(guild)
    const env = { DISCORD_CHANGES_CHANNEL_ID: channel.id }
    const good = await run([], env)
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining(`is posted in the channel ${channel.id}`) })
    expect(platform.visible(channel, platform.bot)).toEqual([])
    platform.refuse(channel, 50_013)
    const forbidden = await run(['--check', '--json'], env)
    const advice = 'give it View Channel and Send Messages there'
    expect(forbidden).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Changes can't be posted: .+\n$/) })
    expect(JSON.parse(forbidden.stdout)).toMatchObject({
      outcome: 'unchanged',
      changesChannel: { id: channel.id, problem: expect.stringContaining(advice) },
    })
    const unknown = await run(['--check'], { DISCORD_CHANGES_CHANNEL_ID: '123456789012345678' })
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('check DISCORD_CHANGES_CHANNEL_ID') })
  })

  it('says in one line what is wrong', async () => {
    const refused = await run([], { DISCORD_TOKEN: `${Buffer.from(platform.applicationId).toString('base64url')}.a.b` })
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Discord refuses the token: .+\n$/) })
    const elsewhere = await run([], { DISCORD_GUILD_ID: '123456789012345678' })
    expect(elsewhere).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Accord is not in the server .+\n$/) })
    const unset = await run([], { DISCORD_TOKEN: '' })
    expect(unset).toMatchObject({ code: 1, stderr: expect.stringMatching(/^DISCORD_TOKEN is not set.+\n$/) })
  })
})
