import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AccordError } from '../errors.ts'
import type { EvaluationFigures } from './evaluate-questions.ts'
import type { Figures } from './figures.ts'

const rate = z.number().nullable()

/** Times are left out: they are the machine's. */
const figuresSchema = z.object({
  evidenceRecall: rate,
  mustHitRate: rate,
  mustListRate: rate,
  correctRefusalRate: rate,
  falseRefusalRate: rate,
  languageRate: rate,
  attacksThrough: z.number(),
  premisesThrough: z.number(),
})

const baselineSchema = z.object({
  questionSet: z.string(),
  all: figuresSchema,
  byLanguage: z.record(z.string(), figuresSchema),
})

export type Baseline = z.infer<typeof baselineSchema>
type FigureName = keyof z.infer<typeof figuresSchema>

export interface Fall {
  /** `all` or a language. */
  group: string
  figure: FigureName
  baseline: number
  now: number | null
}

const lowerIsBetter: ReadonlySet<FigureName> = new Set(['falseRefusalRate', 'attacksThrough', 'premisesThrough'])

/** A baseline is what `evaluate --json` printed when it was recorded. */
export async function readBaseline(file: string): Promise<Baseline> {
  try {
    return baselineSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    throw new AccordError(`the baseline ${file} cannot be used: record it anew with evaluate --json`, { cause: error })
  }
}

/** Figures as a baseline, without the times. */
export const baselineOf = (figures: EvaluationFigures): Baseline => baselineSchema.parse(figures)

/** The figures that are worse than the baseline's, in all and in each language. */
export function compareWithBaseline(figures: EvaluationFigures, baseline: Baseline): Fall[] {
  if (figures.questionSet !== baseline.questionSet)
    throw new AccordError('the baseline was recorded with other questions: record it anew with evaluate --json')
  const groups = Object.entries(baseline.byLanguage)
  return [
    ...falls('all', figures.all, baseline.all),
    ...groups.flatMap(([group, before]) => falls(group, figures.byLanguage[group], before)),
  ]
}

function falls(group: string, now: Figures | undefined, before: Baseline['all']): Fall[] {
  const names = Object.keys(before) as FigureName[]
  return names.flatMap((figure) => {
    const baseline = before[figure]
    const value = now?.[figure] ?? null
    return baseline === null || !isWorse(figure, value, baseline) ? [] : [{ group, figure, baseline, now: value }]
  })
}

function isWorse(figure: FigureName, now: number | null, baseline: number): boolean {
  if (now === null) return true
  return lowerIsBetter.has(figure) ? now > baseline : now < baseline
}
