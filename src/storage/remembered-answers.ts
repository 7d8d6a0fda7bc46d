import type { Answer } from '../vocabulary.ts'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'

/** A question of a chat, with its answer once there is one. Ids are keyed hashes. */
export interface RememberedAnswer {
  /** The answer's own, or one for a question that is still to be answered. */
  id: string
  chat: string
  person?: string
  /** The message that asked. */
  message?: string
  /** When it was asked, ms. */
  at: number
  question: string
  /** What was asked before it, oldest first. */
  history: readonly string[]
  answer?: Answer
}

/**
 * What was asked and answered in chats, sealed and for a while: to understand a follow-up, and to know what a tap on an older
 * message, or a quotation of it, means. What changes it can be part of another transaction.
 */
export interface RememberedAnswers {
  keep(remembered: RememberedAnswer, milliseconds: number): void
  find(id: string, chat: string): RememberedAnswer | undefined
  /** Notes which messages an answer was sent as. */
  noteSent(id: string, messages: readonly string[]): void
  /** Notes which messages of ours in a chat say something else: to quote one speaks to us as well. */
  noteNotice(chat: string, messages: readonly string[], milliseconds: number): void
  /** Whether a message was part of an answer, or a notice. */
  wasSent(message: string): boolean
  /** The answer that a message was part of. */
  findBySent(message: string): RememberedAnswer | undefined
  /** The questions of a chat since then, oldest first; of one person when given. */
  history(chat: string, since: number, person?: string): string[]
  eraseMessage(chat: string, message: string): void
  eraseChat(chat: string): void
  erasePerson(person: string): void
}

export interface RememberedAnswersOptions {
  seal: Seal
  /** Milliseconds since 1970. */
  now: () => number
}

const HOUR = 3_600_000
/** As in a conversation on the web. */
const MOST_TURNS = 6
const COLUMNS = 'a.id, a.chat, a.person, a.message, a.at, a.content'

type Row = NonNullable<ReturnType<Database['get']>>

export function createRememberedAnswers(
  database: Database,
  { seal, now }: RememberedAnswersOptions,
): RememberedAnswers {
  let pruned = Number.NEGATIVE_INFINITY

  function read(row: Row | undefined): RememberedAnswer | undefined {
    const content = row && seal.open(row.content as Uint8Array)
    if (row === undefined || content === undefined) return undefined
    const { id, chat, person, message, at } = row
    return {
      id: String(id),
      chat: String(chat),
      at: Number(at),
      ...(person !== null && { person: String(person) }),
      ...(message !== null && { message: String(message) }),
      // Nobody but `keep` can have sealed it.
      ...(JSON.parse(content) as Pick<RememberedAnswer, 'question' | 'history' | 'answer'>),
    }
  }

  function prune(): void {
    if (now() - pruned < HOUR / 60) return
    pruned = now()
    database.run('DELETE FROM remembered_answers WHERE expires <= ?', now())
    database.run('DELETE FROM sent_notices WHERE expires <= ?', now())
  }

  return {
    keep({ id, chat, person, message, at, question, history, answer }, milliseconds) {
      prune()
      database.run(
        `INSERT OR REPLACE INTO remembered_answers (id, chat, person, message, at, expires, content)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        id,
        chat,
        person ?? null,
        message ?? null,
        at,
        now() + milliseconds,
        seal.close(JSON.stringify({ question, history, answer })),
      )
    },
    find: (id, chat) =>
      read(
        database.get(
          `SELECT ${COLUMNS} FROM remembered_answers a WHERE id = ? AND chat = ? AND expires > ?`,
          id,
          chat,
          now(),
        ),
      ),
    noteSent(id, messages) {
      const isKept = database.get('SELECT 1 FROM remembered_answers WHERE id = ?', id) !== undefined
      // It may have been erased while it was sent.
      for (const message of isKept ? messages : [])
        database.run('INSERT OR IGNORE INTO sent_messages (message, answer) VALUES (?, ?)', message, id)
    },
    noteNotice(chat, messages, milliseconds) {
      prune()
      for (const message of messages)
        database.run(
          'INSERT OR IGNORE INTO sent_notices (message, chat, expires) VALUES (?, ?, ?)',
          message,
          chat,
          now() + milliseconds,
        )
    },
    wasSent: (message) =>
      database.get('SELECT 1 FROM sent_messages WHERE message = ?', message) !== undefined ||
      database.get('SELECT 1 FROM sent_notices WHERE message = ? AND expires > ?', message, now()) !== undefined,
    findBySent: (message) =>
      read(
        database.get(
          `SELECT ${COLUMNS} FROM sent_messages s JOIN remembered_answers a ON a.id = s.answer
           WHERE s.message = ? AND a.expires > ?`,
          message,
          now(),
        ),
      ),
    history(chat, since, person) {
      const rows = database.all(
        `SELECT ${COLUMNS} FROM remembered_answers a
         WHERE chat = ? AND at >= ? AND expires > ? AND (? IS NULL OR person = ?) ORDER BY at DESC, id LIMIT ?`,
        chat,
        since,
        now(),
        person ?? null,
        person ?? null,
        MOST_TURNS,
      )
      return rows.flatMap((row) => read(row)?.question ?? []).reverse()
    },
    eraseMessage(chat, message) {
      database.run('DELETE FROM remembered_answers WHERE chat = ? AND message = ?', chat, message)
    },
    eraseChat(chat) {
      database.run('DELETE FROM remembered_answers WHERE chat = ?', chat)
      database.run('DELETE FROM sent_notices WHERE chat = ?', chat)
    },
    erasePerson(person) {
      database.run('DELETE FROM remembered_answers WHERE person = ?', person)
    },
  }
}
