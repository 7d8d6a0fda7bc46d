import { z } from 'zod'
import { actionUri, carried, complain, graphemes, shown } from './fields.ts'

type ActionType =
  | 'postback'
  | 'message'
  | 'uri'
  | 'datetimepicker'
  | 'clipboard'
  | 'camera'
  | 'cameraRoll'
  | 'location'
  | 'richmenuswitch'

/** Where it stands decides on its label: https://developers.line.biz/en/reference/messaging-api/#action-object-label-spec */
interface Place {
  label: { limit: number; required: boolean }
  types: readonly ActionType[]
  /** Quick replies: neither the deprecated `text` of a postback nor `altUri` works there. */
  plain?: boolean
}

const EVERYWHERE: readonly ActionType[] = ['postback', 'message', 'uri', 'datetimepicker', 'clipboard']

export const flexButtonAction = () => action({ label: { limit: 40, required: true }, types: EVERYWHERE })
export const flexAction = () => action({ label: { limit: 40, required: false }, types: EVERYWHERE })
export const templateAction = () => action({ label: { limit: 20, required: true }, types: EVERYWHERE })
export const imageCarouselAction = () => action({ label: { limit: 12, required: false }, types: EVERYWHERE })
export const quickReplyAction = () =>
  action({
    label: { limit: 20, required: true },
    types: [...EVERYWHERE, 'camera', 'cameraRoll', 'location'],
    plain: true,
  })
export const richMenuAction = () =>
  action({ label: { limit: 20, required: false }, types: [...EVERYWHERE, 'richmenuswitch'] })

const ALIAS = /^[a-z0-9_-]{1,32}$/

function action({ label: { limit, required }, types, plain = false }: Place) {
  const text = shown(limit, graphemes)
  const label = required ? text : text.exactOptional()
  const postback = z
    .strictObject({
      type: z.literal('postback'),
      label,
      data: carried(300),
      displayText: shown(300, graphemes).exactOptional(),
      ...(!plain && { text: shown(300, graphemes).exactOptional() }),
      inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).exactOptional(),
      fillInText: shown(300, graphemes).exactOptional(),
    })
    .superRefine((given, context) => {
      if ('text' in given && given.displayText !== undefined) complain(context, 'invalid property', ['text'])
      if (given.fillInText !== undefined && given.inputOption !== 'openKeyboard')
        complain(context, 'invalid property', ['fillInText'])
    })
  const altUri = z.strictObject({ desktop: actionUri() }).exactOptional()
  const all = [
    postback,
    z.strictObject({ type: z.literal('message'), label, text: shown(300, graphemes) }),
    z.strictObject({ type: z.literal('uri'), label, uri: actionUri(), ...(!plain && { altUri }) }),
    datetimePicker(label),
    z.strictObject({ type: z.literal('clipboard'), label, clipboardText: carried(1_000) }),
    z.strictObject({ type: z.literal('camera'), label }),
    z.strictObject({ type: z.literal('cameraRoll'), label }),
    z.strictObject({ type: z.literal('location'), label }),
    z.strictObject({
      type: z.literal('richmenuswitch'),
      label,
      richMenuAliasId: z.string().regex(ALIAS, 'invalid richMenuAliasId'),
      data: carried(300),
    }),
  ] as const
  return z
    .discriminatedUnion('type', all)
    .refine(({ type }) => types.includes(type), { error: 'invalid action type', path: ['type'] })
}

/** https://developers.line.biz/en/reference/messaging-api/#date-and-time-format */
const MOMENTS = {
  date: /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$|^2100-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^(?:(?:19|20)\d{2}|2100)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d$/,
}

function datetimePicker<Label extends z.ZodType>(label: Label) {
  return z
    .strictObject({
      type: z.literal('datetimepicker'),
      label,
      data: carried(300),
      mode: z.enum(['date', 'time', 'datetime']),
      initial: z.string().exactOptional(),
      max: z.string().exactOptional(),
      min: z.string().exactOptional(),
    })
    .superRefine((given, context) => {
      // The label's type is generic, which hides the others' from the compiler.
      const { mode, initial, max, min } = given as { mode: keyof typeof MOMENTS } & Record<string, string | undefined>
      for (const [name, value] of Object.entries({ initial, max, min })) {
        if (value !== undefined && !MOMENTS[mode].test(value)) complain(context, 'invalid format', [name])
      }
      if (max !== undefined && min !== undefined && min.toUpperCase() >= max.toUpperCase())
        complain(context, 'must be less than max', ['min'])
    })
}
