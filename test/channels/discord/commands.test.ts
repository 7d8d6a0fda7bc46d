import { Routes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { commandDefinitions, commandNames, hashCommands } from '../../../src/channels/discord/commands.ts'
import { startScene } from '../../support/discord-platform/scene.ts'

describe('the commands', () => {
  it('are taken by Discord, globally and in a guild', async () => {
    await using scene = await startScene()
    const { platform, client } = scene
    const guild = scene.channel.guild!
    await client.rest.put(Routes.applicationCommands(platform.applicationId), { body: commandDefinitions('global') })
    await client.rest.put(Routes.applicationGuildCommands(platform.applicationId, guild.id), {
      body: commandDefinitions('guild'),
    })
    const names = Object.values(commandNames)
    expect(platform.commands().map(({ name }) => name)).toEqual(names)
    expect(platform.commands(guild).map(({ name }) => name)).toEqual(names)
  })

  it('have a name and a description in every language, options and choices too', () => {
    const texts: { name: string; of: Record<string, unknown> }[] = []
    const collect = (value: unknown, name = '') => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, each] of Object.entries(value)) {
        if (/^(?:name|description)_localizations$/.test(key))
          texts.push({ name: `${name}.${key}`, of: each as Record<string, unknown> })
        else collect(each, `${name}.${key}`)
      }
    }
    collect(commandDefinitions('global'))
    expect(texts.length).toBeGreaterThan(25)
    for (const { name, of } of texts) {
      expect(Object.keys(of).sort(), name).toEqual(['en-GB', 'en-US', 'ja', 'th'])
      expect(of.th, name).toMatch(/\p{sc=Thai}/u)
      expect(of.ja, name).toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u)
    }
  })

  it('reach direct messages when they’re global', () => {
    for (const command of commandDefinitions('global')) expect(command.contexts).toEqual([0, 1])
  })
})

describe('the hash of commands', () => {
  it('is that of what they say, not of the order of their keys', () => {
    const commands = commandDefinitions('guild')
    const turned = commands.map((command) => Object.fromEntries(Object.entries(command).reverse()) as typeof command)
    expect(hashCommands(turned)).toBe(hashCommands(commands))
    expect(hashCommands(commandDefinitions('guild'))).toBe(hashCommands(commands))
  })

  it('changes with any of them, and with their order', () => {
    const commands = commandDefinitions('guild')
    const renamed = commands.map((command, at) => (at === 0 ? { ...command, description: 'Ask' } : command))
    const hashes = [commands, renamed, commands.slice(1), commands.toReversed(), commandDefinitions('global')].map(
      (each) => hashCommands(each as typeof commands),
    )
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
