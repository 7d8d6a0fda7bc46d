import type { Language } from '../vocabulary.ts'
import type { Database } from './database.ts'

/** The languages that people have chosen for a chat, which is a keyed hash. */
export interface ChosenLanguages {
  find(chat: string): Language | undefined
  choose(chat: string, language: Language): void
  erase(chat: string): void
}

export function createChosenLanguages(database: Database): ChosenLanguages {
  return {
    find: (chat) =>
      database.get('SELECT language FROM chosen_languages WHERE chat = ?', chat)?.language as Language | undefined,
    choose(chat, language) {
      database.run('INSERT OR REPLACE INTO chosen_languages (chat, language) VALUES (?, ?)', chat, language)
    },
    erase(chat) {
      database.run('DELETE FROM chosen_languages WHERE chat = ?', chat)
    },
  }
}
