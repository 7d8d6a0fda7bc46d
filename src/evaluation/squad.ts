import { z } from 'zod'
import { AccordError } from '../errors.ts'
import { splitProse } from '../ingest/split-prose.ts'
import type { Embedder } from '../models/embedder.ts'
import { type RankWeights, rankPassages } from '../retrieve/rank-passages.ts'
import { bestMatches } from '../search-index/best-matches.ts'
import { createIndexInMemory, type SearchIndex } from '../search-index/search-index.ts'
import { termsOf } from '../text/terms.ts'
import type { Passage, Span } from '../vocabulary.ts'

export interface SquadScores {
  questions: number
  passages: number
  /** Share of the questions whose answer stands in the best passage, and in one of the best five. */
  recallAt1: number
  recallAt5: number
  /** Mean of 1 ÷ rank of the first passage with the answer, 0 beyond the tenth. */
  mrrAt10: number
  millisecondsPerQuery: number
}

export interface SquadOptions {
  embedder: Embedder
  weights?: RankWeights
  /** Milliseconds, monotonic. */
  now: () => number
}

const squadSchema = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              question: z.string(),
              answers: z.array(z.object({ text: z.string().min(1), answer_start: z.int().nonnegative() })),
            }),
          ),
        }),
      ),
    }),
  ),
})

interface Question {
  text: string
  /** Ordinals of the passages that hold its answer. */
  gold: ReadonlySet<number>
}

/**
 * Measures retrieval on a collection in SQuAD's format, each article's title as the heading of its passages and each
 * paragraph as their section. Questions without an answer are left out. Throws an AccordError for any other format.
 */
export async function evaluateSquad(json: unknown, options: SquadOptions): Promise<SquadScores> {
  const { passages, sections, sectionOf, questions } = readSquad(json)
  const { embedder, now, weights = {} } = options
  const headed = passages.map(({ headings, text }) => [...headings, text].join('\n'))
  const vectors = await embedder.embed(headed)
  const index = createIndexInMemory({
    documents: [],
    passages,
    vocabulary: { terms: [], gaps: [], questions: [] },
    units: headed.map(termsOf),
    sections: sections.map(termsOf),
    sectionOf,
    vectors: joinRows(vectors, embedder.dimension),
    embedding: { model: embedder.model, dimension: embedder.dimension },
    refusalRatio: 0,
    recipe: '',
  })
  const started = now()
  const ranks: number[] = []
  for (const { text, gold } of questions) ranks.push(await rankOfGold(index, text, gold, embedder, weights))
  const share = (atMost: number) => ranks.filter((rank) => rank <= atMost).length / ranks.length
  return {
    questions: questions.length,
    passages: passages.length,
    recallAt1: share(1),
    recallAt5: share(5),
    mrrAt10: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length,
    millisecondsPerQuery: (now() - started) / ranks.length,
  }
}

/** From 1; infinite when none of the first ten holds the answer. */
async function rankOfGold(
  index: SearchIndex,
  question: string,
  gold: ReadonlySet<number>,
  embedder: Embedder,
  weights: RankWeights,
): Promise<number> {
  const query = { terms: termsOf(question) }
  const [vector] = weights.vectorWeight === 0 ? [] : await embedder.embed([question])
  const scores = rankPassages(index, vector ? { ...query, vector } : query, weights)
  const place = bestMatches(scores, 10, 0).findIndex(({ ordinal }) => gold.has(ordinal))
  return place === -1 ? Number.POSITIVE_INFINITY : place + 1
}

function readSquad(json: unknown) {
  const parsed = squadSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new AccordError(`Not in SQuAD's format: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`)
  }
  const passages: Passage[] = []
  const sections: string[] = []
  const sectionOf: number[] = []
  const questions: Question[] = []
  parsed.data.data.forEach(({ title, paragraphs }, article) => {
    for (const { context, qas } of paragraphs) {
      const first = passages.length
      for (const span of splitProse(context)) {
        passages.push(passageOf(span, context, title, `${article}#p${passages.length}`))
        sectionOf.push(sections.length)
      }
      sections.push(`${title}\n${context}`)
      for (const { question, answers } of qas) {
        const gold = new Set(answers.flatMap((answer) => holders(passages, first, answer)))
        if (gold.size > 0) questions.push({ text: question, gold })
      }
    }
  })
  if (questions.length === 0) throw new AccordError('The SQuAD file has no question with an answer')
  return { passages, sections, sectionOf, questions }
}

function passageOf({ start, end }: Span, context: string, title: string, id: string): Passage {
  const text = context.slice(start, end)
  return { id, documentId: id, language: 'th', start, end, text, headings: [title], hash: '' }
}

/** The passages from `first` on that hold the whole answer or, when it straddles a border, those that overlap it. */
function holders(
  passages: readonly Passage[],
  first: number,
  answer: { text: string; answer_start: number },
): number[] {
  const from = answer.answer_start
  const to = from + answer.text.length
  const ordinals = Array.from({ length: passages.length - first }, (_, i) => first + i)
  const whole = ordinals.filter((i) => passages[i]!.start <= from && passages[i]!.end >= to)
  return whole.length > 0 ? whole : ordinals.filter((i) => passages[i]!.start < to && passages[i]!.end > from)
}

function joinRows(rows: readonly Float32Array[], dimension: number): Float32Array {
  const joined = new Float32Array(rows.length * dimension)
  rows.forEach((row, i) => {
    joined.set(row, i * dimension)
  })
  return joined
}
