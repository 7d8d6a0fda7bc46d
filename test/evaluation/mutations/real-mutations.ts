import { LANGUAGES, type StatementSources } from '../../../src/evaluation/mutations/bases.ts'
import { type Lie, readLies } from '../../../src/evaluation/mutations/lies.ts'
import { generateMutations } from '../../../src/evaluation/mutations/mutations.ts'
import { readRealKnowledge } from '../../support/real-knowledge.ts'

export function realSources(): StatementSources {
  const { documentOf: documents, passages } = readRealKnowledge()
  return { documents, passages }
}

export async function realLies(): Promise<Lie[]> {
  const files = LANGUAGES.map((language) => readLies(`test/evaluation/verification/lies.${language}.jsonl`, language))
  return (await Promise.all(files)).flat()
}

/** What `npm run bench:verify` tries. */
export async function realMutations(sources = realSources()) {
  return generateMutations(sources, await realLies())
}
