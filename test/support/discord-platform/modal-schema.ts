import { z } from 'zod'
import {
  componentId,
  customId,
  entitySelect,
  option,
  refuseRepeatedValues,
  stringSelect,
  TYPE,
  text,
} from './component-schema.ts'
import { broken } from './form-body.ts'
import { textDisplay } from './layout-schema.ts'

const field = { id: componentId, custom_id: customId, required: z.boolean().nullish() }

const textInput = z
  .object({
    type: z.literal(TYPE.textInput),
    ...field,
    style: z.union([z.literal(1), z.literal(2)]),
    /** Only of one that stands in an action row. */
    label: text(1, 45).nullish(),
    min_length: z.int().min(0).max(4000).nullish(),
    max_length: z.int().min(1).max(4000).nullish(),
    value: text(0, 4000).nullish(),
    placeholder: text(0, 100).nullish(),
  })
  .superRefine(({ min_length, max_length, value }, context) => {
    if ((min_length ?? 0) > (max_length ?? 4000))
      context.addIssue(broken('TEXT_INPUT_INVALID_RANGE', 'min_length is greater than max_length', ['min_length']))
    if (value && (value.length < (min_length ?? 0) || value.length > (max_length ?? 4000)))
      context.addIssue(broken('BASE_TYPE_BAD_LENGTH', 'The value does not fit its own lengths', ['value']))
  })

const range = { min_values: z.int().min(0).max(10).nullish(), max_values: z.int().min(1).max(10).nullish() }
const options = (min: number) =>
  z
    .array(option.omit({ emoji: true }))
    .min(min)
    .max(10)
const fileUpload = z.object({ type: z.literal(TYPE.fileUpload), ...field, ...range })
const radioGroup = z
  .object({ type: z.literal(TYPE.radioGroup), ...field, options: options(2) })
  .superRefine((group, context) => refuseRepeatedValues(group.options, context))
const checkboxGroup = z
  .object({ type: z.literal(TYPE.checkboxGroup), ...field, ...range, options: options(1) })
  .superRefine((group, context) => refuseRepeatedValues(group.options, context))
const checkbox = z.object({
  type: z.literal(TYPE.checkbox),
  id: componentId,
  custom_id: customId,
  default: z.boolean().nullish(),
})

const modalField = z.discriminatedUnion('type', [
  textInput,
  stringSelect,
  entitySelect,
  fileUpload,
  radioGroup,
  checkboxGroup,
  checkbox,
])

const label = z
  .object({
    type: z.literal(TYPE.label),
    id: componentId,
    label: text(1, 45),
    description: text(0, 100).nullish(),
    component: modalField,
  })
  .superRefine(({ component }, context) => {
    const refuse = (key: string, code: string, message: string) =>
      context.addIssue(broken(code, message, ['component', key]))
    if ('disabled' in component && component.disabled)
      refuse('disabled', 'MODAL_COMPONENT_CANNOT_BE_DISABLED', 'Modals cannot have disabled components')
    const required = component.type !== TYPE.checkbox && (component.required ?? true)
    if (required && 'min_values' in component && component.min_values === 0)
      refuse('min_values', 'COMPONENT_REQUIRED_MIN_VALUES', 'Must be at least 1 when the component is required')
  })

/** Deprecated by Discord in favour of labels. */
const inputRow = z
  .object({
    type: z.literal(TYPE.actionRow),
    id: componentId,
    components: z.array(z.discriminatedUnion('type', [textInput])).length(1),
  })
  .superRefine(({ components }, context) => {
    if (components[0]?.label == null)
      context.addIssue(broken('BASE_TYPE_REQUIRED', 'This field is required', ['components', 0, 'label']))
  })

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export const modal = z
  .object({
    custom_id: customId,
    title: text(1, 45),
    components: z
      .array(z.discriminatedUnion('type', [label, inputRow, textDisplay]))
      .min(1)
      .max(5),
  })
  .superRefine((shown, context) => {
    const ids = fieldsOf(shown).map(({ custom_id }) => custom_id)
    if (new Set(ids).size < ids.length)
      context.addIssue(
        broken('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', ['components']),
      )
  })

export type Modal = z.infer<typeof modal>
export type ModalField = z.infer<typeof modalField>

/** What a person fills in, in order. */
export function fieldsOf({ components }: Pick<Modal, 'components'>): ModalField[] {
  return components.flatMap((component): ModalField[] => {
    if (component.type === TYPE.label) return [component.component]
    return component.type === TYPE.actionRow ? component.components : []
  })
}
