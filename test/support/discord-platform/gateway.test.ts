import { Events, GatewayIntentBits, type Interaction, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connectClient, createClient } from './connect-client.ts'
import { type DiscordPlatform, startDiscordPlatform } from './discord-platform.ts'

describe('logging in', () => {
  it('makes the real client ready, with its guilds', async () => {
    await using platform = await startDiscordPlatform()
    const guild = platform.addGuild({ name: 'Ministry', locale: 'th' })
    const channel = platform.addChannel(guild, 'questions')
    await using connected = await connectClient(platform)
    expect(connected.client.user.id).toBe(platform.bot.id)
    expect(connected.client.guilds.cache.get(guild.id)?.name).toBe('Ministry')
    expect(connected.client.channels.cache.get(channel.id)?.isTextBased()).toBe(true)
    expect(connected.errors).toEqual([])
  })
})
