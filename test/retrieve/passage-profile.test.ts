import { beforeAll, describe, expect, it } from 'vitest'
import type { Ask, PassageProfile } from '../../src/question.ts'
import { createProfiler } from '../../src/retrieve/passage-profile.ts'
import type { SearchIndex } from '../../src/search-index/search-index.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import type { Language } from '../../src/vocabulary.ts'
import { realIndex } from '../support/real-index.ts'

let index: SearchIndex
let profile: (ordinal: number) => PassageProfile

beforeAll(async () => {
  index = await realIndex()
  profile = createProfiler(index, createLexicon(index.vocabulary))
})

const ordinalOf = (clause: string, language: Language = 'en') =>
  index.passages.findIndex((passage) => passage.clause === clause && passage.language === language)
const clause = (id: string, language?: Language) => profile(ordinalOf(id, language))
const tells = ({ sentences }: PassageProfile) => sentences.map((sentence) => sentence.tells)

const LANGUAGES = ['th', 'en', 'ja'] as const

describe.each(LANGUAGES)('the profile of a clause in %s', (language) => {
  it('holds its sentences as the document does', () => {
    for (const id of ['signing', 'origin', 'parties']) {
      const { passage, sentences } = clause(id, language)
      const { text } = index.documents.get(passage.documentId)!
      expect(sentences).toHaveLength(passage.sentences!.length)
      for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
    }
  })

  it('knows which sentence of the signing tells what', () => {
    const [signed, planned, exchanged] = tells(clause('signing', language))
    expect(signed!.isSupersetOf(new Set<Ask>(['when', 'who', 'which-organisation']))).toBe(true)
    expect(signed).not.toContain('where')
    expect(planned).toContain('when')
    expect(planned).not.toContain('who')
    expect(exchanged!.isSupersetOf(new Set<Ask>(['who', 'where']))).toBe(true)
    expect(exchanged).not.toContain('when')
  })

  it('knows where the sources are published', () => {
    for (const told of tells(clause('source-url', language)))
      expect(told.isSupersetOf(new Set<Ask>(['link', 'where']))).toBe(true)
  })

  it('knows what tells why', () => {
    expect(tells(clause('why-new', language)).every((told) => told.has('why'))).toBe(true)
    expect(tells(clause('signing', language)).some((told) => told.has('why'))).toBe(false)
  })

  it('tells no amount, for no clause has one', () => {
    expect(tells(clause('activities-projects', language)).some((told) => told.has('how-much'))).toBe(false)
  })

  it('counts who are named', () => expect(tells(clause('parties', language))[0]).toContain('how-many'))

  it('reads dates in the Gregorian calendar', () => {
    const [sentence] = clause('earlier-signing', language).sentences
    expect(sentence?.dates).toContainEqual({ year: 2017, month: 6, day: 7 })
  })

  it('names the same clause in the other languages', () => {
    const { passage, aligned } = clause('signing', language)
    expect(aligned).toHaveLength(LANGUAGES.length - 1)
    expect(aligned).not.toContain(passage.id)
    expect(aligned.every((id) => index.passages.find((other) => other.id === id)?.clause === 'signing')).toBe(true)
  })

  it('has the terms of heading, group, sentences and example questions', () => {
    const { heading, group, terms, questions } = clause('activities-experts', language)
    expect(heading).toContain('expert')
    expect(group).toContain('activity')
    expect(terms.isSupersetOf(heading)).toBe(true)
    expect(questions.size).toBeGreaterThan(0)
  })

  it('knows which clauses give an overview', () => {
    expect(clause('parties', language).isOverview).toBe(true)
    expect(clause('signing', language).isOverview).toBe(false)
  })

  it('states no gap', () => expect(clause('supersedes', language).gaps.size).toBe(0))

  it('shows the stored official words behind a sentence, and none where they are not stored', () => {
    const [{ original } = {}] = clause('objective', language).sentences
    const passage = index.passages.find(({ id }) => id === original?.passageId)
    expect(original?.quote).toContain('มีวัตถุประสงค์เพื่อส่งเสริมความร่วมมือ')
    expect(passage?.text).toContain(original?.quote)
    expect(clause('earlier-signing', language).sentences[0]).toHaveProperty('original')
    expect(clause('origin', language).sentences[0]).not.toHaveProperty('original')
  })
})

describe('the profile of a passage of prose', () => {
  it('has the whole passage as its one sentence', () => {
    const ordinal = index.passages.findIndex((passage) => passage.clause === undefined)
    const { passage, sentences, aligned, group, questions, isOverview } = profile(ordinal)
    expect(sentences.map(({ text }) => text)).toEqual([passage.text])
    expect({ aligned, isOverview }).toEqual({ aligned: [], isOverview: false })
    expect(group.size + questions.size).toBe(0)
  })
})

describe('a profiler', () => {
  it('profiles a passage once', () => expect(profile(0)).toBe(profile(0)))

  it('profiles every passage of the index', () => {
    for (const [ordinal, passage] of index.passages.entries())
      expect(profile(ordinal)).toMatchObject({ passage, ordinal })
  })
})
