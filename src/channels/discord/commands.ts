import { createHash } from 'node:crypto'
import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { languageNames } from '../../conversation/answer-words.ts'
import { longestQuestion } from '../../text/question-text.ts'

/** Payloads carry these, whatever the language of who uses them. */
export const commandNames = {
  ask: 'ask',
  clause: 'clause',
  sources: 'sources',
  status: 'status',
  glossary: 'glossary',
  forget: 'forget',
  help: 'help',
  askAbout: 'Ask Accord about this',
  check: 'Check this against the agreement',
} as const

export const optionNames = {
  question: 'question',
  visibility: 'visibility',
  language: 'language',
  clause: 'clause',
  term: 'term',
} as const

export type Visibility = 'private' | 'everyone'

type Localized = { en: string; th: string; ja: string }

/** Of one locale each; people with another client language see English. */
function localize({ en, th, ja }: Localized): LocalizationMap {
  return { 'en-US': en, 'en-GB': en, th, ja }
}

function named(name: string, names: Omit<Localized, 'en'>, description: Localized) {
  return {
    name,
    name_localizations: localize({ en: name, ...names }),
    description: description.en,
    description_localizations: localize(description),
  }
}

function choice<T extends string>(value: T, names: Localized) {
  return { name: names.en, name_localizations: localize(names), value }
}

const type = ApplicationCommandOptionType.String as const

const questionOption: APIApplicationCommandStringOption = {
  type,
  ...named(
    optionNames.question,
    { th: 'คำถาม', ja: '質問' },
    {
      en: 'What you want to know about the memorandum',
      th: 'สิ่งที่อยากทราบเกี่ยวกับบันทึกความร่วมมือ',
      ja: '協力覚書について知りたいこと',
    },
  ),
  required: true,
  autocomplete: true,
  max_length: longestQuestion,
}

const visibilityOption: APIApplicationCommandStringOption = {
  type,
  ...named(
    optionNames.visibility,
    { th: 'ผู้เห็นคำตอบ', ja: '公開範囲' },
    {
      en: 'Who sees the answer; only you, unless you say otherwise',
      th: 'ใครเห็นคำตอบ ถ้าไม่เลือก เห็นเฉพาะคุณ',
      ja: '回答を見られる人。選ばなければ自分だけ',
    },
  ),
  choices: [
    choice<Visibility>('private', { en: 'Only me', th: 'เฉพาะฉัน', ja: '自分だけ' }),
    choice<Visibility>('everyone', { en: 'Everyone here', th: 'ทุกคนในห้องนี้', ja: 'この場の全員' }),
  ],
}

const languageOption: APIApplicationCommandStringOption = {
  type,
  ...named(
    optionNames.language,
    { th: 'ภาษา', ja: '言語' },
    {
      en: 'The language of the answer; that of the question, unless you say otherwise',
      th: 'ภาษาของคำตอบ ถ้าไม่เลือก ใช้ภาษาเดียวกับคำถาม',
      ja: '回答の言語。選ばなければ質問と同じ言語',
    },
  ),
  choices: Object.entries(languageNames).map(([value, name]) => ({ name, value })),
}

const slashCommands: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    ...named(
      commandNames.ask,
      { th: 'ถาม', ja: '質問' },
      {
        en: 'Ask about the memorandum; each sentence of the answer comes with its proof',
        th: 'ถามเรื่องบันทึกความร่วมมือ ทุกประโยคในคำตอบมีข้อความจากเอกสารยืนยัน',
        ja: '協力覚書について質問する。回答の一文ごとに根拠を示します',
      },
    ),
    options: [questionOption, visibilityOption, languageOption],
  },
  {
    ...named(
      commandNames.clause,
      { th: 'ข้อ', ja: '項目' },
      {
        en: 'Show a clause in three languages, with its proof',
        th: 'ดูเนื้อหาหนึ่งข้อเป็นสามภาษา พร้อมข้อความยืนยัน',
        ja: '一つの項目を三言語で、根拠とともに表示する',
      },
    ),
    options: [
      {
        type,
        ...named(
          optionNames.clause,
          { th: 'ข้อ', ja: '項目' },
          {
            en: 'The clause: type a few letters of its title',
            th: 'ข้อที่ต้องการ พิมพ์ชื่อข้อบางส่วน',
            ja: '項目。題名の一部を入力してください',
          },
        ),
        required: true,
        autocomplete: true,
        max_length: 200,
      },
    ],
  },
  named(
    commandNames.sources,
    { th: 'แหล่งอ้างอิง', ja: '出典' },
    {
      en: 'List the documents that every answer rests on',
      th: 'ดูเอกสารทั้งหมดที่ใช้ตอบ',
      ja: '回答のもとになる文書の一覧',
    },
  ),
  named(
    commandNames.status,
    { th: 'สถานะ', ja: '状態' },
    {
      en: 'Show which version of the documents is in use, and how answers are made',
      th: 'ดูว่าใช้เอกสารรุ่นใด และตอบด้วยวิธีใด',
      ja: '使用中の文書の版と、回答の作り方を表示する',
    },
  ),
  {
    ...named(
      commandNames.glossary,
      { th: 'คำศัพท์', ja: '用語' },
      {
        en: 'Show a term of the agreement in Thai, English and Japanese',
        th: 'ดูคำศัพท์ในข้อตกลงเป็นภาษาไทย อังกฤษ และญี่ปุ่น',
        ja: '覚書の用語をタイ語・英語・日本語で表示する',
      },
    ),
    options: [
      {
        type,
        ...named(
          optionNames.term,
          { th: 'คำ', ja: '用語' },
          {
            en: 'The term, in any of the three languages',
            th: 'คำที่ต้องการ ภาษาใดก็ได้ในสามภาษา',
            ja: '用語。三言語のどれでもかまいません',
          },
        ),
        required: true,
        max_length: 100,
      },
    ],
  },
  named(
    commandNames.forget,
    { th: 'ลืมบทสนทนา', ja: '会話を消去' },
    {
      en: 'Forget what you have asked here, and start over',
      th: 'ลบสิ่งที่คุณเคยถามที่นี่ แล้วเริ่มใหม่',
      ja: 'ここでの質問の履歴を消して、最初から始める',
    },
  ),
  named(
    commandNames.help,
    { th: 'ช่วยเหลือ', ja: 'ヘルプ' },
    {
      en: 'What Accord can answer, and how it handles what you write',
      th: 'Accord ตอบอะไรได้ และใช้ข้อความที่คุณพิมพ์อย่างไร',
      ja: 'Accordに聞けることと、入力内容の扱い',
    },
  ),
]

const menuCommands: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.Message,
    name: commandNames.askAbout,
    name_localizations: localize({ en: commandNames.askAbout, th: 'ถาม Accord เรื่องนี้', ja: 'これについてAccordに質問' }),
  },
  {
    type: ApplicationCommandType.Message,
    name: commandNames.check,
    name_localizations: localize({ en: commandNames.check, th: 'ตรวจข้อความนี้กับเอกสาร', ja: '協力覚書と照合する' }),
  },
]

/** All commands, as they're registered. A guild's are in that guild alone; only global ones reach direct messages. */
export function commandDefinitions(scope: 'global' | 'guild'): RESTPostAPIApplicationCommandsJSONBody[] {
  const everywhere = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }
  return [...slashCommands, ...menuCommands].map((command) =>
    scope === 'global' ? { ...command, ...everywhere } : command,
  )
}

/** The same for the same commands, whatever the order of their keys: what decides whether they must be registered again. */
export function hashCommands(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): string {
  return createHash('sha256').update(JSON.stringify(commands, withSortedKeys)).digest('hex')
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
