import type { Language } from '../../vocabulary.ts'

/** What stands for a language's rich menu: https://developers.line.biz/en/docs/messaging-api/switch-rich-menus/ */
export function menuAlias(language: Language): string {
  return `accord-${language}`
}
