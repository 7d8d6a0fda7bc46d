import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAnswer } from '../../../src/channels/discord/format.ts'
import type { Answer } from '../../../src/vocabulary.ts'
import { discordAnswer, everyMessage, refusalOf } from '../../support/discord-answers.ts'
import { startScene } from '../../support/discord-platform/scene.ts'
import { hostileText } from '../../support/hostile-text.ts'

describe('2,000 answers of any kind', () => {
  it('are all taken by Discord, and call nobody even if it were allowed', () => {
    fc.assert(
      fc.property(discordAnswer, (given) => {
        for (const message of everyMessage(given)) expect(refusalOf(message)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  }, 120_000)
})

describe('500 hostile texts', () => {
  it('ping nobody, sent by the real client', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    // The client counts interactions too, which Discord doesn't.
    scene.client.rest.options.globalRequestsPerSecond = Number.POSITIVE_INFINITY
    const texts = fc.sample(hostileText, 500)
    scene.answer(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      for (const text of texts.splice(0, 50)) {
        const given: Answer = {
          id: 'YRQRRRZF',
          question: text,
          language: 'th',
          status: 'answered',
          mode: 'extractive',
          notes: [],
          sources: [],
          suggestions: [text],
          indexVersion: 'v1',
          statements: [{ text: `${text} ลงนามแล้ว`, citations: [] }],
        }
        await interaction.editReply(formatAnswer(given, { isPrivate: false })[0]!)
      }
    })
    while (texts.length > 0) {
      const { length } = scene.outcomes
      platform.command({ user, channel, name: 'ask' })
      await platform.until(() => scene.outcomes.length > length)
    }
    expect(new Set(scene.outcomes)).toEqual(new Set(['done']))
    expect(platform.visible(channel, user).flatMap(({ versions }) => versions.slice(1))).toHaveLength(500)
    expect(platform.pings()).toEqual([])
  })
})
