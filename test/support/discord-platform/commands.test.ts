import { Routes, SlashCommandBuilder } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { type Scene, startScene } from './scene.ts'

const slash = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more })
const menu = (more: object = {}) => ({ type: 3, name: 'Ask Accord about this', ...more })
const option = (more: object = {}) => ({ type: 3, name: 'question', description: 'What you ask', ...more })
const named = (count: number, make: (name: string) => object) =>
  Array.from({ length: count }, (_, at) => make(`c${at}`))
const long = 'ก'.repeat(100)

async function put({ client, platform }: Scene, commands: object[], guild?: string): Promise<unknown> {
  const { applicationId } = platform
  const route =
    guild === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guild)
  return client.rest.put(route, { body: commands }).catch((error) => error.code)
}

const accepted: [string, object[]][] = [
  ['Thai and Japanese names', [slash({ name_localizations: { th: 'ถาม', ja: '質問', 'en-US': 'ask' } })]],
  [
    'Thai and Japanese names of options',
    [slash({ options: [option({ name_localizations: { th: 'คำถาม', ja: '質問' } })] })],
  ],
  ['names that have no lower case', [slash({ name: 'ヘルプ' }), slash({ name: 'ค้นหา' })]],
  [
    'names with spaces and capitals in a menu',
    [menu(), menu({ name: 'Check', name_localizations: { th: 'ตรวจ ข้อความนี้' } })],
  ],
  ['one name for a slash command and a menu', [slash(), menu({ name: 'ask' })]],
  ['25 options', [slash({ options: named(25, (name) => option({ name })) })]],
  ['25 choices', [slash({ options: [option({ choices: named(25, (name) => ({ name, value: name })) })] })]],
  ['a description of 100 characters', [slash({ description: long, description_localizations: { th: long } })]],
  ['lengths up to 6,000', [slash({ options: [option({ min_length: 0, max_length: 6000, autocomplete: true })] })]],
  [
    '100 slash commands and 15 menus',
    [...named(100, (name) => slash({ name })), ...named(15, (name) => menu({ name }))],
  ],
  ['contexts', [slash({ contexts: [0, 1], integration_types: [0] })]],
]

const refused: [string, object[]][] = [
  ['a name with a space', [slash({ name: 'ask me' })]],
  ['a name in capitals', [slash({ name: 'Ask' })]],
  ['a name with a dot in the middle', [slash({ name_localizations: { ja: '検索・質問' } })]],
  ['a Thai name with a space', [slash({ name_localizations: { th: 'ถาม คำถาม' } })]],
  ['a name of 33 characters', [slash({ name: 'a'.repeat(33) })]],
  ['no name', [slash({ name: '' })]],
  ['no description', [slash({ description: '' })]],
  ['a description of 101 characters', [slash({ description: `${long}ก` })]],
  ['a localised description of 101 characters', [slash({ description_localizations: { th: `${long}ก` } })]],
  ['a locale that doesn’t exist', [slash({ name_localizations: { 'th-TH': 'ถาม' } })]],
  ['a description of a menu', [menu({ description: 'no' })]],
  ['options of a menu', [menu({ options: [option()] })]],
  ['26 options', [slash({ options: named(26, (name) => option({ name })) })]],
  ['a required option after an optional one', [slash({ options: [option(), option({ name: 'b', required: true })] })]],
  ['an option’s name used twice', [slash({ options: [option(), option()] })]],
  [
    'an option’s name used twice in one locale',
    [
      slash({
        options: [
          option({ name_localizations: { th: 'ภาษา' } }),
          option({ name: 'b', name_localizations: { th: 'ภาษา' } }),
        ],
      }),
    ],
  ],
  ['26 choices', [slash({ options: [option({ choices: named(26, (name) => ({ name, value: name })) })] })]],
  ['a choice of 101 characters', [slash({ options: [option({ choices: [{ name: `${long}ก`, value: 'a' }] })] })]],
  ['a choice of another type', [slash({ options: [option({ choices: [{ name: 'a', value: 1 }] })] })]],
  [
    'choices that complete themselves',
    [slash({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
  ],
  ['a length above 6,000', [slash({ options: [option({ max_length: 6001 })] })]],
  [
    'more than 8,000 characters',
    [
      slash({
        options: named(25, (name) =>
          option({
            name,
            description: long,
            choices: named(25, (each) => ({ name: `${each} ${'x'.repeat(20)}`, value: each })),
          }),
        ),
      }),
    ],
  ],
  ['101 slash commands', named(101, (name) => slash({ name }))],
  ['16 menus', named(16, (name) => menu({ name }))],
  ['a name used twice', [slash(), slash()]],
  [
    'a name used twice in one locale',
    [slash({ name_localizations: { th: 'ถาม' } }), slash({ name: 'b', name_localizations: { th: 'ถาม' } })],
  ],
]

describe('commands', () => {
  it.each(accepted)('may have %s', async (_, commands) => {
    await using scene = await startScene()
    expect(await put(scene, commands)).toHaveLength(commands.length)
  })

  it.each(refused)('may not have %s', async (_, commands) => {
    await using scene = await startScene()
    expect(await put(scene, commands)).toBe(50_035)
    expect(scene.platform.commands()).toEqual([])
  })

  it('are overwritten all at once: what is missing goes, what stays keeps its id', async () => {
    await using scene = await startScene()
    const { platform, client } = scene
    await put(scene, [slash(), slash({ name: 'help' }), menu()])
    const before = platform.commands()
    await put(scene, [slash({ description: 'Ask anew' })])
    expect(platform.commands()).toMatchObject([{ id: before[0]!.id, name: 'ask', description: 'Ask anew' }])
    expect(platform.commands()[0]!.version).not.toBe(before[0]!.version)
    const listed = await client.rest.get(Routes.applicationCommands(platform.applicationId))
    expect(listed).toMatchObject([{ name: 'ask', application_id: platform.applicationId }])
  })

  it('are listed with their localisations only when asked', async () => {
    await using scene = await startScene()
    const { platform, client } = scene
    await put(scene, [slash({ name_localizations: { th: 'ถาม' } })])
    const route = Routes.applicationCommands(platform.applicationId)
    const query = new URLSearchParams({ with_localizations: 'true' })
    expect(await client.rest.get(route)).not.toMatchObject([{ name_localizations: { th: 'ถาม' } }])
    expect(await client.rest.get(route, { query })).toMatchObject([{ name_localizations: { th: 'ถาม' } }])
  })

  it('of a guild have no contexts, and need a guild that the app is in', async () => {
    await using scene = await startScene()
    const guild = scene.channel.guild!
    expect(await put(scene, [slash({ contexts: [0] })], guild.id)).toBe(50_035)
    expect(await put(scene, [slash()], '1')).toBe(50_001)
    expect(await put(scene, [slash()], guild.id)).toMatchObject([{ guild_id: guild.id }])
    expect(scene.platform.commands(guild)).toHaveLength(1)
  })

  it('may be created only so often a day, and a name that stays costs nothing', async () => {
    let now = Date.now()
    await using scene = await startScene({ commandCreates: 3, now: () => now })
    scene.client.rest.options.rejectOnRateLimit = () => true
    await put(scene, [slash(), slash({ name: 'help' })])
    await put(scene, [slash(), slash({ name: 'help' })])
    await put(scene, [slash()])
    await put(scene, [slash(), slash({ name: 'help' })])
    expect(scene.platform.commands()).toHaveLength(2)
    await expect(
      scene.client.rest.put(Routes.applicationCommands(scene.platform.applicationId), {
        body: [slash({ name: 'more' })],
      }),
    ).rejects.toMatchObject({ name: expect.stringContaining('RateLimitError') })
    expect(scene.platform.journal.at(-1)).toMatchObject({ status: 429, code: 30_034 })
    expect(scene.platform.commands()).toHaveLength(2)
    now += 24 * 3600 * 1000
  })
})

describe('a person, once commands are registered', () => {
  it('can only use them as they’re defined', async () => {
    await using scene = await startScene()
    const { platform, user, channel } = scene
    const ask = new SlashCommandBuilder()
      .setName('ask')
      .setDescription('Ask')
      .setContexts(0)
      .addStringOption((it) =>
        it.setName('question').setDescription('What').setRequired(true).setMaxLength(5).setAutocomplete(true),
      )
      .addStringOption((it) => it.setName('language').setDescription('Which').addChoices({ name: 'ไทย', value: 'th' }))
    await put(scene, [ask.toJSON(), menu()])
    const use = (options: Record<string, string | number>, name = 'ask') =>
      platform.command({ user, channel, name, options })
    expect(() => use({}, 'unknown')).toThrow('no command unknown')
    expect(() => use({})).toThrow('needs question')
    expect(() => use({ question: 'a', other: 'b' })).toThrow('no option other')
    expect(() => use({ question: 5 })).toThrow('takes no number')
    expect(() => use({ question: 'ทดสอบยาว' })).toThrow('too long')
    expect(() => use({ question: 'a', language: 'fr' })).toThrow('no choice')
    expect(() =>
      platform.command({ user, channel: platform.directChannel(user), name: 'ask', options: { question: 'a' } }),
    ).toThrow('cannot be used in a dm')
    expect(() => platform.autocomplete({ user, channel, name: 'ask', option: 'language', typed: 't' })).toThrow(
      'does not complete itself',
    )
    expect(use({ question: 'a', language: 'th' }).commandName).toBe('ask')
    const target = platform.say({ user, channel, content: 'x' })
    expect(() => platform.contextMenu({ user, channel, name: 'ask', target })).toThrow('no command ask')
  })
})
