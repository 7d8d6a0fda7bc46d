import { createVerifier, type Verifier } from '../../src/answer/verify/verify.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { readRealKnowledge } from './real-knowledge.ts'

/** Verification with the glossary that Accord ships with. */
export function realVerifier(): Verifier {
  const { vocabulary, passages } = readRealKnowledge()
  return createVerifier({ lexicon: createLexicon(vocabulary), passages })
}
