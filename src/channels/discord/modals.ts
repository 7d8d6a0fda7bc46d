import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js'
import type { Language } from '../../vocabulary.ts'
import { customId } from './custom-id.ts'
import { notices } from './notices.ts'
import { fieldNames } from './receive.ts'

/** https://docs.discord.com/developers/components/reference#text-input */
const longestText = 2000
const longestReason = 1000

/** To ask what follows from an answer. */
export function followUpModal(answer: string, language: Language): APIModalInteractionResponseCallbackData {
  const { followUp, question } = notices[language].modal
  return modal(customId('follow-up', answer), followUp, {
    label: question,
    field: { custom_id: fieldNames.question, required: true, max_length: longestText },
  })
}

/** To say why an answer is wrong. `opinion`: the id of the opinion that it explains. */
export function reasonModal(opinion: string, language: Language): APIModalInteractionResponseCallbackData {
  const { reason, reasonLabel, reasonHint } = notices[language].modal
  return modal(customId('why', opinion), reason, {
    label: reasonLabel,
    description: reasonHint,
    field: { custom_id: fieldNames.reason, required: false, max_length: longestReason },
  })
}

function modal(
  custom_id: string,
  title: string,
  {
    label,
    description,
    field,
  }: { label: string; description?: string; field: { custom_id: string; required: boolean; max_length: number } },
): APIModalInteractionResponseCallbackData {
  const component = { type: ComponentType.TextInput as const, style: TextInputStyle.Paragraph, ...field }
  return {
    custom_id,
    title,
    components: [{ type: ComponentType.Label, label, ...(description && { description }), component }],
  }
}
