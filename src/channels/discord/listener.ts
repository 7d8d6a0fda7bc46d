import { ChannelType } from 'discord.js'

/** Accord as Discord knows it, and what it knows of channels. */
export interface Listener {
  userId: string
  applicationId: string
  isThread(channelId: string): boolean
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])

/** `type`: the channel's, where what came says so. */
export function isThread(channelId: string, type: number | null | undefined, listener: Listener): boolean {
  return THREADS.has(type ?? -1) || listener.isThread(channelId)
}
