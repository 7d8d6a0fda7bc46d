import { describe, expect, it } from 'vitest'
import { buttonsOf, selectsOf, textOf } from '../../support/discord-platform/seen-message.ts'
import { askOver } from '../../support/real-index.ts'
import { answerIdOf, realParts, startDiscord } from './support.ts'

const QUESTION = 'MoC ฉบับใหม่ลงนามเมื่อไหร่'
const EPHEMERAL = 64

describe('/ask', () => {
  it('is answered privately, with citations, the proving words and buttons', async () => {
    await using scene = await startDiscord()
    const asked = scene.ask(QUESTION)
    const text = await scene.answered(asked)
    expect(text).toContain('5 สิงหาคม 2565')
    expect(text).toMatch(/\[1\]/)
    expect(text).toContain('> ')
    expect(asked.acknowledgement?.type).toBe(5)
    expect(asked.response!.flags & EPHEMERAL).toBe(EPHEMERAL)
    expect(asked.response!.ephemeralTo).toBe(scene.user)
    const actions = buttonsOf(asked.response!).flatMap((button) =>
      'custom_id' in button ? [button.custom_id!.split(':')[1]] : [],
    )
    expect(actions).toEqual(['passages', 'follow-up', 'share', 'up', 'down', 'en', 'ja'])
    expect(selectsOf(asked.response!)).toHaveLength(1)
  })

  it('is answered for everyone, or in another language, when asked so', async () => {
    await using scene = await startDiscord()
    const asked = scene.ask(QUESTION, { visibility: 'everyone', language: 'ja' })
    expect(await scene.answered(asked)).toContain('2022年8月5日')
    expect(asked.response!.flags & EPHEMERAL).toBe(0)
    expect(scene.platform.pings()).toEqual([])
  })

  it('completes questions and titles of clauses in the person’s language', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    const typed = platform.autocomplete({ user, channel, name: 'ask', option: 'question', typed: 'ลงนาม' })
    await platform.until(() => typed.choices !== undefined)
    expect(typed.choices!.length).toBeGreaterThan(2)
    expect(typed.choices!.length).toBeLessThanOrEqual(25)
    for (const { name } of typed.choices!) expect(name).toContain('ลงนาม')
    const nothing = platform.autocomplete({ user, channel, name: 'ask', option: 'question', typed: '' })
    await platform.until(() => nothing.choices !== undefined)
    expect(nothing.choices!.length).toBe(25)
  })

  it('says what is wrong with what is no question', async () => {
    await using scene = await startDiscord()
    const asked = scene.ask(' \u200b ')
    expect(await scene.answered(asked)).toContain('ไม่มีคำถาม')
    expect(asked.acknowledgement?.type).toBe(4)
  })

  it('asks who asks too much to wait', async () => {
    await using scene = await startDiscord({ settings: { questionsPerMinute: 2 } })
    const asked = [1, 2, 3].map(() => scene.ask(QUESTION))
    const texts = await Promise.all(asked.map(scene.answered))
    expect(texts.filter((text) => text.includes('ถี่เกินไป'))).toHaveLength(1)
    const other = scene.platform.addUser()
    expect(await scene.answered(scene.ask(QUESTION, {}, { user: other }))).toContain('5 สิงหาคม 2565')
  })

  it('understands what follows from what the person asked before, and from nobody else’s', async () => {
    const histories: (readonly string[])[] = []
    const audiences: (string | undefined)[] = []
    const ask = askOver(await realParts())
    await using scene = await startDiscord({
      deps: {
        ask: (turn, options) => {
          histories.push(turn.history ?? [])
          audiences.push(turn.audience)
          return ask(turn, options)
        },
      },
    })
    await scene.answered(scene.ask('When was the new MoC signed?'))
    expect(await scene.answered(scene.ask('And the earlier one?'))).toContain('7 June 2017')
    await scene.answered(scene.ask('And where?', {}, { user: scene.platform.addUser() }))
    expect(histories).toEqual([[], ['When was the new MoC signed?'], []])
    // Nor is anybody told that words have changed which another was shown.
    expect(audiences[0]).toBeTruthy()
    expect(audiences[1]).toBe(audiences[0])
    expect(audiences[2]).not.toBe(audiences[0])
  })
})

describe('the buttons of an answer', () => {
  async function answeredScene(options: Record<string, string> = {}) {
    const scene = await startDiscord()
    const asked = scene.ask(QUESTION, options)
    await scene.answered(asked)
    const id = answerIdOf(asked.response!.components)
    const press = (action: string, user = scene.user) =>
      scene.platform.press(asked.response!, `v1:${action}:${id}`, user)
    return { scene, asked, id, press, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() }
  }

  it('show the passages, privately', async () => {
    await using s = await answeredScene()
    const pressed = s.press('passages')
    expect(await s.scene.answered(pressed)).toMatch(/^> /m)
    expect(pressed.response!.ephemeralTo).toBe(s.scene.user)
  })

  it('share it with everyone, once', async () => {
    await using s = await answeredScene()
    const pressed = s.press('share')
    expect(await s.scene.answered(pressed)).toContain('5 สิงหาคม 2565')
    expect(pressed.response!.ephemeralTo).toBeUndefined()
    const actions = buttonsOf(pressed.response!).flatMap((button) =>
      'custom_id' in button ? [button.custom_id!.split(':')[1]] : [],
    )
    expect(actions).toContain('thread')
    expect(actions).not.toContain('share')
    expect(await s.scene.answered(s.press('share'))).toContain('แสดงให้ทุกคนเห็นแล้ว')
    const other = s.scene.platform.addUser({ locale: 'ja' })
    const translated = s.scene.platform.press(pressed.response!, `v1:ja:${s.id}`, other)
    expect(await s.scene.answered(translated)).toContain('2022年8月5日')
    expect(translated.response!.ephemeralTo).toBe(other)
  })

  it('let it be shared again when sharing failed', async () => {
    await using s = await answeredScene()
    s.scene.platform.fail('POST /interactions/:id/:token/callback', { code: 10_062 })
    const failed = s.press('share')
    await s.scene.platform.until(() => s.scene.log.some(({ message }) => message.includes('too late')))
    expect(failed.response).toBeUndefined()
    expect(await s.scene.answered(s.press('share'))).toContain('5 สิงหาคม 2565')
  })

  it('answer in another language, privately', async () => {
    await using s = await answeredScene()
    expect(await s.scene.answered(s.press('en'))).toContain('5 August 2022')
    const japanese = s.press('ja')
    expect(await s.scene.answered(japanese)).toContain('2022年8月5日')
    expect(japanese.response!.ephemeralTo).toBe(s.scene.user)
  })

  it('take a follow-up, which is about that answer', async () => {
    await using s = await answeredScene()
    await s.scene.answered(s.scene.ask('What is the objective?'))
    const pressed = s.press('follow-up')
    await s.scene.platform.until(() => pressed.modal !== undefined)
    const followed = s.scene.platform.submit(pressed, { question: 'แล้วฉบับเดิมล่ะ' })
    expect(await s.scene.answered(followed)).toContain('7 มิถุนายน 2560')
  })

  it('say so when nothing was typed', async () => {
    await using s = await answeredScene()
    const pressed = s.press('follow-up')
    await s.scene.platform.until(() => pressed.modal !== undefined)
    const followed = s.scene.platform.submit(pressed, { question: ' ' })
    expect(await s.scene.answered(followed)).toContain('ไม่มีคำถาม')
  })

  it('ask the suggested question that is chosen', async () => {
    await using s = await answeredScene()
    const [select] = selectsOf(s.asked.response!)
    const [option] = (select as unknown as { options: { value: string }[] }).options
    const chosen = s.scene.platform.select(s.asked.response!, select!.custom_id, [option!.value], s.scene.user)
    expect(await s.scene.answered(chosen)).toMatch(/\[1\]/)
  })

  it('keep what people think of it, and why, without who they are', async () => {
    await using s = await answeredScene()
    expect(await s.scene.answered(s.press('up'))).toContain('ขอบคุณ')
    const pressed = s.press('down')
    await s.scene.platform.until(() => pressed.modal !== undefined)
    await s.scene.answered(s.scene.platform.submit(pressed, { reason: 'วันที่ไม่ตรง' }))
    await s.scene.platform.until(
      () => s.scene.database.all('SELECT * FROM feedback WHERE reason IS NOT NULL').length > 0,
    )
    const rows = s.scene.database.all('SELECT answer, opinion, reason FROM feedback ORDER BY opinion DESC')
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { answer: s.id, opinion: 'up', reason: null },
      { answer: s.id, opinion: 'down', reason: 'วันที่ไม่ตรง' },
    ])
    expect(Object.keys(s.scene.database.get('SELECT * FROM feedback')!)).toEqual([
      'id',
      'answer',
      'opinion',
      'reason',
      'day',
    ])
  })

  it('open a thread, whose questions are one conversation', async () => {
    await using s = await answeredScene({ visibility: 'everyone' })
    const { scene } = s
    const pressed = s.press('thread')
    expect(await scene.answered(pressed)).toMatch(/<#\d+>/)
    const thread = s.asked.response!.thread!
    const other = scene.platform.addUser({ locale: 'en-US' })
    const first = scene.platform.say({
      user: scene.user,
      channel: thread,
      content: `<@${scene.platform.bot.id}> When was the new MoC signed?`,
    })
    await scene.platform.until(() => scene.platform.visible(thread, other).some((m) => m.reference === first))
    scene.platform.say({ user: other, channel: thread, content: `<@${scene.platform.bot.id}> And the earlier one?` })
    await scene.platform.until(() =>
      scene.platform.visible(thread, other).some((message) => textOf(message).includes('7 June 2017')),
    )
    expect(await scene.answered(s.press('thread'))).toContain('มีเธรดอยู่แล้ว')
  })

  it('say so where no thread may be opened', async () => {
    await using s = await answeredScene({ visibility: 'everyone' })
    s.scene.platform.refuse(s.scene.channel, 50_013)
    expect(await s.scene.answered(s.press('thread'))).toContain('เปิดเธรดที่นี่ไม่ได้')
  })

  it('belong to nobody else while it’s private', async () => {
    await using s = await answeredScene()
    const other = s.scene.platform.addUser({ locale: 'en-US' })
    const row = { type: 2, style: 2, label: 'x', custom_id: `v1:passages:${s.id}` }
    const forged = s.scene.platform.addBotMessage(s.scene.channel, {
      flags: 32_768,
      components: [{ type: 1, components: [row] }],
    })
    const pressed = s.scene.platform.press(forged, row.custom_id, other)
    expect(await s.scene.answered(pressed)).toContain('Only the person who asked')
  })

  it('say when they’re of an answer that is forgotten, or of another version', async () => {
    await using s = await answeredScene()
    const { scene } = s
    const forget = scene.platform.command({ user: scene.user, channel: scene.channel, name: 'forget' })
    expect(await scene.answered(forget)).toContain('ลบ')
    for (const action of ['passages', 'share', 'follow-up', 'en'])
      expect(await scene.answered(s.press(action))).toContain('เก่าเกินไป')
    const old = scene.platform.addBotMessage(scene.channel, {
      content: 'an old answer',
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: 'v0:what:ever' }] }],
    })
    expect(await scene.answered(scene.platform.press(old, 'v0:what:ever', scene.user))).toContain('รุ่นอื่น')
  })

  it('tell when the documents have changed since', async () => {
    await using s = await answeredScene()
    const { index } = await realParts()
    const documents = new Map(
      [...index.documents].map(([id, document]) => [id, { ...document, text: ` ${document.text}` }]),
    )
    await s.scene.restart({ deps: { index: () => ({ ...index, version: 'newer', documents }) } })
    expect(await s.scene.answered(s.press('share'))).toContain('เอกสารเปลี่ยนไป')
    expect(await s.scene.answered(s.press('passages'))).toContain('เอกสารเปลี่ยนไป')
  })
})

describe('a mention and a direct message', () => {
  it('are answered in a reply that pings nobody', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    const said = platform.say({ user, channel, content: `<@${platform.bot.id}> ${QUESTION}` })
    await platform.until(() => platform.visible(channel, user).some((message) => message.reference === said))
    const reply = platform.visible(channel, user).at(-1)!
    expect(textOf(reply)).toContain('5 สิงหาคม 2565')
    expect(platform.journal.some(({ kind }) => kind === 'typing')).toBe(true)
    // Sent once: nothing of it was there to be edited.
    expect(reply.versions).toHaveLength(1)
    const direct = platform.directChannel(user)
    platform.say({ user, channel: direct, content: '署名はいつですか' })
    await platform.until(() =>
      platform.visible(direct, user).some((message) => textOf(message).includes('2022年8月5日')),
    )
    expect(platform.pings()).toEqual([])
  })

  it('get the help when they ask nothing, and what isn’t said to Accord gets nothing', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    platform.say({ user, channel, content: 'among ourselves' })
    platform.say({ user, channel, content: `<@${platform.bot.id}>` })
    await platform.until(() => platform.visible(channel, user).some((message) => textOf(message).includes('/ask')))
    expect(platform.visible(channel, user).filter(({ author }) => author.bot)).toHaveLength(1)
  })

  it('are answered without replying where history can’t be read', async () => {
    await using scene = await startDiscord()
    const { platform, user, channel } = scene
    platform.refuse(channel, 160_002)
    platform.say({ user, channel, content: `<@${platform.bot.id}> ${QUESTION}` })
    await platform.until(() =>
      platform.visible(channel, user).some((message) => textOf(message).includes('5 สิงหาคม 2565')),
    )
  })
})
