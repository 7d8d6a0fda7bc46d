import { describe, expect, it } from 'vitest'
import { suggestQuestions } from '../../src/answer/suggest-questions.ts'
import type { Language } from '../../src/vocabulary.ts'
import { buildPassage } from '../support/build-passage.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

const { passages, vocabulary } = readRealKnowledge()
const suggest = (cited: string[], language: Language = 'en') =>
  suggestQuestions(vocabulary, passages, new Set(cited), language)
const groupOf = new Map(passages.map(({ clause, group }) => [clause, group]))
const askedOf = (question: string) =>
  vocabulary.questions.find(({ th, en, ja }) => [th[0], en[0], ja[0]].includes(question))!.clause

describe('the questions to ask next', () => {
  it('are three, each once', () => {
    for (const { clause } of vocabulary.questions) {
      for (const language of ['th', 'en', 'ja'] as const) {
        const questions = suggest([clause], language)
        expect(questions).toHaveLength(3)
        expect(new Set(questions).size).toBe(3)
      }
    }
  })

  it.each<[Language, string]>([
    ['th', 'ฉบับเดิมลงนามวันไหน'],
    ['en', 'When was the earlier MoC signed?'],
    ['ja', '前の協力覚書はいつ署名されましたか'],
  ])('are in the language of the answer (%s), as the first wording has it', (language, question) => {
    expect(suggest(['signing', 'origin'], language)).toContain(question)
  })

  it('are never about what has been answered', () => {
    for (const { clause } of vocabulary.questions) expect(suggest([clause]).map(askedOf)).not.toContain(clause)
    const scope = vocabulary.questions.map(({ clause }) => clause).filter((clause) => groupOf.get(clause) === 'scope')
    expect(suggest(scope).map((question) => groupOf.get(askedOf(question)))).not.toContain('scope')
  })

  it("are two of the answer's own group, then one of another", () => {
    expect(suggest(['signing']).map((question) => groupOf.get(askedOf(question)))).toEqual([
      'timeline',
      'timeline',
      'overview',
    ])
  })

  it('fill up with the own group when there is no other', () => {
    const timeline = passages.filter(({ group }) => group === 'timeline')
    const questions = suggestQuestions(vocabulary, timeline, new Set(['signing']), 'en')
    expect(questions).toHaveLength(3)
    expect(new Set(questions.map((question) => groupOf.get(askedOf(question))))).toEqual(new Set(['timeline']))
  })

  it('are the first ones when nothing was answered', () => {
    expect(suggest([]).map(askedOf)).toEqual(['subject', 'parties', 'objective'])
  })

  it('are none when every clause has been told, or none can be', () => {
    expect(suggest(vocabulary.questions.map(({ clause }) => clause))).toEqual([])
    expect(suggestQuestions(vocabulary, [], new Set(), 'en')).toEqual([])
  })

  it('are only those that a stored clause answers', () => {
    const questions = [
      { clause: 'gone', th: ['ก'], en: ['Where is it?'], ja: ['い'] },
      { clause: 'kept', th: ['ข'], en: ['What is kept?'], ja: ['ろ'] },
    ]
    const stored = [buildPassage('It is kept.', { clause: 'kept', group: 'overview' })]
    expect(suggestQuestions({ questions }, stored, new Set(), 'en')).toEqual(['What is kept?'])
  })
})
