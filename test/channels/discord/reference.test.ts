import { describe, expect, it } from 'vitest'
import type { SentInteraction } from '../../support/discord-platform/interactions.ts'
import { textOf } from '../../support/discord-platform/seen-message.ts'
import { startDiscord } from './support.ts'

const EPHEMERAL = 64

async function used(name: string, options: Record<string, string> = {}) {
  const scene = await startDiscord({ settings: { publicUrl: 'https://accord.example.org' } })
  const { platform, user, channel } = scene
  const interaction = platform.command({ user, channel, name, options })
  const text = await scene.answered(interaction)
  return { scene, interaction, text, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() }
}

const isPrivate = ({ response }: SentInteraction) => response!.flags & EPHEMERAL

describe('/clause', () => {
  it('shows a clause in three languages, with the official words', async () => {
    await using s = await used('clause', { clause: 'signing' })
    for (const words of ['5 สิงหาคม 2565', '5 August 2022', '2022年8月5日']) expect(s.text).toContain(words)
    expect(s.text).toContain('หลักฐาน')
    expect(s.text).toContain('soumu.go.jp')
    expect(s.text).toContain('ไม่ใช่ตัวบทที่ลงนาม')
    expect(isPrivate(s.interaction)).toBeTruthy()
    expect(JSON.stringify(s.interaction.response!.components)).toContain(
      'https://accord.example.org/sources/clauses-th',
    )
  })

  it('quotes the release where a sentence is proved by it', async () => {
    await using s = await used('clause', { clause: 'parties' })
    expect(s.text).toContain('> ระหว่างกระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม')
  })

  it('offers clauses by their titles, and knows one by its title', async () => {
    await using s = await used('clause', { clause: 'Principles of the cooperation' })
    expect(s.text).toContain('equality, reciprocity')
    const { platform, user, channel } = s.scene
    const typed = platform.autocomplete({ user, channel, name: 'clause', option: 'clause', typed: 'Principles' })
    await platform.until(() => typed.choices !== undefined)
    expect(typed.choices).toEqual([{ name: 'Principles of the cooperation', value: 'principles' }])
  })

  it('says what to do when there is no such clause', async () => {
    await using s = await used('clause', { clause: 'nothing of the kind' })
    expect(s.text).toContain('โปรดเลือกจากรายการ')
  })
})

describe('what Accord says of itself', () => {
  it('/sources lists every document with where it was published', async () => {
    await using s = await used('sources')
    expect(s.text.match(/\[หน้าเว็บที่เผยแพร่\]/g)).toHaveLength(4)
    expect(JSON.stringify(s.interaction.response!.components)).toContain(
      'https://accord.example.org/sources/clauses-en',
    )
  })

  it('/status tells version, age, documents, passages and how answers are made', async () => {
    await using s = await used('status')
    expect(s.text).toMatch(/memory/)
    expect(s.text).toMatch(/เอกสาร: 4/)
    expect(s.text).toMatch(/วันก่อน/)
    expect(s.text).toContain('ไม่ใช้แบบจำลองภาษา')
  })

  it('/glossary shows a term in three languages, and says when it knows none', async () => {
    await using s = await used('glossary', { term: 'MDES' })
    expect(s.text).toContain('กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม')
    expect(s.text).toContain('デジタル経済社会省')
    await using none = await used('glossary', { term: 'qqqq' })
    expect(none.text).toContain('ไม่มีคำนี้')
  })

  it('/help says what is done with what people write', async () => {
    await using s = await used('help')
    expect(s.text).toContain('/forget')
  })

  it('speaks the person’s language', async () => {
    await using scene = await startDiscord()
    for (const [locale, word] of [
      ['ja', 'データの扱い'],
      ['de', 'Your data'],
    ] as const) {
      const user = scene.platform.addUser({ locale })
      const asked = scene.platform.command({ user, channel: scene.channel, name: 'help' })
      expect(await scene.answered(asked)).toContain(word)
    }
  })
})

describe('the context menu', () => {
  it('“Ask Accord about this” answers what a message asks', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    const target = platform.say({ user: platform.addUser(), channel, content: 'When was the new MoC signed?' })
    const asked = platform.contextMenu({ user, channel, name: 'Ask Accord about this', target })
    expect(await scene.answered(asked)).toContain('5 August 2022')
    expect(isPrivate(asked)).toBeTruthy()
  })

  it('“Check this against the agreement” tells what is stated, what contradicts, and what isn’t there', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    const content =
      'The new MoC was signed on 5 August 2022.\n- The earlier MoC was signed on 7 June 2018.\nLunch is at noon. @everyone'
    const target = platform.say({ user: platform.addUser(), channel, content })
    const pinged = platform.pings().length
    const checked = platform.contextMenu({ user, channel, name: 'Check this against the agreement', target })
    const text = await scene.answered(checked)
    const said = (claim: string, verdict: string, quote: string) =>
      expect(text).toContain(`${claim}\n**${verdict}** ${quote}`.trim())
    said(
      'The new MoC was signed on 5 August 2022.',
      '☑️ Nothing speaks against it. The documents say:',
      '[1]\n\n> The new',
    )
    said(
      'The earlier MoC was signed on 7 June 2018.',
      '❌ The documents say otherwise:',
      '[2]\n\n> The earlier MoC was',
    )
    expect(text).toMatch(/Lunch is at noon\..*\n\*\*❔ Not found in the documents\*\*/)
    expect(text).toContain('fixed rules')
    expect(platform.pings()).toHaveLength(pinged)
  })

  it('says so of a message without text', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    const target = platform.addBotMessage(channel, { embeds: [{ title: 'a picture' }] })
    for (const name of ['Ask Accord about this', 'Check this against the agreement']) {
      const asked = platform.contextMenu({ user, channel, name, target })
      expect(await scene.answered(asked)).toContain('ไม่มีตัวอักษร')
      expect(textOf(asked.response!)).not.toContain('picture')
    }
  })
})
