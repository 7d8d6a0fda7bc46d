import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { echo, saidIn, startLineBot } from '../../support/line-bot.ts'

const mention = { mention: 'bot' } as const

test('in a group it answers to its name and to quotations of itself, quotes the question, and keeps nothing else', async () => {
  await using bot = await startLineBot()
  const { line, channel, dataDir } = bot
  const [a, b] = [line.addPerson(), line.addPerson()]
  const group = line.addGroup({ members: [a, b] })
  const chatter = line.events.text({ from: b, in: group, text: 'Unter uns gesagt' })
  const others = line.events.text({ from: b, in: group, text: ['Hi ', { mention: 'all' }] })
  const question = line.events.text({ from: a, in: group, text: [mention, ' When was it signed?'] })
  await line.deliver([chatter, others, question, line.events.sticker({ from: b, in: group })])
  await channel.worker.idle()
  expect(line.chat(group).filter(({ by }) => by === 'loading')).toEqual([])
  const [answer] = line.messages(group)
  expect(saidIn(line, group)[0]).toContain('Answer to: When was it signed?')
  expect(answer?.quotedMessageId).toBe(question.message?.id)
  expect(bot.database.all('SELECT event FROM inbox')).toEqual([{ event: question.webhookEventId }])

  await line.deliver([line.events.text({ from: b, in: group, text: 'And where?', quotes: answer!.messageId })])
  await channel.worker.idle()
  expect(saidIn(line, group).join('\n')).toContain('Answer to: And where?')
  const stored = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'))
  for (const secret of [
    'Unter uns',
    a.userId,
    b.userId,
    group.id,
    'When was it signed?',
    'And where?',
    question.replyToken!,
  ])
    expect(
      stored.some((text) => text.includes(secret)),
      secret,
    ).toBe(false)
})

test('in a group, a quotation of anything that it said speaks to it, of anything else does not', async () => {
  await using bot = await startLineBot()
  const { line, channel, database } = bot
  const from = line.addPerson()
  const group = line.addGroup({ members: [from], withBot: false })
  await line.deliver([line.events.join({ in: group })])
  await channel.worker.idle()
  const quote = async (text: string, quotes: string) => {
    await line.deliver([line.events.text({ from, in: group, text, quotes })])
    await channel.worker.idle()
  }
  const [greeting] = line.messages(group)
  await quote('When was it signed?', greeting!.messageId)
  expect(saidIn(line, group).join('\n')).toContain('Answer to: When was it signed?')
  const chatter = line.events.text({ from, in: group, text: 'Lunch?' })
  await line.deliver([chatter])
  await quote('Yes', chatter.message!.id)
  expect(saidIn(line, group).join('\n')).not.toContain('Answer to: Yes')
  await line.deliver([line.events.leave({ in: group })])
  expect(database.all('SELECT * FROM sent_notices')).toEqual([])
})

test('nothing of a person is logged', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  const from = line.addPerson({ displayName: 'Somchai' })
  const event = line.events.text({ from, text: 'When was it signed?' })
  line.fail('reply', { kind: 'status', status: 401 })
  await line.deliver([event])
  await expect.poll(() => bot.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
  const logs = JSON.stringify(bot.logged)
  for (const secret of ['When was', from.userId, event.replyToken!, line.accessToken, 'Somchai'])
    expect(logs).not.toContain(secret)
  void channel
})

test('wishes: help, a language, and to be forgotten', async () => {
  await using bot = await startLineBot()
  const { line, channel, database } = bot
  const from = line.addPerson()
  const write = async (text: string) => {
    await line.deliver([line.events.text({ from, text })])
    await channel.worker.idle()
    return saidIn(line, from).at(-1)!
  }
  expect(await write('help')).toContain('“forget me”')
  expect(await write('ภาษา')).toContain('ภาษาใด')
  const [, english] = line.quickReplies(from)
  await line.deliver([line.tap({ from, action: english!.action })])
  await channel.worker.idle()
  expect(saidIn(line, from).at(-1)).toBe('From now on I answer in English.')
  expect(await write('日本語')).toBe('今後は日本語でお答えします。')
  await write('When?')
  expect(database.all('SELECT id FROM remembered_answers')).toHaveLength(1)
  expect(await write('ลืมฉัน')).toBe('削除しました。ご質問・回答・設定は残っていません。')
  for (const table of ['remembered_answers', 'sent_messages', 'chosen_languages'])
    expect(database.all(`SELECT * FROM ${table}`), table).toEqual([])
  expect(database.all('SELECT person, work FROM inbox WHERE person IS NOT NULL OR work IS NOT NULL')).toEqual([])
})

test('what is taken back is deleted: the question that waits, and the answer that was given', async () => {
  const gate = Promise.withResolvers<void>()
  await using bot = await startLineBot({
    ask: async (turn, options) => {
      if (turn.question === 'wait') await gate.promise
      return echo(turn, options)
    },
  })
  const { line, channel, database } = bot
  const from = line.addPerson()
  const answered = line.events.text({ from, text: 'done' })
  await line.deliver([answered])
  await channel.worker.idle()
  const waiting = line.events.text({ from, text: 'wait' })
  await line.deliver([waiting])
  const unsend = (event: typeof waiting) => line.events.unsend({ from, messageId: event.message!.id })
  await line.deliver([unsend(waiting), unsend(answered)])
  gate.resolve()
  await channel.worker.idle()
  expect(line.messages(from)).toHaveLength(1)
  expect(database.all('SELECT id FROM remembered_answers')).toEqual([])
  expect(database.all('SELECT event FROM inbox WHERE work IS NOT NULL')).toEqual([])
  const early = line.events.text({ from, text: 'never mind' })
  await line.deliver([line.events.unsend({ from, messageId: early.message!.id, timestamp: early.timestamp + 5 })])
  await line.deliver([early])
  await channel.worker.idle()
  expect(line.messages(from)).toHaveLength(1)
})

test('leaving and blocking delete all of a chat', async () => {
  await using bot = await startLineBot()
  const { line, channel, database } = bot
  const from = line.addPerson()
  const group = line.addGroup({ members: [from] })
  await line.deliver([
    line.events.text({ from, text: 'a' }),
    line.events.text({ from, in: group, text: [mention, 'b'] }),
    line.events.text({ from, text: 'English' }),
  ])
  await channel.worker.idle()
  expect(database.all('SELECT id FROM remembered_answers')).toHaveLength(2)
  await line.deliver([line.events.unfollow({ from }), line.events.leave({ in: group })])
  await channel.worker.idle()
  for (const table of ['remembered_answers', 'sent_messages', 'chosen_languages'])
    expect(database.all(`SELECT * FROM ${table}`), table).toEqual([])
  expect(database.all('SELECT event FROM inbox WHERE chat IS NOT NULL')).toEqual([])
})
