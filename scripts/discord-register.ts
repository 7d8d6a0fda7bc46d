import { findChannelProblem } from '../src/channels/discord/changes-channel.ts'
import { applicationIdOf, inviteLink, registerCommands } from '../src/channels/discord/register.ts'
import { loadConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const help = `Registers Accord's commands with Discord, when they differ from what is registered, and prints the link that adds
Accord to a server with the permissions that it needs. Says whether it may write in the channel of DISCORD_CHANGES_CHANNEL_ID, where
it shows to be typing for a moment.

  npm run discord:register              in the server of DISCORD_GUILD_ID, at once; without one everywhere
  npm run discord:register -- --global  everywhere, and in direct messages, whatever DISCORD_GUILD_ID says

Options
  --check   registers nothing; exit code 1 when what is registered differs, or Accord may not write in that channel
  --global  see above
  --json    as JSON
  --help    this text
`

async function main(): Promise<void> {
  const { values } = readArguments({ options: { check: flag, global: flag, json: flag, help: helpFlag } })
  if (values.help) return void process.stdout.write(help)
  const { discord } = loadConfig()
  const token = discord?.token
  if (token === undefined)
    throw new AccordError('DISCORD_TOKEN is not set: it is in the Developer Portal, under Bot; see .env.example')
  const applicationId = discord?.applicationId ?? applicationIdOf(token)
  if (applicationId === undefined)
    throw new AccordError('DISCORD_TOKEN is no bot’s token: copy it from the Developer Portal, under Bot')
  const invite = inviteLink(applicationId)
  const guildId = values.global ? undefined : discord?.guildId
  // Before anything can fail: a server that Accord isn't in yet takes no commands.
  if (!values.json) process.stdout.write(`Add Accord to a server:\n${invite}\n\n`)
  const access = { token, ...(discord?.apiBaseURL !== undefined && { api: discord.apiBaseURL }) }
  const registration = await registerCommands({
    ...access,
    applicationId,
    check: values.check,
    ...(guildId !== undefined && { guildId }),
  })
  const { outcome, commands, scope } = registration
  const channelId = discord?.changesChannelId
  const problem = channelId === undefined ? undefined : await findChannelProblem({ ...access, channelId })
  const changesChannel = channelId !== undefined && { changesChannel: { id: channelId, ...(problem && { problem }) } }
  if (values.json) process.stdout.write(`${JSON.stringify({ ...registration, invite, ...changesChannel }, null, 2)}\n`)
  const where = scope === 'guild' ? `in the server ${guildId}` : 'everywhere'
  if (outcome === 'outdated')
    throw new AccordError(
      `The commands ${where} differ from Accord's: run \`npm run discord:register${values.global ? ' -- --global' : ''}\``,
    )
  if (!values.json) {
    const isNew = outcome === 'registered'
    process.stdout.write(
      `${commands} commands ${isNew ? '' : 'are '}registered ${where}${isNew ? '' : ' as they should be'}\n`,
    )
  }
  if (problem !== undefined) throw new AccordError(`Changes can't be posted: ${problem}`)
  if (!values.json && channelId !== undefined)
    process.stdout.write(`What a new index changes is posted in the channel ${channelId}\n`)
}

await runScript(main)
