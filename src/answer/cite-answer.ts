import { canonical } from '../text/canonical.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Document, Passage, Statement, Vocabulary } from '../vocabulary.ts'
import { type Citer, createCiter } from './cite.ts'
import { leftUnsaid } from './cover-composed.ts'
import type { VerifiedStatement } from './draft.ts'
import type { DraftCache } from './draft-cache.ts'
import type { Checked, Cited, Dropped, Found, ModelAsked, Provable, Stage, VerifiedDraft } from './stream.ts'
import { suggestQuestions } from './suggest-questions.ts'
import { RULES } from './verify/verify.ts'

export interface CitingOptions {
  version: string
  documents: ReadonlyMap<string, Document>
  passages: ReadonlyMap<string, Passage>
  vocabulary: Vocabulary
  lexicon: Lexicon
  /** Makes a receipt's id: short enough to be read out, unlike any other. */
  newId: () => string
  cache?: DraftCache
}

/** All that was verified for one question. */
interface Outcome {
  found: Found
  composed: VerifiedDraft
  asked: ModelAsked | undefined
  said: Provable[]
  dropped: Dropped[]
  failed: string | undefined
}

/** Numbers the sources of what was verified, shows each statement at once, and ends with the whole answer and its receipt. */
export function createCiteStage(options: CitingOptions): Stage<Checked, Cited> {
  return async function* cite(input) {
    let outcome: Outcome | undefined
    let citer = createCiter(options.documents, options.passages)
    const show = ({ verified }: Provable): Cited => {
      const statement = citeStatement(verified, citer)
      const sources = citer.sources().filter(({ number }) => statement.citations.includes(number))
      return { kind: 'statement', statement: { ...statement, sources } }
    }
    for await (const item of input) {
      if (item.kind === 'composed') outcome = { ...item, said: [], dropped: [], failed: undefined }
      else if (item.kind === 'failed') outcome!.failed = item.why
      else if (item.kind === 'dropped') outcome!.dropped.push(item.dropped)
      else if (!repeats(item.statement, outcome!.said)) {
        outcome!.said.push(item.statement)
        yield show(item.statement)
      }
    }
    if (outcome === undefined) return
    const { composed, said, failed, found } = outcome
    const isGenerated = said.length > 0 && failed === undefined
    // Numbers begin anew: of what was shown before the model failed nothing is kept.
    if (!isGenerated) citer = createCiter(options.documents, options.passages)
    const rest = isGenerated
      ? leftUnsaid(composed.statements, said, found.retrieval.question, options.lexicon)
      : composed.statements
    for (const statement of rest) yield show(statement)
    if (isGenerated && outcome.asked !== undefined) {
      const drafts = said.map(({ draft }) => draft)
      if (options.cache?.find(found, outcome.asked) === undefined) options.cache?.keep(found, outcome.asked, drafts)
    }
    yield concludeAnswer(outcome, [...(isGenerated ? said : []), ...rest], isGenerated, citer, options)
  }
}

function concludeAnswer(
  { found: { request, retrieval }, composed, asked, dropped, failed }: Outcome,
  provable: readonly Provable[],
  isGenerated: boolean,
  citer: Citer,
  { version, passages, vocabulary, newId }: CitingOptions,
): Cited {
  const { language } = retrieval.question
  const statements = provable.map(({ verified }) => citeStatement(verified, citer))
  const notes = composed.notes.map((note) => ({ kind: note.kind, ...citeStatement(note.verified, citer) }))
  const sources = citer.sources()
  const cited = new Set(sources.flatMap(({ clause }) => clause ?? []))
  const id = newId()
  // The composer had something to say, and none of it passed.
  const status = statements.length === 0 && composed.dropped.length > 0 ? 'not-stated' : composed.status
  const mode = isGenerated ? 'generated' : 'extractive'
  const fallback = asked === undefined || isGenerated ? undefined : (failed ?? 'nothing-verified')
  return {
    kind: 'answer',
    answer: {
      id,
      question: request.question,
      language,
      status,
      mode,
      statements,
      notes,
      sources,
      suggestions: suggestQuestions(vocabulary, passages.values(), cited, language),
      indexVersion: version,
    },
    receipt: {
      id,
      language,
      status,
      mode,
      ...(asked !== undefined && { model: asked.model }),
      ...(fallback !== undefined && { fallback }),
      indexVersion: version,
      passages: [...new Set(sources.map(({ passageId }) => passageId))].map((passageId) => ({
        id: passageId,
        hash: passages.get(passageId)!.hash,
      })),
      statements: provable.map(({ draft }) => draft),
      notes: composed.notes.filter(({ draft }) => draft.quotes.length > 0).map(({ draft }) => draft),
      rules: RULES.filter((rule) => provable.every(({ rules }) => rules.includes(rule))),
      dropped: [...composed.dropped, ...dropped],
    },
  }
}

function citeStatement({ text, quotes }: VerifiedStatement, citer: Citer): Statement {
  return { text, citations: [...new Set(quotes.map(citer.cite))] }
}

function repeats({ verified }: Provable, said: readonly Provable[]): boolean {
  const text = canonical(verified.text)
  return said.some((other) => canonical(other.verified.text) === text)
}
