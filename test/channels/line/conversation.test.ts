import { expect, test } from 'vitest'
import type { Turn } from '../../../src/conversation/take-turn.ts'
import { echo, saidIn, startLineBot } from '../../support/line-bot.ts'

const mention = { mention: 'bot' } as const

test('a question of a person is answered by reply, with the animation before', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  const from = line.addPerson()
  const delivery = await line.deliver([line.events.text({ from, text: 'When was it signed?' })])
  expect(delivery.status).toBe(200)
  await channel.worker.idle()
  expect(saidIn(line, from)).toEqual([expect.stringContaining('Answer to: When was it signed?')])
  expect(line.chat(from).map(({ by }) => by)).toEqual(['person', 'loading', 'bot'])
  expect(line.callsTo('push')).toEqual([])
  expect(line.quickReplies(from).map(({ action }) => action.label)).toEqual([
    'Who signed it?',
    'Where was it signed?',
    'Original wording',
    'ไทย',
    '日本語',
  ])
})

test('events that come twice are answered once, and those of a chat in their order', async () => {
  const asked: string[] = []
  await using bot = await startLineBot({
    ask: async (turn, options) => {
      asked.push(turn.question)
      return echo(turn, options)
    },
  })
  const { line, channel } = bot
  const from = line.addPerson()
  const time = Date.now()
  const events = ['first', 'second', 'third'].map((text, i) =>
    line.events.text({ from, text, timestamp: time - 10 + i }),
  )
  const delivery = await line.deliver([events[2]!, events[0]!, events[1]!])
  await line.deliver([events[1]!])
  await line.redeliver(delivery)
  await channel.worker.idle()
  expect(asked).toEqual(['first', 'second', 'third'])
  expect(line.messages(from)).toHaveLength(3)
})

test('a follow-up is asked with what was asked before it, also after a restart', async () => {
  const turns: Turn[] = []
  const ask: typeof echo = (turn, options) => {
    turns.push(turn)
    return echo(turn, options)
  }
  await using bot = await startLineBot({ ask })
  const { line } = bot
  const from = line.addPerson()
  await line.deliver([line.events.text({ from, text: 'When was it signed?' })])
  await bot.channel.worker.idle()
  await bot.restart()
  await line.deliver([line.events.text({ from, text: 'by whom?' })])
  await bot.channel.worker.idle()
  expect(turns.map(({ history }) => history)).toEqual([[], ['When was it signed?']])
})

test('a follower is greeted in their language, with questions to begin with and what becomes of theirs', async () => {
  await using bot = await startLineBot({ settings: { publicUrl: 'https://accord.example' } })
  const { line, channel } = bot
  const people = ['th', 'ja', 'en-US', 'fr', undefined].map((language) =>
    line.addPerson({ ...(language !== undefined && { language }) }),
  )
  await line.deliver(people.map((from) => line.events.follow({ from })))
  await channel.worker.idle()
  const said = people.map((from) => saidIn(line, from).join('\n'))
  expect(said[0]).toContain('ลืมฉัน')
  expect(said[1]).toContain('忘れて')
  expect(said[2]).toContain('forget me')
  expect(said[3]).toContain('forget me')
  expect(said[4]).toContain('ลืมฉัน')
  expect(said[2]).toContain('https://accord.example/sources')
  expect(line.quickReplies(people[2]!).map(({ action }) => action.label)).toContain('When was it signed?')
})

test('a group that it joins is greeted in three languages', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  const group = line.addGroup({ withBot: false })
  await line.deliver([line.events.join({ in: group })])
  await channel.worker.idle()
  expect(saidIn(line, group)).toHaveLength(3)
})

test('pictures, stickers and voices get one polite line from a person, silence in a group', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  const from = line.addPerson({ language: 'en' })
  const group = line.addGroup({ members: [from] })
  await line.deliver([line.events.image({ from }), line.events.audio({ from, in: group })])
  await channel.worker.idle()
  expect(saidIn(line, from)).toEqual(['Sorry, I can read text only. Please write your question.'])
  expect(line.messages(group)).toEqual([])
})

test('of an edited message the newest text counts, in whatever order they come', async () => {
  const gate = Promise.withResolvers<void>()
  await using bot = await startLineBot({
    ask: async (turn, options) => {
      if (turn.question === 'first') await gate.promise
      return echo(turn, options)
    },
  })
  const { line, channel } = bot
  const from = line.addPerson()
  const group = line.addGroup({ members: [from] })
  const time = Date.now()
  const original = line.events.text({ from, in: group, text: [mention, 'first'], timestamp: time - 30 })
  const edit = (text: string, timestamp: number) =>
    line.events.messageEdited({ from, in: group, message: original.message!, text: [mention, text], timestamp })
  await line.deliver([original])
  await line.deliver([edit('third', time - 10), edit('second', time - 20)])
  gate.resolve()
  await channel.worker.idle()
  expect(saidIn(line, group).filter((text) => text.includes('Answer to'))).toEqual([
    expect.stringContaining('Answer to: third'),
  ])
})

test('too much of one person is refused with a clear message, and of a group once', async () => {
  await using bot = await startLineBot({ settings: { limits: { person: 2, group: 3 } } })
  const { line, channel } = bot
  const from = line.addPerson()
  const members = Array.from({ length: 5 }, () => line.addPerson())
  const group = line.addGroup({ members })
  await line.deliver(['a?', 'b?', 'c?', 'd?'].map((text) => line.events.text({ from, text: `What is ${text}` })))
  await line.deliver(members.map((member) => line.events.text({ from: member, in: group, text: [mention, 'What?'] })))
  await channel.worker.idle()
  const refused = 'That is too many questions at once. Please wait a minute and ask again.'
  expect(saidIn(line, from).filter((text) => text === refused)).toHaveLength(2)
  expect(saidIn(line, group).filter((text) => text === refused)).toHaveLength(1)
  expect(saidIn(line, group).filter((text) => text.includes('Answer to'))).toHaveLength(3)
})

test('taps: another language, the original wording, the next question; too old ones say so', async () => {
  const turns: Turn[] = []
  await using bot = await startLineBot({
    ask: (turn, options) => {
      turns.push(turn)
      return echo(turn, options)
    },
  })
  const { line, channel, database } = bot
  const from = line.addPerson({ language: 'en' })
  const group = line.addGroup({ members: [from] })
  const tap = async (label: string, chat: { in?: typeof group } = {}) => {
    const found = line.quickReplies(chat.in ?? from).find(({ action }) => action.label === label)
    await line.deliver([line.tap({ from, action: found!.action, ...chat })])
    await channel.worker.idle()
    return saidIn(line, chat.in ?? from).at(-1)!
  }
  await line.deliver([line.events.text({ from, text: 'When was it signed?' })])
  await channel.worker.idle()
  expect(await tap('日本語')).toContain('Answer to: When was it signed?')
  expect(turns.at(-1)).toMatchObject({ question: 'When was it signed?', language: 'ja' })
  expect(await tap('原文を見る')).not.toContain('Answer to')

  await line.deliver([line.events.text({ from, in: group, text: [mention, 'When?'] })])
  await channel.worker.idle()
  await tap('Who signed it?', { in: group })
  expect(turns.at(-1)).toMatchObject({ question: 'Who signed it?', history: ['When?'] })
  database.run('UPDATE remembered_answers SET expires = 1')
  expect(await tap('Original wording', { in: group })).toContain('เก่าเกินกว่าจะเก็บ')
})

test('what is no language is answered in that of the person', async () => {
  const turns: Turn[] = []
  await using bot = await startLineBot({
    ask: (turn, options) => {
      turns.push(turn)
      return echo(turn, options)
    },
  })
  const { line, channel } = bot
  const from = line.addPerson({ language: 'ja' })
  const write = async (text: string) => {
    await line.deliver([line.events.text({ from, text })])
    await channel.worker.idle()
    return saidIn(line, from).at(-1)!
  }
  expect(await write('🤨')).toContain('ヘルプ')
  expect(await write('FORGET ME!!')).toMatch(/^Done\./)
  await write('5G?')
  await write('MIC?')
  expect(turns).toMatchObject([
    { question: '5G?', history: [], language: 'ja' },
    { question: 'MIC?', history: ['5G?'] },
  ])
  // By which they're told of words that have changed since.
  expect(turns[0]?.audience).toMatch(/^line [0-9a-f]{64}$/)
  expect(turns[1]?.audience).toBe(turns[0]?.audience)
})

test('someone whom LINE does not name is answered', async () => {
  await using bot = await startLineBot()
  const { line, channel } = bot
  const from = line.addPerson({ named: false })
  await line.deliver([line.events.text({ from, text: 'When?' })])
  await channel.worker.idle()
  expect(line.messages(from)).not.toEqual([])
})

test('on standby nothing is sent', async () => {
  await using bot = await startLineBot({ settings: { push: 'always' } })
  const { line, channel } = bot
  const from = line.addPerson()
  await line.deliver([line.events.text({ from, text: 'When?', mode: 'standby' })])
  await channel.worker.idle()
  expect(line.chat(from).filter(({ by }) => by !== 'person')).toEqual([])
})
