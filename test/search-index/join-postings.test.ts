import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPostings, mergePostings } from '../../src/search-index/join-postings.ts'
import { buildPostings } from '../../src/search-index/postings.ts'

const unit = fc.array(
  fc.record({ term: fc.constantFrom('a', 'b', 'ab', 'ข', '\ud83d\ude00', '\uffff'), weight: fc.constantFrom(1, 0.25) }),
  { maxLength: 6 },
)
const units = fc.array(unit, { maxLength: 8 })

describe('mergePostings', () => {
  it('gives what building from all terms would, whatever is taken, left out or moved', () => {
    const wanted = fc.tuple(units, units).chain(([earlier, fresh]) => {
      const all = [...earlier.map((_, i) => i), ...fresh.map((_, i) => -1 - i)]
      return fc.record({ earlier: fc.constant(earlier), fresh: fc.constant(fresh), sources: fc.shuffledSubarray(all) })
    })
    fc.assert(
      fc.property(wanted, ({ earlier, fresh, sources }) => {
        const merged = mergePostings(buildPostings(earlier), buildPostings(fresh), Int32Array.from(sources))
        expect(merged).toEqual(buildPostings(sources.map((i) => (i < 0 ? fresh[-1 - i]! : earlier[i]!))))
      }),
    )
  })
})

describe('groupPostings', () => {
  it('gives what building from the terms of each group would', () => {
    fc.assert(
      fc.property(fc.array(fc.array(unit, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (groups) => {
        const groupOf = groups.flatMap((group, number) => group.map(() => number))
        const grouped = groupPostings(buildPostings(groups.flat()), groupOf, groups.length)
        expect(grouped).toEqual(buildPostings(groups.map((group) => group.flat())))
      }),
    )
  })
})
