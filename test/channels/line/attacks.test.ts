import { expect, test } from 'vitest'
import { forgeSignatures, fuzzBodies } from '../../support/attack-webhook.ts'
import { type LineBot, startLineBot } from '../../support/line-bot.ts'

async function urlOf({ line }: LineBot): Promise<string> {
  return (await line.deliver([])).url
}

test('what LINE did not sign is refused', async () => {
  await using bot = await startLineBot()
  const options = { line: bot.line, url: await urlOf(bot), random: Math.random }
  expect(await forgeSignatures({ ...options, count: 420 })).toEqual({ tried: 420, accepted: 0 })
  expect(bot.database.all('SELECT event FROM inbox')).toEqual([])
})

test('a signed body of any make is answered, and breaks nothing', async () => {
  await using bot = await startLineBot()
  const options = { line: bot.line, url: await urlOf(bot), random: Math.random }
  expect(await fuzzBodies({ ...options, count: 400 })).toEqual({ tried: 400, broken: 0 })
  await bot.channel.worker.idle()
  expect(bot.logged.filter(({ level }) => level === 'error')).toEqual([])
})
