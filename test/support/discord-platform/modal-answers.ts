import { TYPE } from './component-schema.ts'
import { fieldsOf, type Modal, type ModalField } from './modal-schema.ts'

/** By custom id: a text, the values of a select or of checkboxes, or whether a box is ticked. */
export type FieldValues = Record<string, string | string[] | boolean>

/** What the client sends when a modal is filled in. Throws where it wouldn't let a person send it. */
export function filledIn(modal: Modal, values: FieldValues): object[] {
  const known = fieldsOf(modal).map(({ custom_id }) => custom_id)
  for (const id of Object.keys(values)) if (!known.includes(id)) throw new Error(`The modal has no field ${id}`)
  return modal.components.flatMap((component, at): object[] => {
    const id = component.id || at * 2 + 1
    if (component.type === TYPE.textDisplay) return [{ type: component.type, id }]
    if (component.type === TYPE.label)
      return [{ type: component.type, id, component: answerTo(component.component, values, id + 1) }]
    return [
      { type: component.type, id, components: component.components.map((each) => answerTo(each, values, id + 1)) },
    ]
  })
}

function answerTo(field: ModalField, values: FieldValues, id: number): object {
  const { type, custom_id } = field
  const given = values[custom_id]
  const answer = { type, id: field.id || id, custom_id }
  const required = field.type !== TYPE.checkbox && (field.required ?? true)
  switch (type) {
    case TYPE.textInput: {
      const text = String(given ?? field.value ?? '')
      if (required && text === '') throw new Error(`${custom_id} is required`)
      if (text !== '' && (text.length < (field.min_length ?? 0) || text.length > (field.max_length ?? 4000)))
        throw new Error(`${custom_id} does not take a text of ${text.length}`)
      return { ...answer, value: text }
    }
    case TYPE.radioGroup: {
      if (required && given === undefined) throw new Error(`${custom_id} is required`)
      return { ...answer, value: given ?? null }
    }
    case TYPE.checkbox:
      return { ...answer, value: given ?? field.default ?? false }
    default: {
      const chosen = Array.isArray(given) ? given : []
      if (required && chosen.length === 0) throw new Error(`${custom_id} is required`)
      return { ...answer, values: chosen }
    }
  }
}
