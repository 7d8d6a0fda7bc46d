import type { WritingRequest } from './language-model.ts'

/** By what a server is told to write JSON: an enforced schema, the arguments of a tool, or the prompt alone. */
export type WritingFormat = 'schema' | 'tool' | 'text'

/** What is used of OpenAI's protocol; servers that speak it don't all know all of it. */
export interface WritingWay {
  format: WritingFormat
  /** Asks for the tokens used. */
  usage: boolean
  /** Asks for the likeliest words, which reasoning models refuse. */
  temperature: boolean
}

export type RefusedPart = keyof WritingWay

export const FULL_WAY: WritingWay = { format: 'schema', usage: true, temperature: true }

const NEXT_FORMAT = { schema: 'tool', tool: 'text', text: undefined } as const

export interface PartRefusal {
  /** What a server minds in a request, or takes no notice of. */
  refused?: RefusedPart
  /** False when that is a guess. */
  named?: boolean
}

/**
 * The way to try after a refusal; undefined when there's none. Once a way has worked, a refusal that names nothing is of the one
 * request, and not of what the server knows.
 */
export function nextWay(way: WritingWay, { refused, named }: PartRefusal, isProven: boolean): WritingWay | undefined {
  if (refused === undefined || (named === false && isProven)) return undefined
  if (refused !== 'format' && way[refused]) return { ...way, [refused]: false }
  const format = NEXT_FORMAT[way.format]
  if (format !== undefined) return { ...way, format }
  // Nothing else is left that it may mind.
  const isBare = !way.usage && !way.temperature
  return named === false && !isBare ? { ...way, usage: false, temperature: false } : undefined
}

/** The messages, and what ChatOpenAI's call is told beside them. */
export function requestIn(way: WritingWay, { system, user, name, schema }: WritingRequest) {
  const messages = (instructions: string): [string, string][] => [
    ['system', instructions],
    ['user', user],
  ]
  const usage = way.usage ? { stream_options: { include_usage: true } } : {}
  if (way.format === 'schema') {
    const json_schema = { name, strict: true, schema }
    return {
      messages: messages(system),
      call: { ...usage, response_format: { type: 'json_schema' as const, json_schema } },
    }
  }
  if (way.format === 'tool') {
    const tool = { type: 'function' as const, function: { name, description: 'Takes the answer.', parameters: schema } }
    return { messages: messages(system), call: { ...usage, tools: [tool], tool_choice: name } }
  }
  return { messages: messages(`${system}\n\n${inWords(schema)}`), call: usage }
}

function inWords(schema: object): string {
  return `Write one JSON object and nothing else: no prose, no code fence. It follows this JSON Schema:\n${JSON.stringify(schema)}`
}
