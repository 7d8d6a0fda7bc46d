import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import { describeFailure } from './failures.ts'

export interface CheckChannelOptions {
  /** Secret. */
  token: string
  channelId: string
  /** As discord.js's `rest.api`. */
  api?: string
}

/**
 * Why Accord can't write in the channel that changes are posted to; undefined when it can. It begins to type there, which takes the
 * same permissions as a message (https://github.com/discordeno/discordeno/issues/622) and leaves nothing behind.
 */
export async function findChannelProblem({ token, channelId, api }: CheckChannelOptions): Promise<string | undefined> {
  const rest = new REST({ timeout: 10_000, ...(api !== undefined && { api }) }).setToken(token)
  try {
    await rest.post(Routes.channelTyping(channelId))
    return undefined
  } catch (error) {
    return describeChannelProblem(error, channelId)
  }
}

/** What a refused message says of its channel, and what to do. */
export function describeChannelProblem(error: unknown, channelId: string): string {
  const problem = error instanceof DiscordAPIError ? PROBLEMS.get(error.code) : undefined
  return problem === undefined ? describeFailure(error) : `${problem(channelId)} (${describeFailure(error)})`
}

const permissions = (id: string) =>
  `Accord may not write in the channel ${id}: give it View Channel and Send Messages there`
const noText = (id: string) => `the channel ${id} takes no messages: set DISCORD_CHANGES_CHANNEL_ID to a text channel’s`
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const PROBLEMS: ReadonlyMap<number | string, (channelId: string) => string> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, (id) => `there is no channel ${id}: check DISCORD_CHANGES_CHANNEL_ID`],
  [RESTJSONErrorCodes.MissingAccess, permissions],
  [RESTJSONErrorCodes.MissingPermissions, permissions],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, noText],
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType, noText],
])
