import type { Meaning } from '../../text/meanings.ts'
import type { TextAnalysis, Word } from './analyse-text.ts'
import { isGrammarWord } from './grammar-words.ts'

/** Verbs whose doer and whose object can be mistaken for each other. */
const VERBS: ReadonlySet<string> = new Set(['support', 'promote', 'reflect'])
const PASSIVE_BEFORE = /(?:\b(?:is|are|was|were|be|been|being|get|gets) |ได้รับ(?:การ)?|ถูก)$/u
/** 利用促進 is one noun. */
const HAN = /\p{sc=Han}/u
const PARTICLE_OF_OBJECT = /^(?:へ|を|の|に)/u
/** Between a subject and its verb: "agencies will jointly support", 機関が支援. */
const SUBJECT_JOINT = /^(?: ?(?:will|would|may|must|can|also|jointly|จะ|ได้|ร่วม|ร่วมกัน|が|は) ?| )?$/u

/**
 * What the quotes have behind a verb, as what's done to, must not be what does it in the statement: "supporting agencies" is
 * not "agencies support". Returns the word that does.
 */
export function checkVerbs(statement: TextAnalysis, supports: readonly TextAnalysis[]): string | undefined {
  const turned = SUPPORT_FROM.exec(statement.compact)?.[0]
  if (turned !== undefined && !supports.some(({ compact }) => SUPPORT_FROM.test(compact))) return turned
  for (const verb of statement.meanings.filter(({ ids }) => ids.some((id) => VERBS.has(id)))) {
    const subject = subjectOf(verb, statement)
    if (subject === undefined) continue
    const told = supports.flatMap((support) => sidesOf(subject, verb, support))
    if (told.length > 0 && told.every((side) => side === 'object')) return subject.text
  }
  return undefined
}

/** Support for somebody is not support from him. */
const SUPPORT_FROM = /\bsupport(?:s|ed)? from\b|สนับสนุนจาก|から(?:の)?支援/u
/** 機関が団体を支援する. */
const JAPANESE_SUBJECT = /^が[^。が]*を$/u

function subjectOf(verb: Meaning, { compact, words }: TextAnalysis): Word | undefined {
  const far = words.findLast(({ end }) => end <= verb.start && JAPANESE_SUBJECT.test(compact.slice(end, verb.start)))
  if (far !== undefined) return far
  if (PASSIVE_BEFORE.test(compact.slice(0, verb.start))) return undefined
  const word = words.findLast(({ end }) => end <= verb.start)
  if (word === undefined || isGrammarWord(word.text)) return undefined
  const between = compact.slice(word.end, verb.start)
  if (!SUBJECT_JOINT.test(between) || (between === '' && HAN.test(word.text))) return undefined
  return PARTICLE_OF_OBJECT.test(compact.slice(word.end)) ? undefined : word
}

/** On which side of the same verb a word stands in a quote: ahead of it, where its doer is, or behind. In Japanese objects go ahead. */
function sidesOf(subject: Word, verb: Meaning, support: TextAnalysis): ('doer' | 'object')[] {
  const verbs = support.meanings.filter(({ ids }) => ids.some((id) => VERBS.has(id) && verb.ids.includes(id)))
  if (verbs.length === 0) return []
  return support.words
    .filter(({ text }) => text === subject.text)
    .map(({ start, end }) => {
      const isObject = verbs.some((other) => other.end <= start) || PARTICLE_OF_OBJECT.test(support.compact.slice(end))
      const isDoer = verbs.some((other) => end <= other.start) && !PARTICLE_OF_OBJECT.test(support.compact.slice(end))
      return isObject && !isDoer ? 'object' : 'doer'
    })
}
