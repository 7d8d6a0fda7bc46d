import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { renderReceipt } from '../../../src/channels/cli/render-receipt.ts'
import type { ReceiptCheck } from '../../../src/receipt.ts'
import { buildReceipt } from '../../support/build-receipt.ts'

const plain = { width: 80, colour: false }
const release = 'กำหนดการลงนามในบันทึกความร่วมมือฯ ฉบับใหม่ จะมีขึ้นในวันที่ 5 ส.ค. 2565'
const signed = 'It was signed on 5 August 2022.'
const hash = 'cd'.repeat(32)

function buildCheck(parts: Partial<ReceiptCheck> = {}): ReceiptCheck {
  const receipt = parts.receipt ?? buildReceipt()
  return {
    receipt,
    indexVersion: receipt.indexVersion,
    passages: [],
    statements: [],
    notes: [],
    dropped: [],
    holds: true,
    ...parts,
  }
}

const fallen = buildCheck({
  receipt: buildReceipt({ mode: 'generated', model: 'gpt-5-nano', rules: ['identifiers', 'quote', 'hard-facts'] }),
  indexVersion: '20270101T000000Z-0badcafe',
  passages: [
    { id: 'clauses-en#signing', hash, today: 'same' },
    { id: 'release#p2', hash, today: 'changed' },
  ],
  statements: [
    { text: signed, quotes: [{ passageId: 'clauses-en#signing', quote: signed }], today: { holds: true } },
    {
      text: 'The signing was planned for 5 August 2022.',
      quotes: [{ passageId: 'release#p2', quote: release }],
      today: { holds: false, rule: 'quote', reason: 'the quoted words do not stand in release#p2' },
    },
  ],
  notes: [{ kind: 'calendar', text: 'B.E. 2565 is 2022.', quotes: [], today: { holds: true } }],
  dropped: [{ rule: 'hard-facts', reason: "had a date that its quotes don't have" }],
  holds: false,
})

test('a whole receipt: verdict, how it came to be, what was said with its proofs, passages, what was not said', () => {
  expect(renderReceipt(fallen, plain)).toBe(`Receipt A7F3K2B9

✗ The same answer would not hold any more on the index in use.

asked     23 November 2026 at 10:15 UTC
question  ${'ab'.repeat(32)}
answer    answered · English · generated
model     gpt-5-nano
index     20261123T101500Z-3f9c2a1b · now 20270101T000000Z-0badcafe
rules     identifiers · quote · hard-facts

Said
✓ It was signed on 5 August 2022.
  clauses-en#signing
✗ The signing was planned for 5 August 2022.
  quote: the quoted words do not stand in release#p2
  release#p2
  │ ${release}

Notes
✓ B.E. 2565 is 2022.

Passages
✓ clauses-en#signing · same
  ${hash}
≠ release#p2 · changed
  ${hash}

Not said
• hard-facts: had a date that its quotes don't have`)
})

test('one that said nothing', () => {
  expect(renderReceipt(buildCheck({ receipt: buildReceipt({ status: 'off-topic' }) }), plain)).toBe(`Receipt A7F3K2B9

✓ The same answer would hold on the index in use.

asked     23 November 2026 at 10:15 UTC
question  ${'ab'.repeat(32)}
answer    off-topic · English · extractive
index     20261123T101500Z-3f9c2a1b · in use`)
})

test('says that what was left unanswered may be answered by another index', () => {
  const receipt = buildReceipt({ status: 'partial' })
  const changed = renderReceipt(buildCheck({ receipt, indexVersion: 'another' }), plain)
  expect(changed).toContain('not checked: the index has changed since')
  expect(renderReceipt(buildCheck({ receipt }), plain)).not.toContain('not checked')
  expect(renderReceipt(buildCheck({ indexVersion: 'another' }), plain)).not.toContain('not checked')
})

test('says why a model that was asked did not write it', () => {
  const receipt = buildReceipt({ model: 'gpt-5-nano', fallback: 'too late' })
  expect(renderReceipt(buildCheck({ receipt }), plain)).toContain('model     gpt-5-nano · not used: too late\n')
})

test('colour changes nothing but colour, and is there only when asked for', () => {
  const coloured = renderReceipt(fallen, { width: 80, colour: true })
  expect(coloured).not.toBe(renderReceipt(fallen, plain))
  expect(stripVTControlCharacters(coloured)).toBe(renderReceipt(fallen, plain))
})

test('escape codes of a document do not reach the terminal', () => {
  const statements = [{ ...fallen.statements[0]!, text: 'red \u001b[31malert\u0007' }]
  expect(renderReceipt({ ...fallen, statements }, plain)).toContain('✓ red [31malert\n')
})

test.each([40, 60])('in %i columns, no line is wider than the terminal', (width) => {
  for (const line of renderReceipt(fallen, { width, colour: false }).split('\n')) {
    expect(stringWidth(line)).toBeLessThanOrEqual(width)
  }
})
