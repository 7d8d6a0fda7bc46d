import { ApiError, apiError } from './api-error.ts'
import { type Command, commandList } from './command-schema.ts'
import { parseForm } from './form-body.ts'
import type { ApiCall, Route } from './http.ts'
import type { RegisteredCommand, State } from './state.ts'

/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const DAY_MS = 24 * 3600 * 1000

export function applicationRoutes(
  state: State,
  { gatewayUrl, createsPerDay }: { gatewayUrl: string; createsPerDay: number },
): Route[] {
  const creates: { scope: string; at: number }[] = []

  function scopeOf({ params: { application, guild } }: ApiCall): string {
    if (application !== state.applicationId) throw apiError(50_001)
    if (guild !== undefined && !state.guilds.has(guild)) throw apiError(50_001)
    return guild ?? 'global'
  }

  /** Bulk overwrite: what is missing is deleted, and a name that stays keeps its id. */
  function overwrite(call: ApiCall): object {
    const scope = scopeOf(call)
    const commands = parseForm(commandList(scope === 'global' ? 'global' : 'guild'), call.body)
    const known = new Map((state.commands.get(scope) ?? []).map((command) => [keyOf(command), command]))
    countCreates(scope, commands.filter((command) => !known.has(keyOf(command))).length)
    const registered = commands.map((command): RegisteredCommand => {
      const earlier = known.get(keyOf(command))
      return { ...command, id: earlier?.id ?? state.nextId(), version: state.nextId() }
    })
    state.commands.set(scope, registered)
    return registered.map((command) => commandJson(command, scope))
  }

  function countCreates(scope: string, count: number): void {
    const at = state.now()
    const recent = creates.filter((each) => each.scope === scope && at - each.at < DAY_MS)
    if (recent.length + count > createsPerDay) {
      const message = `Max number of daily application command creates has been reached (${createsPerDay})`
      throw new ApiError(429, 30_034, message, { retryAfter: (DAY_MS - (at - (recent[0]?.at ?? at))) / 1000 })
    }
    for (let each = 0; each < count; each++) creates.push({ scope, at })
  }

  function commandJson(command: RegisteredCommand, scope: string): object {
    return {
      ...command,
      description: command.description ?? '',
      application_id: state.applicationId,
      ...(scope !== 'global' && { guild_id: scope }),
      nsfw: command.nsfw ?? false,
      default_member_permissions: command.default_member_permissions ?? null,
    }
  }

  const list = (call: ApiCall) => {
    const scope = scopeOf(call)
    const withLocalizations = call.query.get('with_localizations') === 'true'
    return (state.commands.get(scope) ?? []).map((command) => {
      const json = commandJson(command, scope)
      return withLocalizations ? json : withoutLocalizations(json)
    })
  }

  const global = '/applications/:application/commands'
  const guild = '/applications/:application/guilds/:guild/commands'
  return [
    {
      name: 'GET /gateway/bot',
      handle: () => ({
        url: gatewayUrl,
        shards: 1,
        session_start_limit: {
          total: 1000,
          remaining: state.gateway.remainingStarts,
          reset_after: DAY_MS,
          max_concurrency: 1,
        },
      }),
    },
    { name: 'GET /applications/@me', handle: () => ({ id: state.applicationId, name: 'Accord', flags: 0 }) },
    { name: 'GET /oauth2/applications/@me', handle: () => ({ id: state.applicationId, name: 'Accord', flags: 0 }) },
    { name: `PUT ${global}`, handle: overwrite },
    { name: `GET ${global}`, handle: list },
    { name: `PUT ${guild}`, handle: overwrite },
    { name: `GET ${guild}`, handle: list },
  ]
}

function keyOf({ type, name }: Command): string {
  return `${type} ${name}`
}

/** Lists leave the dictionaries out unless they're asked for. */
function withoutLocalizations(value: object): object {
  return JSON.parse(JSON.stringify(value, (key, each) => (key.endsWith('_localizations') ? undefined : each)))
}
