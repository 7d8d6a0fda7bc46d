import { z } from 'zod'
import { text } from './component-schema.ts'
import { broken } from './form-body.ts'

/** https://docs.discord.com/developers/reference#locales */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  )
export const COMMAND = { chatInput: 1, user: 2, message: 3 } as const
export const OPTION = { string: 3, integer: 4, boolean: 5, number: 10 } as const
/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const MAX_COMMANDS = { [COMMAND.chatInput]: 100, [COMMAND.user]: 15, [COMMAND.message]: 15 }
const MAX_SIZE = 8000

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const slashName = z.string().superRefine((name, context) => {
  if (!/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) || name.length > 32 || name !== name.toLowerCase())
    context.addIssue(broken('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'))
})
const menuName = text(1, 32, z.string().trim())
const description = text(1, 100)
const choiceName = text(1, 100)

function localized<T extends z.ZodType<string>>(schema: T) {
  return z.partialRecord(z.enum(LOCALES), schema).nullish()
}

const choice = z.object({
  name: choiceName,
  name_localizations: localized(choiceName),
  value: z.union([text(0, 100), z.number()]),
})

const option = z
  .object({
    type: z.union([
      z.literal(OPTION.string),
      z.literal(OPTION.integer),
      z.literal(OPTION.boolean),
      z.literal(OPTION.number),
    ]),
    name: slashName,
    name_localizations: localized(slashName),
    description,
    description_localizations: localized(description),
    required: z.boolean().nullish(),
    choices: z.array(choice).max(25).nullish(),
    autocomplete: z.boolean().nullish(),
    min_length: z.int().min(0).max(6000).nullish(),
    max_length: z.int().min(1).max(6000).nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
  })
  .superRefine(({ type, choices, autocomplete, min_length, max_length }, context) => {
    if (autocomplete && choices?.length)
      context.addIssue(
        broken('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Not both choices and autocomplete', [
          'autocomplete',
        ]),
      )
    if (type === OPTION.boolean && (autocomplete || choices?.length))
      context.addIssue(broken('APPLICATION_COMMAND_OPTION_INVALID', 'This type has no choices', ['type']))
    if (type !== OPTION.string && (min_length ?? max_length) != null)
      context.addIssue(broken('APPLICATION_COMMAND_OPTION_INVALID', 'Only strings have a length', ['type']))
    for (const [at, each] of (choices ?? []).entries()) {
      if ((typeof each.value === 'string') !== (type === OPTION.string))
        context.addIssue(
          broken('APPLICATION_COMMAND_OPTION_CHOICE_TYPE', 'Value is not of the option’s type', [
            'choices',
            at,
            'value',
          ]),
        )
    }
    refuseRepeated('APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATE_NAME', choices ?? [], context, ['choices'])
  })

const everywhere = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
}
const slashCommand = z
  .object({
    type: z.literal(COMMAND.chatInput),
    name: slashName,
    description,
    description_localizations: localized(description),
    options: z.array(option).max(25).nullish(),
    ...everywhere,
    name_localizations: localized(slashName),
  })
  .superRefine(({ options }, context) => {
    const all = options ?? []
    refuseRepeated('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', all, context, ['options'])
    const firstOptional = all.findIndex(({ required }) => !required)
    const late = all.findIndex(({ required }, at) => required && firstOptional !== -1 && at > firstOptional)
    if (late !== -1)
      context.addIssue(
        broken(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          ['options', late],
        ),
      )
  })
const menuCommand = z.object({
  type: z.union([z.literal(COMMAND.user), z.literal(COMMAND.message)]),
  name: menuName,
  description: z.literal('').nullish(),
  options: z.array(z.never()).max(0).nullish(),
  ...everywhere,
  name_localizations: localized(menuName),
})

const command = z
  .preprocess(
    (given) =>
      typeof given === 'object' && given !== null && !('type' in given) ? { ...given, type: COMMAND.chatInput } : given,
    z.discriminatedUnion('type', [slashCommand, menuCommand]),
  )
  .superRefine((read, context) => {
    if (sizeOf(read) > MAX_SIZE)
      context.addIssue(broken('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_SIZE})`))
  })

export type Command = z.infer<typeof command>

/** All the commands of an application, or of it in one guild. */
export function commandList(scope: 'global' | 'guild') {
  return z.array(command).superRefine((commands, context) => {
    for (const [type, most] of Object.entries(MAX_COMMANDS)) {
      const ofType = commands.filter((each) => each.type === Number(type))
      if (ofType.length > most)
        context.addIssue(
          broken('APPLICATION_COMMANDS_MAXIMUM', `Maximum number of commands of type ${type} reached (${most})`),
        )
      refuseRepeated('APPLICATION_COMMANDS_DUPLICATE_NAME', ofType, context)
    }
    for (const [at, { contexts, integration_types }] of commands.entries()) {
      if (scope === 'guild' && (contexts ?? integration_types) != null)
        context.addIssue(
          broken('APPLICATION_COMMAND_CONTEXTS_GLOBAL_ONLY', 'Only global commands have contexts', [at, 'contexts']),
        )
    }
  })
}

interface Named {
  name: string
  name_localizations?: Partial<Record<string, string>> | null | undefined
}

/** Names must differ in each locale, as people see them there. */
function refuseRepeated(
  code: string,
  all: readonly Named[],
  context: z.core.$RefinementCtx,
  path: PropertyKey[] = [],
): void {
  for (const locale of [undefined, ...LOCALES]) {
    const shown = all.map(({ name, name_localizations }) => (locale && name_localizations?.[locale]) || name)
    const at = shown.findIndex((name, index) => shown.indexOf(name) < index)
    if (at === -1) continue
    const where = locale === undefined ? ['name'] : ['name_localizations', locale]
    context.addIssue(broken(code, 'Names must be unique', [...path, at, ...where]))
    return
  }
}

/** Characters of names, descriptions and values; of what is localised, the longest. */
function sizeOf(read: z.infer<typeof slashCommand> | z.infer<typeof menuCommand>): number {
  const longest = (text: string | null | undefined, localizations?: object | null) =>
    Math.max(0, ...[text ?? '', ...Object.values(localizations ?? {})].map((each) => String(each).length))
  const options = read.type === COMMAND.chatInput ? (read.options ?? []) : []
  const descriptions = read.type === COMMAND.chatInput ? longest(read.description, read.description_localizations) : 0
  return options.reduce(
    (sum, each) =>
      sum +
      longest(each.name, each.name_localizations) +
      longest(each.description, each.description_localizations) +
      (each.choices ?? []).reduce(
        (total, { name, name_localizations, value }) =>
          total + longest(name, name_localizations) + String(value).length,
        0,
      ),
    longest(read.name, read.name_localizations) + descriptions,
  )
}
