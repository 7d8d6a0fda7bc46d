import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChanges, formatChangesPlainly } from '../../../src/channels/discord/format-changes.ts'
import type { ChangeSummary, ShownChange } from '../../../src/vocabulary.ts'
import { refusalOf } from '../../support/discord-answers.ts'
import { hostileText, longText } from '../../support/hostile-text.ts'

const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined })
const kind = fc.constantFrom('changed' as const, 'removed' as const, 'added' as const)
const japanese = fc.nat(3000).map((length) => '覚'.repeat(length))
const text = fc.oneof(longText, hostileText, japanese)
const change = fc
  .record({
    kind,
    documentTitle: text,
    language: fc.constantFrom('th' as const, 'en' as const, 'ja' as const),
    place: optional(text),
    before: optional(text),
    after: optional(text),
    passages: optional(fc.nat()),
  })
  .map((given) => JSON.parse(JSON.stringify(given)) as ShownChange)
const anySummary: fc.Arbitrary<ChangeSummary> = fc.record({
  version: hostileText,
  versionBefore: hostileText,
  counts: fc.record({ changed: fc.nat(), removed: fc.nat(), added: fc.nat() }),
  shown: fc.array(change, { maxLength: 24 }),
  more: fc.nat(),
})

const PUBLIC_URL = 'https://accord.example.org/'
const shownText = (message: object) => JSON.stringify(message)

const moved: ShownChange = {
  kind: 'changed',
  documentTitle: 'สรุปสาระสำคัญ',
  language: 'th',
  place: 'signing-date',
  before: 'ลงนามวันที่ 5 สิงหาคม',
  after: 'ลงนามวันที่ 6 สิงหาคม',
}
const summary = (shown: ShownChange[], more = 0): ChangeSummary => ({
  version: '20260101T000000-b',
  versionBefore: '20251201T000000-a',
  counts: { changed: 1, removed: 2, added: 3 },
  shown,
  more,
})

describe('1,000 summaries of any kind', () => {
  it('are each one message that Discord takes, and that calls nobody', () => {
    fc.assert(
      fc.property(
        anySummary,
        fc.constantFrom(undefined, PUBLIC_URL, `https://${'a'.repeat(600)}.example`),
        (given, url) => {
          expect(refusalOf(formatChanges(given, url))).toBeUndefined()
          expect(refusalOf(formatChangesPlainly(given, url))).toBeUndefined()
        },
      ),
      { numRuns: 1000 },
    )
  }, 60_000)
})

describe('a message of what changed', () => {
  it('says the versions, how many of each kind, both wordings, and where the documents are', () => {
    const shown = shownText(formatChanges(summary([moved]), PUBLIC_URL))
    for (const said of [
      '20260101T000000-b',
      '20251201T000000-a',
      'Changed · 変更: **1**',
      'Removed · 削除: **2**',
      'New · 新規: **3**',
      'สรุปสาระสำคัญ · signing-date',
      '> **เดิม** ลงนามวันที่ 5 สิงหาคม',
      '> **ปัจจุบัน** ลงนามวันที่ 6 สิงหาคม',
      '"url":"https://accord.example.org/sources"',
    ])
      expect(shown).toContain(said)
    expect(shownText(formatChanges(summary([moved])))).not.toContain('/sources')
  })

  it('cuts a long wording between characters, says how many changes it has no room for, and shows some of each kind', () => {
    const long = (kind: ShownChange['kind'], at: number): ShownChange => ({
      kind,
      documentTitle: `ภาษาญี่ปุ่นและภาษาไทย ${at} ${'ยาวมาก'.repeat(30)}`,
      language: 'ja',
      place: `p${at}`,
      ...(kind !== 'added' && { before: 'กำหนดวันที่ใหม่'.repeat(60) }),
      ...(kind !== 'removed' && { after: '協力覚書に署名した。'.repeat(60) }),
    })
    const shown = (['changed', 'removed', 'added'] as const).flatMap((kind) =>
      Array.from({ length: 8 }, (_, at) => long(kind, at)),
    )
    const text = shownText(formatChanges(summary(shown, 100)))
    const listed = text.match(/\\n- /g)?.length ?? 0
    expect(listed).toBeGreaterThanOrEqual(5)
    expect(text).toContain(`${124 - listed} more`)
    for (const heading of ['Changed · 変更**', 'Removed · 削除**', 'New · 新規**']) expect(text).toContain(heading)
    // Cut before a letter, not before its mark.
    const wordings = Array.from(text.matchAll(/> \*\*\S+\*\* ([^"\\]+?)…/gu), ([, cut]) => cut!)
    expect(wordings.length).toBeGreaterThan(listed)
    for (const wording of wordings) {
      const whole = wording.startsWith('ก') ? 'กำหนดวันที่ใหม่'.repeat(60) : '協力覚書に署名した。'.repeat(60)
      expect(whole.slice(wording.length, wording.length + 1)).not.toMatch(/\p{M}/u)
    }
  })
})
