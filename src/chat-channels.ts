import type { Answering } from './answering.ts'
import type { DiscordChannel } from './channels/discord/discord.ts'
import type { LineChannel } from './channels/line/line.ts'
import type { Config } from './config.ts'
import type { TakeTurn } from './conversation/take-turn.ts'
import { AccordError, describeError } from './errors.ts'
import { firstQuestions } from './first-questions.ts'
import type { Log } from './observability/log.ts'
import type { Metrics } from './observability/metrics.ts'
import { createChosenLanguages } from './storage/chosen-languages.ts'
import type { Database } from './storage/database.ts'
import { createFeedback } from './storage/feedback.ts'
import { createKeyedHash, type HashPurpose, type KeyedHash, loadHashKey } from './storage/hash-key.ts'
import { createInbox } from './storage/inbox.ts'
import { createRememberedAnswers } from './storage/remembered-answers.ts'
import { createSeal } from './storage/seal.ts'

/** Webhooks at one moment that cost less together: what one turn of the event loop reads from so many connections. */
const LINE_RUSH = 8

interface StoreOptions {
  channel: 'line' | 'discord'
  idHashKey: string | undefined
  rush?: number
}

/** What a chat channel keeps of what people ask, sealed, and how it hashes the ids of its platform. */
function openStores(database: Database, { channel, idHashKey, ...inbox }: StoreOptions) {
  const key = loadHashKey(database, idHashKey)
  const seal = createSeal(key)
  return {
    inbox: createInbox(database, { channel, seal, now: Date.now, ...inbox }),
    remembered: createRememberedAnswers(database, { seal, now: Date.now }),
    transaction: (work: () => void) => database.transaction(work),
    hashOf(purpose: HashPurpose): KeyedHash {
      const hash = createKeyedHash(key, purpose)
      return (id) => hash(`${channel}:${id}`)
    },
  }
}

interface ChannelParts {
  answering: Answering
  ask: TakeTurn
  metrics: Metrics
  log: Log
}

/** LINE, or why it's off: whatever is wrong there, the web goes on. */
export async function openLine(
  config: Config,
  { answering, ask, metrics, log }: ChannelParts,
): Promise<LineChannel | string> {
  const { line: settings, conversationHours: keptHours, questionLimits: limits, publicUrl } = config
  const { database, index } = answering
  if (settings === undefined) return 'set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN'
  try {
    if (database === undefined) throw new AccordError('what people ask can’t be stored: check DATA_DIR')
    const { startLineChannel } = await import('./channels/line/line.ts')
    const { hashOf, ...stores } = openStores(database, {
      channel: 'line',
      idHashKey: config.idHashKey,
      rush: LINE_RUSH,
    })
    return await startLineChannel(
      // Spread alone would leave the secrets behind.
      {
        channelSecret: settings.channelSecret,
        accessToken: settings.accessToken,
        push: settings.push,
        limits,
        keptHours,
        usesModel: config.models !== undefined && config.models.tokensPerDay > 0,
        ...(settings.apiBaseURL !== undefined && { apiBaseURL: settings.apiBaseURL }),
        ...(publicUrl !== undefined && { publicUrl }),
      },
      {
        ask,
        suggestions: (language) => firstQuestions(answering, language),
        findPassage(id) {
          const { passages, documents, ordinalOf } = index()
          const passage = passages[ordinalOf(id) ?? -1]
          const document = passage && documents.get(passage.documentId)
          return passage && document && { passage, document }
        },
        ...stores,
        languages: createChosenLanguages(database),
        hash: { chat: hashOf('chat'), message: hashOf('message') },
        now: Date.now,
        log,
        onOutcome: (outcome) => metrics.countMessage('line', outcome),
      },
    )
  } catch (error) {
    log.error({ channel: 'line', error: describeError(error) }, 'LINE is off')
    return describeError(error)
  }
}

/** Discord, or why it's off: whatever is wrong there, the rest goes on. */
export async function openDiscord(
  config: Config,
  { answering, ask, metrics, log }: ChannelParts,
): Promise<DiscordChannel | string> {
  const { discord: settings, models, publicUrl } = config
  const { database } = answering
  if (settings?.token === undefined) return 'off: set DISCORD_TOKEN'
  try {
    if (database === undefined) throw new AccordError('what people ask can’t be stored: check DATA_DIR')
    const { createDiscordChannel } = await import('./channels/discord/discord.ts')
    const { hashOf, ...stores } = openStores(database, { channel: 'discord', idHashKey: config.idHashKey })
    const model = models !== undefined && models.tokensPerDay > 0 ? models.chatModel : undefined
    return createDiscordChannel(
      {
        token: settings.token,
        questionsPerMinute: config.questionLimits.person,
        keptHours: config.conversationHours.person,
        ...(settings.changesChannelId !== undefined && { changesChannelId: settings.changesChannelId }),
        ...(settings.apiBaseURL !== undefined && { api: settings.apiBaseURL }),
        ...(model !== undefined && { model }),
        ...(publicUrl !== undefined && { publicUrl }),
      },
      {
        ask,
        check: answering.check,
        index: answering.index,
        lexicon: answering.lexicon,
        ...stores,
        feedback: createFeedback(database, { now: Date.now, keepDays: config.receiptDays }),
        hash: { chat: hashOf('chat'), person: hashOf('person') },
        now: Date.now,
        log,
        onOutcome: (outcome) => metrics.countMessage('discord', outcome),
      },
    )
  } catch (error) {
    log.error({ channel: 'discord', error: describeError(error) }, 'Discord is off')
    return `off: ${describeError(error)}`
  }
}

export function describeConnection(connection: ReturnType<DiscordChannel['state']>): string {
  if (connection.state === 'off') return `off: ${connection.reason}`
  return connection.state === 'on' ? 'on' : 'connecting: it goes on trying'
}
