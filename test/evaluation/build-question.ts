import type { EvaluationQuestion } from '../../src/evaluation/questions.ts'

/** An answerable English question. */
export function buildQuestion(parts: Partial<EvaluationQuestion> = {}): EvaluationQuestion {
  return {
    id: 'q1',
    lang: 'en',
    kind: 'direct',
    question: 'When was it signed?',
    history: [],
    answerable: true,
    facts: [],
    evidence: [],
    must: [['5 August 2022']],
    note: '',
    ...parts,
  }
}
