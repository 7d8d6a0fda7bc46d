import { expect, test } from 'vitest'
import { saidIn, startLineBot } from '../../support/line-bot.ts'

const mention = { mention: 'bot' } as const
const refused = 'That is too many questions at once. Please wait a minute and ask again.'

test('whoever asks too much can be forgotten all the same, alone and in a group', async () => {
  await using bot = await startLineBot({ settings: { limits: { person: 1, group: 1 } } })
  const { line, channel, database } = bot
  const from = line.addPerson()
  const group = line.addGroup({ members: [from] })
  const ask = async (...texts: string[]) => {
    for (const text of texts) {
      await line.deliver([line.events.text({ from, text })])
      await line.deliver([line.events.text({ from, in: group, text: [mention, text] })])
      await channel.worker.idle()
    }
  }
  await ask('What is it?', 'What else is it?')
  expect(saidIn(line, from).at(-1)).toBe(refused)
  await ask('forget me')
  for (const chat of [from, group]) expect(saidIn(line, chat).at(-1)).toMatch(/^Done\./)
  expect(database.all('SELECT id FROM remembered_answers')).toEqual([])
})

test('one who asks too much uses up nothing of what the others of a group may ask', async () => {
  await using bot = await startLineBot({ settings: { limits: { person: 2, group: 3 } } })
  const { line, channel } = bot
  const [loud, quiet] = [line.addPerson(), line.addPerson()]
  const group = line.addGroup({ members: [loud, quiet] })
  const ask = (from: typeof loud, text: string) => line.events.text({ from, in: group, text: [mention, text] })
  await line.deliver(['a?', 'b?', 'c?', 'd?', 'e?'].map((text) => ask(loud, `What is ${text}`)))
  await line.deliver([ask(quiet, 'Who signed it?')])
  await channel.worker.idle()
  expect(saidIn(line, group).join('\n')).toContain('Answer to: Who signed it?')
})
