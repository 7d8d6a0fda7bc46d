import { z } from 'zod'
import type { Vocabulary } from '../vocabulary.ts'
import { idSchema } from './parse-document.ts'
import type { Problems } from './problems.ts'
import { OFF_TOPIC, readOptionalFile } from './read-files.ts'
import { readYaml, type YamlContent } from './read-yaml.ts'

export const GLOSSARY = 'glossary.yaml'
export const GAPS = 'gaps.yaml'
export const QUESTIONS = 'questions.yaml'

const wordings = z.array(z.string().trim().min(1)).min(1)
const languages = { th: wordings, en: wordings, ja: wordings }

const termSchema = z.strictObject({
  id: idSchema,
  kind: z.enum([
    'agreement',
    'topic',
    'instrument',
    'side',
    'organisation',
    'person',
    'place',
    'contrary',
    'country',
    'other-agreement',
    'outside',
  ]),
  ...languages,
  slot: idSchema.exactOptional(),
  side: idSchema.exactOptional(),
  contradicts: z.array(idSchema).min(1).exactOptional(),
  broader: idSchema.exactOptional(),
  default: z.boolean().exactOptional(),
  various: z.boolean().exactOptional(),
})
const gapSchema = z.strictObject({
  id: idSchema,
  ...languages,
  nearest: z.array(idSchema).min(1),
  terms: z.array(idSchema).exactOptional(),
  unless: z.array(idSchema).exactOptional(),
})
const questionsSchema = z.strictObject({ clause: idSchema, ...languages })

/** The vocabulary with the way back to the lines on which its entries stand. */
export interface ParsedVocabulary extends Vocabulary {
  lineOf: Record<keyof Vocabulary, YamlContent<unknown>['lineOf']>
}

/** Each of the three files may be missing. Undefined when one is invalid: what refers to it can't be checked then. */
export function readVocabulary(knowledgeDir: string, problems: Problems): ParsedVocabulary | undefined {
  const read = <T>(file: string, schema: z.ZodType<T>, none: T): YamlContent<T> | undefined => {
    const found = readOptionalFile(knowledgeDir, file, problems)
    if (found === 'unreadable') return undefined
    return found ? readYaml(found, schema, problems) : { value: none, lineOf: () => 1 }
  }
  const glossary = read(GLOSSARY, z.strictObject({ terms: z.array(termSchema) }), { terms: [] })
  const gaps = read(GAPS, z.strictObject({ gaps: z.array(gapSchema) }), { gaps: [] })
  const questions = read(QUESTIONS, z.strictObject({ questions: z.array(questionsSchema) }), { questions: [] })
  if (!glossary || !gaps || !questions) return undefined
  return {
    ...glossary.value,
    ...gaps.value,
    ...questions.value,
    lineOf: { terms: glossary.lineOf, gaps: gaps.lineOf, questions: questions.lineOf },
  }
}

/** Questions about other things, one a line; lines that begin with `#` are comments. */
export function readOffTopic(knowledgeDir: string, problems: Problems): string[] {
  const found = readOptionalFile(knowledgeDir, OFF_TOPIC, problems)
  if (found === undefined || found === 'unreadable') return []
  return found.source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
