import { describe, expect, it } from 'vitest'
import type { ChangeSummary } from '../../../src/vocabulary.ts'
import type { DiscordPlatform } from '../../support/discord-platform/discord-platform.ts'
import { textOf } from '../../support/discord-platform/seen-message.ts'
import { type DiscordScene, startDiscord } from './support.ts'

const ROUTE = 'POST /channels/:channel/messages'

const summaryOf = (version: string, versionBefore = 'v0'): ChangeSummary => ({
  version,
  versionBefore,
  counts: { changed: 1, removed: 0, added: 0 },
  shown: [
    {
      kind: 'changed',
      documentTitle: 'Summary @everyone',
      language: 'en',
      place: 'signing-date',
      before: 'It was signed on 5 August.',
      after: 'It was signed on 6 August. @here',
    },
  ],
  more: 0,
})
const posted = ({ platform, channel, user }: DiscordScene) => platform.visible(channel, user).map((one) => textOf(one))
const said = ({ log }: DiscordScene) => log.map(({ level, message }) => `${level}: ${message}`)
const triesOf = (platform: DiscordPlatform) =>
  platform.journal.filter(
    (each) => each.kind === 'request' && each.method === 'POST' && each.path.endsWith('/messages'),
  )
const settledLog = (scene: DiscordScene, times = 1) =>
  scene.platform.until(() => said(scene).filter((line) => /What changed was|Accord stopped/.test(line)).length >= times)

describe.concurrent('what a swap changed', () => {
  it('is one message in the channel, and calls nobody', async () => {
    await using scene = await startDiscord({
      postsChanges: true,
      settings: { publicUrl: 'https://accord.example.org' },
    })
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    const [text, ...others] = posted(scene)
    expect(others).toEqual([])
    expect(text).toContain('**Before** It was signed on 5 August.')
    expect(text).toContain('**Now** It was signed on 6 August.')
    expect(scene.platform.pings()).toEqual([])
    expect(said(scene)).toContain('info: What changed was posted on Discord')
  })

  it('is posted for each of several quick swaps, back and forth, in their order, though Discord stumbles', async () => {
    await using scene = await startDiscord({ postsChanges: true })
    // The second has been taken, but nobody hears of it: tried again, it's still one message.
    scene.platform.fail(ROUTE, { status: 503 }, { times: 3 })
    scene.platform.fail(ROUTE, { broken: 'closed', processed: true }, { onCall: 5 })
    const swaps = [summaryOf('v1', 'v0'), summaryOf('v0', 'v1'), summaryOf('v1', 'v0'), summaryOf('v2', 'v1')]
    for (const swap of swaps) scene.discord.announceChanges(swap)
    await settledLog(scene, 4)
    const versions = posted(scene).map((text) => /Now in use · 使用中の版: (\S+)/u.exec(text)?.[1])
    expect(versions).toEqual(['v1', 'v0', 'v1', 'v2'])
  })

  it('waits as long as Discord asks for', async () => {
    await using scene = await startDiscord({ postsChanges: true })
    scene.platform.fail(ROUTE, { retryAfter: 0.3 })
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    expect(posted(scene)).toHaveLength(1)
  })

  it('goes out without the documents’ words when Discord can’t take the body', async () => {
    await using scene = await startDiscord({
      postsChanges: true,
      settings: { publicUrl: 'https://accord.example.org' },
    })
    scene.platform.fail(ROUTE, { code: 50_035 })
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    expect(posted(scene)).toEqual([expect.stringContaining('<https://accord.example.org/sources>')])
    expect(posted(scene)[0]).not.toContain('signed')
  })

  it('goes nowhere without a channel', async () => {
    await using scene = await startDiscord()
    scene.discord.announceChanges(summaryOf('v1'))
    await scene.answered(scene.ask('When was the new MoC signed?'))
    expect(triesOf(scene.platform)).toEqual([])
  })
})

describe.concurrent('what can’t be posted', () => {
  it.each([
    [50_001, 'give it View Channel and Send Messages'],
    [50_013, 'give it View Channel and Send Messages'],
    [50_024, 'set DISCORD_CHANGES_CHANNEL_ID to a text channel’s'],
  ] as const)('is logged with what to do, once, and the rest goes on (%i)', async (code, advice) => {
    await using scene = await startDiscord({ postsChanges: true })
    scene.platform.refuse(scene.channel, code)
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    expect(said(scene).filter((line) => line.startsWith('error'))).toEqual([expect.stringContaining(advice)])
    expect(triesOf(scene.platform)).toHaveLength(1)
    scene.platform.refuse(scene.channel, undefined)
    expect(await scene.answered(scene.ask('When was the new MoC signed?'))).toContain('August 2022')
    scene.discord.announceChanges(summaryOf('v2'))
    await settledLog(scene, 2)
    expect(posted(scene)).toContainEqual(expect.stringContaining('v2'))
  })

  it('because there is no such channel names the setting', async () => {
    await using scene = await startDiscord({ settings: { changesChannelId: '123456789012345678' } })
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    expect(said(scene)).toContainEqual(
      expect.stringContaining('there is no channel 123456789012345678: check DISCORD_CHANGES_CHANNEL_ID'),
    )
  })

  it('because Discord is off says why it’s off', async () => {
    await using scene = await startDiscord({ postsChanges: true, settings: { token: 'MTk5MDAw.another.token' } })
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    expect(said(scene)).toContainEqual(expect.stringMatching(/error: .*not posted.*it is off: .*DISCORD_TOKEN/))
    expect(triesOf(scene.platform)).toEqual([])
  })

  it('because Discord is down is tried for a while, then logged', async () => {
    await using scene = await startDiscord({ postsChanges: true, timing: { announceFor: 600 } })
    scene.platform.fail(ROUTE, { broken: 'closed' }, { times: 1000 })
    scene.discord.announceChanges(summaryOf('v1'))
    await settledLog(scene)
    expect(said(scene)).toContainEqual(expect.stringMatching(/error: .*not posted.*No answer from Discord/))
    expect(triesOf(scene.platform).length).toBeGreaterThan(1)
  })

  it('before the end doesn’t hold it up, and what is being tried is logged', async () => {
    await using scene = await startDiscord({ postsChanges: true, timing: { grace: 100 } })
    scene.platform.fail(ROUTE, { hang: true }, { times: 1000 })
    scene.discord.announceChanges(summaryOf('v1'))
    scene.discord.announceChanges(summaryOf('v2'))
    await scene.platform.until(() => triesOf(scene.platform).length > 0)
    await scene.discord[Symbol.asyncDispose]()
    expect(said(scene).filter((line) => line.startsWith('error: Accord stopped'))).toHaveLength(2)
  })
})
