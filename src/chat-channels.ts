import { LRUCache } from 'lru-cache'
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
import { createFeedback } from './storage/feedback.ts'
import { createKeyedHash, type KeyedHash, loadHashKey } from './storage/hash-key.ts'
import { createInbox } from './storage/inbox.ts'
import { createRememberedAnswers } from './storage/remembered-answers.ts'
import { createSeal } from './storage/seal.ts'

const MOST_REMEMBERED = 10_000

/** People and chats come again and again, and in a rush each microsecond of a webhook counts. */
function rememberResults(hash: KeyedHash): KeyedHash {
  const known = new LRUCache<string, string>({ max: MOST_REMEMBERED })
  return (text) => {
    const result = known.get(text) ?? hash(text)
    known.set(text, result)
    return result
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
    const key = loadHashKey(database, config.idHashKey)
    const seal = createSeal(key)
    const hashes = (purpose: 'chat' | 'person' | 'message') => {
      const hash = createKeyedHash(key, purpose)
      return (id: string) => hash(`line:${id}`)
    }
    const remembering = (purpose: 'chat' | 'person') => rememberResults(hashes(purpose))
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
        inbox: createInbox(database, { channel: 'line', seal, now: Date.now }),
        remembered: createRememberedAnswers(database, { seal, now: Date.now }),
        languages: createChosenLanguages(database),
        transaction: (work) => database.transaction(work),
        hash: { chat: remembering('chat'), person: remembering('person'), message: hashes('message') },
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
  { answering, ask, log }: ChannelParts,
): Promise<DiscordChannel | string> {
  const { discord: settings, models, publicUrl } = config
  const { database } = answering
  if (settings?.token === undefined) return 'off: set DISCORD_TOKEN'
  try {
    if (database === undefined) throw new AccordError('what people ask can’t be stored: check DATA_DIR')
    const { createDiscordChannel } = await import('./channels/discord/discord.ts')
    const key = loadHashKey(database, config.idHashKey)
    const seal = createSeal(key)
    const hashes = (purpose: 'chat' | 'person') => {
      const hash = createKeyedHash(key, purpose)
      return (id: string) => hash(`discord:${id}`)
    }
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
        inbox: createInbox(database, { channel: 'discord', seal, now: Date.now }),
        remembered: createRememberedAnswers(database, { seal, now: Date.now }),
        feedback: createFeedback(database, { now: Date.now, keepDays: config.receiptDays }),
        transaction: (work) => database.transaction(work),
        hash: { chat: hashes('chat'), person: hashes('person') },
        now: Date.now,
        log,
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
