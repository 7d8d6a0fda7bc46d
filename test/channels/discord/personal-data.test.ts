import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { answerIdOf, startDiscord } from './support.ts'

const QUESTION = 'When was the new MoC signed?'

function storedFiles(file: string): string[] {
  return readdirSync(dirname(file)).map((name) => readFileSync(join(dirname(file), name), 'latin1'))
}

it('keeps no id and no text of anybody in the open, in files or in logs', async () => {
  await using scene = await startDiscord()
  const { platform, user, guild, channel, database } = scene
  const asked = scene.ask(QUESTION)
  await scene.answered(asked)
  const said = platform.say({ user, channel, content: `<@${platform.bot.id}> And the earlier one?` })
  await platform.until(() => platform.visible(channel, user).some(({ reference }) => reference === said))
  platform.fail('PATCH /webhooks/:application/:token/messages/:message', { code: 50_035 })
  await scene.answered(scene.ask('What is the objective?'))
  const secrets = [user.id, channel.id, guild.id, asked.id, asked.token, said.id, QUESTION, 'And the earlier one?']
  for (const secret of secrets) {
    expect(
      storedFiles(database.file).some((text) => text.includes(secret)),
      secret,
    ).toBe(false)
    expect(JSON.stringify(scene.log)).not.toContain(secret)
  }
  expect(JSON.stringify(scene.log)).not.toContain('objective')
})

it('forgets all that somebody has asked, and nobody else’s', async () => {
  await using scene = await startDiscord()
  const { platform, user, channel, database } = scene
  const other = platform.addUser()
  const [own, others] = [scene.ask(QUESTION), scene.ask(QUESTION, {}, { user: other })]
  for (const each of [own, others]) await scene.answered(each)
  expect(database.all('SELECT id FROM remembered_answers')).toHaveLength(2)
  await scene.answered(platform.command({ user, channel, name: 'forget' }))
  const left = database.all('SELECT id FROM remembered_answers').map(({ id }) => id)
  expect(left).toEqual([answerIdOf(others.response!.components)])
  expect(database.all('SELECT work FROM inbox WHERE work IS NOT NULL')).toEqual([])
})
