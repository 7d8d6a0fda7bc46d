import { applicationIdOf, inviteLink, registerCommands } from '../src/channels/discord/register.ts'
import { loadConfig } from '../src/config.ts'
import { AccordError } from '../src/errors.ts'
import { flag, helpFlag, readArguments, runScript } from './run-script.ts'

const help = `Registers Accord's commands with Discord, when they differ from what is registered, and prints the link that adds
Accord to a server with the permissions that it needs.

  npm run discord:register              in the server of DISCORD_GUILD_ID, at once; without one everywhere
  npm run discord:register -- --global  everywhere, and in direct messages, whatever DISCORD_GUILD_ID says

Options
  --check   registers nothing; exit code 1 when what is registered differs
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
  const registration = await registerCommands({
    token,
    applicationId,
    check: values.check,
    ...(guildId !== undefined && { guildId }),
    ...(discord?.apiBaseURL !== undefined && { api: discord.apiBaseURL }),
  })
  const { outcome, commands, scope } = registration
  if (values.json) process.stdout.write(`${JSON.stringify({ ...registration, invite }, null, 2)}\n`)
  const where = scope === 'guild' ? `in the server ${guildId}` : 'everywhere'
  if (outcome === 'outdated')
    throw new AccordError(`The commands ${where} differ from Accord's: run \`npm run discord:register\``)
  if (values.json) return
  process.stdout.write(
    outcome === 'registered'
      ? `${commands} commands registered ${where}\n`
      : `${commands} commands are registered ${where} as they should be\n`,
  )
}

await runScript(main)
