import type { ErrorCode } from './api-error.ts'

export interface User {
  id: string
  username: string
  /** Of their client: every interaction says it. */
  locale: string
  bot: boolean
  /** Set, a message to them is refused with 50007. */
  refusesDirectMessages?: boolean
}

export interface Guild {
  id: string
  name: string
  locale: string
}

export interface Channel {
  id: string
  /** A thread's id is that of the message it began with. */
  kind: 'text' | 'dm' | 'thread'
  name: string
  guild?: Guild
  recipient?: User
  parent?: Channel
  /** Set, its routes answer with this instead; 160002 only to replies. */
  refusal?: ErrorCode
}

const CHANNEL_TYPE = { text: 0, dm: 1, thread: 11 } as const

/**
 * View channel, send messages, embed links, read history, use commands, create public threads, send in threads:
 * https://docs.discord.com/developers/topics/permissions
 */
export const PERMISSIONS = String(
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 31n) | (1n << 35n) | (1n << 38n),
)

export function userJson({ id, username, bot }: User) {
  return { id, username, discriminator: '0', global_name: null, avatar: null, bot, public_flags: 0 }
}

export function memberJson(user: User) {
  return { user: userJson(user), ...partialMemberJson() }
}

/** As it stands beside the author of a message. */
export function partialMemberJson() {
  return {
    nick: null,
    avatar: null,
    roles: [],
    joined_at: '2022-08-05T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
  }
}

export function channelJson({ id, kind, name, guild, recipient, parent }: Channel) {
  return {
    id,
    type: CHANNEL_TYPE[kind],
    flags: 0,
    last_message_id: null,
    ...(guild && { guild_id: guild.id, name, position: 0, permission_overwrites: [] }),
    ...(recipient && { recipients: [userJson(recipient)] }),
    ...(parent && {
      parent_id: parent.id,
      owner_id: null,
      message_count: 0,
      member_count: 1,
      thread_metadata: {
        archived: false,
        locked: false,
        auto_archive_duration: 1440,
        archive_timestamp: '2022-08-05T00:00:00+00:00',
      },
    }),
  }
}

export function channelTypeOf({ kind }: Channel): number {
  return CHANNEL_TYPE[kind]
}

/** What GUILD_CREATE brings. */
export function guildJson({ id, name, locale }: Guild, channels: readonly Channel[], bot: User) {
  return {
    id,
    name,
    preferred_locale: locale,
    owner_id: id,
    icon: null,
    features: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: '2022-08-05T00:00:00.000000+00:00',
    roles: [
      {
        id,
        name: '@everyone',
        permissions: PERMISSIONS,
        position: 0,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    stickers: [],
    members: [memberJson(bot)],
    channels: channels.filter(({ kind }) => kind === 'text').map(channelJson),
    threads: channels.filter(({ kind }) => kind === 'thread').map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    system_channel_flags: 0,
  }
}
