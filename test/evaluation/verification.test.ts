import { describe, expect, it } from 'vitest'
import { createVerifier } from '../../src/answer/verify/verify.ts'
import { LANGUAGES } from '../../src/evaluation/mutations/bases.ts'
import { MUTATION_KINDS } from '../../src/evaluation/mutations/mutation.ts'
import { benchVerification } from '../../src/evaluation/verification-bench.ts'
import { readRightStatements, wrongCase } from '../../src/evaluation/verification-cases.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'
import { realMutations } from './mutations/real-mutations.ts'

const { documentOf: documents, passages, vocabulary } = readRealKnowledge()
const wrong = (await realMutations({ documents, passages })).map(wrongCase)
const right = await Promise.all(
  LANGUAGES.map((language) => readRightStatements(`test/evaluation/verification/right.${language}.jsonl`, language)),
)
const verifier = createVerifier({ lexicon: createLexicon(vocabulary), passages })
const { figures } = benchVerification([...right.flat(), ...wrong], { verifier, documents, passages, now: () => 0 })

/** Claims that no source makes, and the sources' own words put together otherwise, count apart: the second are the hard ones. */
const changes = MUTATION_KINDS.filter((kind) => kind !== 'fabrication' && kind !== 'rearranged')

function weakKinds(kinds: readonly string[], least: number): string[] {
  return kinds.flatMap((kind) =>
    LANGUAGES.flatMap((language) => {
      const { rate } = figures.caughtByKind[kind]![language]
      return rate !== null && rate >= least ? [] : `${kind} ${language} ${rate}`
    }),
  )
}

describe('verification, on the real knowledge', () => {
  it('catches 99 of 100 wrong statements', () => {
    const tallies = changes.map((kind) => figures.caughtByKind[kind]!.all)
    const sum = (of: 'blocked' | 'cases') => tallies.reduce((total, tally) => total + tally[of], 0)
    expect(sum('blocked') / sum('cases')).toBeGreaterThanOrEqual(0.99)
  })

  it('catches 97 of 100 of every kind in every language', () => {
    expect(weakKinds(changes, 0.97)).toEqual([])
  })

  it('catches 97 of 100 claims that no source makes, in every language', () => {
    expect(weakKinds(['fabrication'], 0.97)).toEqual([])
  })

  it('catches 80 of 100 statements that put the quoted words together otherwise, in every language', () => {
    expect(weakKinds(['rearranged'], 0.8)).toEqual([])
  })

  it('blocks at most 3 of 100 right statements, and of those that the rules were not written on', () => {
    expect(figures.falselyBlocked.all.rate).toBeLessThanOrEqual(0.03)
    expect(figures.falselyBlockedHeldOut.all.rate).toBeLessThanOrEqual(0.03)
  })
})
