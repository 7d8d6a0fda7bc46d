import {
  type APIApplicationCommand,
  DiscordAPIError,
  OAuth2Scopes,
  PermissionFlagsBits,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js'
import { AccordError } from '../../errors.ts'
import { commandDefinitions, hashCommands } from './commands.ts'
import { describeFailure } from './failures.ts'

export interface RegisterOptions {
  /** Secret. */
  token: string
  applicationId: string
  /** The one server they're registered in; all of them, and direct messages, unless set. */
  guildId?: string
  /** As discord.js's `rest.api`. */
  api?: string
  /** Changes nothing. */
  check?: boolean
}

export interface Registration {
  scope: 'global' | 'guild'
  commands: number
  /** `outdated`: what is registered differs, and was left so. */
  outcome: 'registered' | 'unchanged' | 'outdated'
}

/** What Accord does in a server, and nothing more. */
export const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.ReadMessageHistory

/** Where somebody who may manage a server adds Accord to it. */
export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(PERMISSIONS),
  })
  return `https://discord.com/oauth2/authorize?${query}`
}

/** The application's id, which is the first part of its token. Undefined for what is no token. */
export function applicationIdOf(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  return /^\d{1,20}$/.test(id) ? id : undefined
}

/**
 * Registers all commands when what Discord has differs: a server takes 200 new ones a day. Throws an AccordError that says
 * which setting is wrong.
 */
export async function registerCommands(options: RegisterOptions): Promise<Registration> {
  const { token, applicationId, guildId, api, check = false } = options
  const rest = new REST({ timeout: 10_000, ...(api !== undefined && { api }) }).setToken(token)
  const scope = guildId === undefined ? 'global' : 'guild'
  const commands = commandDefinitions(scope)
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId)
  try {
    const registered = await listRegistered(rest, route, { needed: check })
    const isSame =
      registered !== undefined && hashRegistered(registered, commands) === hashRegistered(commands, commands)
    if (!isSame && !check) await rest.put(route, { body: commands })
    return { scope, commands: commands.length, outcome: isSame ? 'unchanged' : check ? 'outdated' : 'registered' }
  } catch (error) {
    throw describeRefusal(error, guildId)
  }
}

/** Undefined where there is no such list, unless it's needed: an application that is unknown is refused when it's registered for. */
async function listRegistered(
  rest: REST,
  route: `/${string}`,
  { needed }: { needed: boolean },
): Promise<APIApplicationCommand[] | undefined> {
  try {
    const query = new URLSearchParams({ with_localizations: 'true' })
    return (await rest.get(route, { query })) as APIApplicationCommand[]
  } catch (error) {
    if (!needed && error instanceof DiscordAPIError && error.status === 404) return undefined
    throw error
  }
}

/** Of what we say of each command: Discord adds ids, versions and defaults of its own. */
function hashRegistered(
  registered: readonly object[],
  ours: readonly RESTPostAPIApplicationCommandsJSONBody[],
): string {
  const keyOf = (command: object) => {
    const { type = 1, name } = command as { type?: number; name: string }
    return `${type} ${name}`
  }
  const known = new Map(ours.map((command) => [keyOf(command), command]))
  const said = registered
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map((command) => likeIn(command, known.get(keyOf(command)) ?? { name: keyOf(command) }))
  return hashCommands(said as RESTPostAPIApplicationCommandsJSONBody[])
}

/** The parts of a value that the other has too, all the way down. */
function likeIn(value: unknown, model: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(model)) {
    const isOfObjects = value.some((each) => typeof each === 'object')
    return isOfObjects ? value.map((each, at) => likeIn(each, model[at] ?? each)) : value.toSorted()
  }
  if (typeof value !== 'object' || value === null || typeof model !== 'object' || model === null) return value
  const parts = Object.entries(model).map(([key, part]) => [key, likeIn(value[key as keyof typeof value], part)])
  return Object.fromEntries(parts)
}

function describeRefusal(error: unknown, guildId: string | undefined): unknown {
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return new AccordError('Discord refuses the token: set DISCORD_TOKEN to the bot’s')
    if (error.status === 403 || error.status === 404)
      return new AccordError(
        guildId === undefined
          ? 'Discord knows no such application of this token: check DISCORD_APPLICATION_ID'
          : `Accord is not in the server ${guildId}: add it by its invite link first, or check DISCORD_GUILD_ID`,
      )
    if (error.status === 429) return new AccordError('Discord takes no more new commands today: try again tomorrow')
  }
  return new AccordError(`The commands could not be registered: ${describeFailure(error)}; try again`)
}
