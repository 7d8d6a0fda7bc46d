import type { Language } from '../../vocabulary.ts'

/**
 * What a button or a modal asks for. `th`, `en`, `ja`: the same in that language · `up`, `down`: what the person thinks of
 * the answer · `why`: the reason, whose id is the opinion's · `next`: one of the suggested questions, whose place among them is
 * the value chosen.
 */
export type Action = 'passages' | 'follow-up' | 'share' | 'thread' | 'up' | 'down' | 'why' | 'next' | Language

const actions: readonly string[] = [
  'passages',
  'follow-up',
  'share',
  'thread',
  'up',
  'down',
  'why',
  'next',
  'th',
  'en',
  'ja',
] satisfies Action[]

/** `id` is the answer's, or what `Action` says. Ids alone: a button may be pressed years later, and what it carries can be read by anybody. */
export function customId(action: Action, id: string): string {
  return `v1:${action}:${id}`
}

/** Undefined for what this version doesn't know: made by another, or by nobody. */
export function parseCustomId(text: string): { action: Action; id: string } | undefined {
  const [, action, id] = /^v1:([a-z-]+):([A-Za-z0-9-]{1,64})$/.exec(text) ?? []
  return id !== undefined && isAction(action) ? { action, id } : undefined
}

function isAction(text: string | undefined): text is Action {
  return text !== undefined && actions.includes(text)
}
