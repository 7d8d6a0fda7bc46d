import { createTextAnalyst, type TextAnalysis } from '../../src/answer/verify/analyse-text.ts'
import { createLexicon, type Lexicon } from '../../src/text/lexicon.ts'
import { readFacts } from '../../src/text/stray-facts.ts'
import { readRealKnowledge } from './real-knowledge.ts'

export interface RealAnalyst {
  lexicon: Lexicon
  analyse(text: string): TextAnalysis
}

/** A text as the rules read it, with the glossary that Accord ships with. */
export function realAnalyst(): RealAnalyst {
  const lexicon = createLexicon(readRealKnowledge().vocabulary)
  const analyse = createTextAnalyst(lexicon)
  return { lexicon, analyse: (text) => analyse(readFacts(text)) }
}
