import type { RunnableConfig } from '@langchain/core/runnables'
import type { Embedder } from '../models/embedder.ts'
import type { Evidence, Finding, PassageProfile, Question, QuestionPart, Retrieval } from '../question.ts'
import type { SearchIndex } from '../search-index/search-index.ts'
import { createLexicon, type Lexicon } from '../text/lexicon.ts'
import { termsOf } from '../text/terms.ts'
import type { Language } from '../vocabulary.ts'
import { createQuestionAnalyst } from './analyse-question.ts'
import { chooseEvidence } from './choose-evidence.ts'
import { completeFollowUp } from './complete-follow-up.ts'
import { createProfiler } from './passage-profile.ts'
import { rankPassages } from './rank-passages.ts'
import { createTermScorer, sharesDate, type TermScorer } from './score-passages.ts'

export interface RetrievalRequest {
  question: string
  /** Of the answer, when it isn't to be the question's own. */
  language?: Language
  /** Earlier questions of the conversation, oldest first. */
  history?: readonly string[]
}

export interface Retriever {
  lexicon: Lexicon
  /** `config`: callbacks of the LangChain run that it's a part of. */
  retrieve(request: RetrievalRequest, config?: RunnableConfig): Promise<Retrieval>
}

interface LanguagePassages {
  profiles: PassageProfile[]
  scorer: TermScorer
}

export interface RetrieverOptions {
  embedder: Embedder
  /** Of the vectors' similarity beside the terms' 1; 0 leaves them out. */
  vectorWeight: number
  /** The question is then searched for by its terms alone. */
  onEmbeddingFailure?: (error: unknown) => void
}

export function createRetriever(index: SearchIndex, options: RetrieverOptions): Retriever {
  const { embedder, vectorWeight, onEmbeddingFailure } = options
  const lexicon = createLexicon(index.vocabulary)
  const profile = createProfiler(index, lexicon)
  const indexWords = lazily(
    () =>
      new Set(
        index.passages.flatMap(({ text, headings }) => termsOf([...headings, text].join('\n')).map(({ term }) => term)),
      ),
  )
  const analyst = createQuestionAnalyst(lexicon, (word) => indexWords().has(word))
  const byLanguage = new Map<Language, LanguagePassages>()

  const passagesIn = (language: Language): LanguagePassages => {
    const known = byLanguage.get(language)
    if (known !== undefined) return known
    const proofs = new Set(index.passages.flatMap(provingPassages))
    const profiles = index.passages
      .map((_, ordinal) => ordinal)
      // What a clause summarises is cited through the clause.
      .filter((ordinal) => !proofs.has(index.passages[ordinal]!.id) && speaks(index.passages[ordinal]!, language))
      .map(profile)
    const passages = { profiles, scorer: createTermScorer(lexicon, profiles) }
    byLanguage.set(language, passages)
    return passages
  }
  const nearestClauses = (gap: string, { profiles }: LanguagePassages): Evidence[] =>
    lexicon
      .gap(gap)!
      .nearest.map((clause) => profiles.find((candidate) => candidate.passage.clause === clause))
      .filter((candidate) => candidate !== undefined)
      .map((candidate) => ({ profile: candidate, score: 1 }))

  const find = (part: QuestionPart, question: Question, fused: Float32Array, relevance: number): Finding => {
    const passages = passagesIn(question.language)
    const gap = [...part.gaps][0]
    const byRank = passages.profiles.toSorted((a, b) => fused[b.ordinal]! - fused[a.ordinal]!)
    const asEvidence = (profile: PassageProfile): Evidence => ({ profile, score: fused[profile.ordinal]! })
    if (gap !== undefined) {
      const stating = byRank.find((profile) => profile.gaps.has(gap))
      if (stating !== undefined) return { kind: 'stated', part, evidence: [asEvidence(stating)] }
    }
    const choice = chooseEvidence(part, passages.profiles, passages.scorer, fused, {
      isWhole: question.parts.length === 1,
    })
    if (gap !== undefined) return { kind: 'gap', part, gap, nearest: nearestClauses(gap, passages), ...choice }
    if (choice.evidence.length > 0) return { kind: 'stated', part, ...choice }
    const best = byRank[0]
    const saysNothing = part.terms.size === 0 && part.contentWords === 0
    if (best === undefined || choice.isOfAnother || saysNothing || relevance < index.refusalRatio)
      return { kind: 'nothing', part }
    // A clause is one sentence, and unknown words are most likely what it lacks; prose may well have them in other words.
    const isUnknown = best.passage.clause !== undefined && part.unknown.length > 0
    return isUnknown ? { kind: 'nothing', part } : { kind: 'stated', part, evidence: [asEvidence(best)] }
  }

  const embed = async (text: string) => {
    if (vectorWeight === 0) return undefined
    try {
      return (await embedder.embed([text]))[0]
    } catch (error) {
      onEmbeddingFailure?.(error)
      return undefined
    }
  }

  return {
    lexicon,
    async retrieve({ question: text, language, history = [] }) {
      const previous = history.reduce<Question | undefined>(
        (before, earlier) => completeFollowUp(analyst.analyse(earlier), before, lexicon),
        undefined,
      )
      const completed = completeFollowUp(analyst.analyse(text), previous, lexicon)
      const question = language === undefined ? completed : { ...completed, language }
      const terms = [
        ...termsOf(question.text),
        ...[...question.reading.terms].map((id) => ({ term: `#${id}`, weight: 1 })),
      ]
      const vector = await embed(question.text)
      const fused = rankPassages(index, vector === undefined ? { terms } : { terms, vector }, { vectorWeight })
      const relevance = index.lexical.relevance(terms)

      const onTopic = !isElsewhere(question, lexicon)
      const findings = question.parts.map((part) => find(part, question, fused, relevance))
      const found = findings.some((finding) => finding.kind !== 'nothing')
      return {
        question,
        onTopic: onTopic && (found || [...question.reading.terms].some((id) => lexicon.term(id)?.kind === 'agreement')),
        findings,
        related: relatedTo(question, findings, passagesIn(question.language).profiles, lexicon),
      }
    },
  }
}

/** Does the question speak of another agreement or country, or of something that no agreement is about? */
function isElsewhere(question: Question, lexicon: Lexicon): boolean {
  const kinds = new Set([...question.reading.terms].map((id) => lexicon.term(id)?.kind ?? ''))
  if (kinds.has('country') || kinds.has('other-agreement')) return true
  return kinds.has('outside') && !kinds.has('agreement')
}

/** What else speaks of the question's dates and names. */
function relatedTo(
  { parts }: Question,
  findings: readonly Finding[],
  profiles: readonly PassageProfile[],
  lexicon: Lexicon,
): Evidence[] {
  const found = new Set(
    findings.flatMap((finding) => (finding.kind === 'stated' ? finding.evidence : [])).map((e) => e.profile),
  )
  const isName = (id: string) => ['person', 'place', 'organisation'].includes(lexicon.term(id)?.kind ?? '')
  const names = parts.flatMap((part) => [...part.terms].filter(isName))
  const dates = parts.flatMap((part) => part.dates)
  return profiles
    .filter((profile) => !found.has(profile))
    .filter(
      (profile) => dates.some((date) => sharesDate(date, profile)) || names.some((name) => profile.terms.has(name)),
    )
    .map((profile) => ({ profile, score: 1 }))
}

function provingPassages({ sentences = [] }: SearchIndex['passages'][number]): string[] {
  return sentences.flatMap(({ proofs }) => proofs.flatMap((proof) => (proof.kind === 'quote' ? [proof.passageId] : [])))
}

/** Clauses are read in the language of the answer; what has no version in it is shown as it is. */
function speaks({ language, clause }: SearchIndex['passages'][number], asked: Language): boolean {
  return language === asked || clause === undefined
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
