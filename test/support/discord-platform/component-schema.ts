import { z } from 'zod'
import { broken } from './form-body.ts'

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const TYPE = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const

/**
 * A text of so many UTF-16 units, the most of the ways to count: Discord doesn't say which is its own, and zod's own counts
 * the fewest.
 */
export function text(min: number, max: number, base = z.string()) {
  return base.superRefine((value, context) => {
    if (value.length < min) context.addIssue(broken('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`))
    if (value.length > max) context.addIssue(broken('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`))
  })
}

export const snowflake = z.string().regex(/^\d{1,20}$/)
export const componentId = z.int().min(0).max(2_147_483_647).nullish()
export const customId = text(1, 100)

const emoji = z
  .object({ id: snowflake.nullish(), name: z.string().nullish(), animated: z.boolean().nullish() })
  .superRefine(({ id, name }, context) => {
    if (id == null && !isEmoji(name ?? ''))
      context.addIssue(broken('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji', ['name']))
  })

const LINK = 5
const PREMIUM = 6

export const button = z
  .object({
    type: z.literal(TYPE.button),
    id: componentId,
    style: z.int().min(1).max(PREMIUM),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: text(1, 512).nullish(),
    sku_id: snowflake.nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine(({ style, label, emoji: icon, custom_id, url, sku_id }, context) => {
    const refuse = (key: string, code: string, message: string) => context.addIssue(broken(code, message, [key]))
    if (style === PREMIUM) {
      if (sku_id == null) refuse('sku_id', 'BASE_TYPE_REQUIRED', 'This field is required')
      return
    }
    if (!label && icon == null)
      refuse('label', 'BUTTON_COMPONENT_REQUIRES_LABEL', 'A button must have a label or an emoji')
    if (style === LINK) {
      if (custom_id != null)
        refuse(
          'custom_id',
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
        )
      if (url == null) refuse('url', 'BASE_TYPE_REQUIRED', 'A url is required')
      else if (!isLink(url))
        refuse('url', 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https', 'discord').")
    } else {
      if (custom_id == null) refuse('custom_id', 'BASE_TYPE_REQUIRED', 'A custom id is required')
      if (url != null)
        refuse(
          'url',
          'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
          'A custom id and url cannot both be specified',
        )
    }
  })

export const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
})

const selectFields = {
  id: componentId,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  required: z.boolean().nullish(),
  disabled: z.boolean().nullish(),
}

export const stringSelect = z
  .object({ type: z.literal(TYPE.stringSelect), ...selectFields, options: z.array(option).min(1).max(25) })
  .superRefine(({ options, min_values, max_values }, context) => {
    refuseRepeatedValues(options, context)
    const most = max_values ?? 1
    if (most > options.length || (min_values ?? 1) > most)
      context.addIssue(broken('SELECT_COMPONENT_INVALID_RANGE', 'The range does not fit the options', ['max_values']))
    if (options.filter((each) => each.default).length > most)
      context.addIssue(broken('SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'Too many default values', ['options']))
  })

export const entitySelect = z.object({
  type: z.union([
    z.literal(TYPE.userSelect),
    z.literal(TYPE.roleSelect),
    z.literal(TYPE.mentionableSelect),
    z.literal(TYPE.channelSelect),
  ]),
  ...selectFields,
})

export type Button = z.infer<typeof button>
export type Select = z.infer<typeof stringSelect> | z.infer<typeof entitySelect>

export function refuseRepeatedValues(options: readonly { value: string }[], context: z.core.$RefinementCtx): void {
  const values = options.map(({ value }) => value)
  for (const [at, value] of values.entries()) {
    if (values.indexOf(value) < at)
      context.addIssue(
        broken('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
          at,
        ]),
      )
  }
}

export function isLink(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'discord:'].includes(new URL(url).protocol)
}

function isEmoji(name: string): boolean {
  return /^\p{RGI_Emoji}$/v.test(name) || /^\p{RGI_Emoji}$/v.test(`${name}\ufe0f`)
}
