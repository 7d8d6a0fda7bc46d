import { describe, expect, it } from 'vitest'
import { WORDING } from '../../src/answer/wording.ts'
import type { Language } from '../../src/vocabulary.ts'
import { realVerifier } from '../support/real-verifier.ts'

const { verify } = realVerifier()
const nothing = { passages: new Map(), documents: new Map() }

describe('what Accord says in its own words', () => {
  it.each<Language>(['th', 'en', 'ja'])('states no fact, so that verification lets it pass: %s', (language) => {
    const { missing, premise, nearest, offTopic, examplesOnly, otherLanguage, untranslated, notStated } =
      WORDING[language]
    const fixed = [
      ...Object.values(missing),
      ...Object.values(premise),
      nearest,
      offTopic,
      examplesOnly,
      otherLanguage,
      untranslated,
    ]
    for (const text of [...fixed, notStated('x')]) {
      expect(verify({ text, quotes: [] }, nothing, { as: 'note' }), text).toMatchObject({
        verified: true,
      })
    }
  })
})
