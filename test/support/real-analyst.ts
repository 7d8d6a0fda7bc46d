import { createTextAnalyst, type TextAnalysis } from '../../src/answer/verify/analyse-text.ts'
import { createVerifier, type Verdict } from '../../src/answer/verify/verify.ts'
import { createLexicon, type Lexicon } from '../../src/text/lexicon.ts'
import { readFacts } from '../../src/text/stray-facts.ts'
import { buildDocument, buildEvidence, buildPassage } from './build-passage.ts'
import { readRealKnowledge } from './real-knowledge.ts'

export interface RealAnalyst {
  lexicon: Lexicon
  /** A text as the rules read it. */
  analyse(text: string): TextAnalysis
  /** Of a statement over whole passages of a document of nobody's. */
  verdictOn(text: string, ...quotes: string[]): Verdict
}

/** The rules with the glossary that Accord ships with, and none of its passages. */
export function realAnalyst(): RealAnalyst {
  const lexicon = createLexicon(readRealKnowledge().vocabulary)
  const analyse = createTextAnalyst(lexicon)
  const { verify } = createVerifier({ lexicon, passages: [] })
  return {
    lexicon,
    analyse: (text) => analyse(readFacts(text)),
    verdictOn(text, ...quotes) {
      const passages = quotes.map((quote, at) => buildPassage(quote, { id: `doc#p${at + 1}` }))
      const draft = { text, quotes: passages.map((passage) => ({ passageId: passage.id, quote: passage.text })) }
      return verify(draft, buildEvidence(passages, [buildDocument(quotes.join('\n'))]))
    },
  }
}
