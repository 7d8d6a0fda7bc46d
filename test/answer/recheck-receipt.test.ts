import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recheckReceipt } from '../../src/answer/recheck-receipt.ts'
import { createVerifier, RULES } from '../../src/answer/verify/verify.ts'
import { readKnowledge } from '../../src/ingest/read-knowledge.ts'
import type { Receipt, SaidStatement } from '../../src/receipt.ts'
import { createLexicon } from '../../src/text/lexicon.ts'
import { buildReceipt } from '../support/build-receipt.ts'
import { copyKnowledge, type KnowledgeFolder } from '../support/knowledge-folder.ts'
import { readRealKnowledge } from '../support/real-knowledge.ts'

let folder: KnowledgeFolder
beforeEach(() => {
  folder = copyKnowledge()
})
afterEach(() => {
  folder[Symbol.dispose]()
})

/** What `npm run ingest` would make of the folder as it is now. */
function snapshot(knowledge = readKnowledge(folder.path)) {
  const passages = knowledge.sections.flat()
  const documents = new Map(knowledge.documents.map((document) => [document.id, document]))
  const verifier = createVerifier({ lexicon: createLexicon(knowledge.vocabulary), passages })
  return { version: 'today', documents, passages, verifier }
}

const passageIn = ({ passages }: ReturnType<typeof snapshot>, id: string) =>
  passages.find((passage) => passage.id === id)!

function recheck(receipt: Receipt) {
  const today = snapshot()
  return recheckReceipt(receipt, today, today.verifier)
}

const says = (text: string, passageId: string): SaidStatement => ({ text, quotes: [{ passageId, quote: text }] })
const signed = says('The new memorandum was signed on 5 August 2022.', 'clauses-en#signing')
const approved = says('The cabinet approved the draft on 2 August 2022.', 'clauses-en#approval')

/** As the folder was when it answered. */
function given(parts: Partial<Receipt> = {}): Receipt {
  const before = snapshot()
  const ids = ['clauses-en#signing', 'clauses-en#approval']
  const passages = ids.map((id) => ({ id, hash: passageIn(before, id).hash }))
  return buildReceipt({ passages, statements: [signed, approved], ...parts })
}

const passagesOf = ({ passages }: ReturnType<typeof recheck>) => passages.map(({ today }) => today)
const standingOf = ({ statements }: ReturnType<typeof recheck>) => statements.map(({ today }) => today.holds)

describe('a receipt on the snapshot in use', () => {
  it('holds when nothing has changed', () => {
    const receipt = given()
    const check = recheck(receipt)
    expect(check).toMatchObject({ receipt, indexVersion: 'today', holds: true })
    expect(passagesOf(check)).toEqual(['same', 'same'])
    expect(standingOf(check)).toEqual([true, true])
  })

  it('no longer holds when a clause has another date, and says which statement and why', () => {
    const receipt = given()
    folder.edit('clauses.en.md', 'signed on 5 August 2022', 'signed on 6 August 2022')
    const check = recheck(receipt)
    expect(passagesOf(check)).toEqual(['changed', 'same'])
    expect(check.statements).toEqual([
      {
        ...signed,
        today: { holds: false, rule: 'quote', reason: 'the quoted words do not stand in clauses-en#signing' },
      },
      { ...approved, today: { holds: true } },
    ])
    expect(check.holds).toBe(false)
  })

  it('no longer holds when a clause is gone', () => {
    const receipt = given()
    for (const file of ['questions.yaml', 'gaps.yaml']) folder.remove(file)
    for (const file of ['clauses.en.md', 'clauses.th.md']) folder.edit(file, '{#signing}', '{#exchange}')
    const check = recheck(receipt)
    expect(passagesOf(check)).toEqual(['gone', 'same'])
    expect(check.statements[0]?.today).toEqual({
      holds: false,
      rule: 'identifiers',
      reason: 'clauses-en#signing is no longer in the sources',
    })
    expect(check.holds).toBe(false)
  })

  it('holds when the document has grown around its passages', () => {
    const receipt = given()
    const before = passageIn(snapshot(), 'clauses-en#signing').start
    folder.edit('clauses.en.md', 'It is not the signed text.', 'It is not the signed text.\n\nIt is for reading only.')
    expect(passageIn(snapshot(), 'clauses-en#signing').start).toBeGreaterThan(before)
    const check = recheck(receipt)
    expect(passagesOf(check)).toEqual(['same', 'same'])
    expect(check.holds).toBe(true)
  })

  it('holds when a passage has changed, but not the words that prove it', () => {
    const receipt = given()
    folder.edit('clauses.en.md', 'replaces the earlier one', 'takes the place of the earlier one')
    const check = recheck(receipt)
    expect(passagesOf(check)).toEqual(['same', 'changed'])
    expect(check.holds).toBe(true)
  })

  it('holds each statement against the very passages that it quotes', () => {
    const elsewhere = { ...signed, quotes: [{ passageId: 'clauses-en#approval', quote: signed.text }] }
    expect(recheck(given({ statements: [elsewhere] })).statements[0]?.today).toMatchObject({ rule: 'quote' })
  })

  it('judges what was worked out of two dates as it was judged then', () => {
    const quotes = [...signed.quotes, ...approved.quotes]
    const computed = { from: { year: 2022, month: 8, day: 2 }, to: { year: 2022, month: 8, day: 5 } }
    const apart = { text: 'From 2 August 2022 to 5 August 2022 it is 3 days (worked out).', quotes, computed }
    const said = (statement: SaidStatement) => recheck(given({ statements: [statement] })).holds
    expect(said(apart)).toBe(true)
    expect(said({ ...apart, text: apart.text.replace('3 days', '4 days') })).toBe(false)
  })
})

describe('notes', () => {
  it('need no quote, and fall with one that no longer stands', () => {
    const notes: Receipt['notes'] = [
      { kind: 'nearest', text: 'The sources do not state the budget.', quotes: [] },
      { kind: 'premise', text: 'The sources say otherwise.', quotes: signed.quotes },
    ]
    const receipt = given({ status: 'not-stated', statements: [], notes })
    expect(recheck(receipt).holds).toBe(true)
    folder.edit('clauses.en.md', 'signed on 5 August 2022', 'signed on 6 August 2022')
    const check = recheck(receipt)
    expect(check.notes.map(({ today }) => today.holds)).toEqual([true, false])
    expect(check.holds).toBe(false)
  })
})

describe('what was dropped', () => {
  it('is given with a reason for every rule', () => {
    const rules = [...RULES, 'form', 'language']
    const { dropped } = recheck(given({ dropped: rules.map((rule) => ({ rule })) }))
    expect(dropped.map(({ rule }) => rule)).toEqual(rules)
    const reasons = dropped.map(({ reason }) => reason)
    expect(new Set(reasons).size).toBe(rules.length)
    expect(reasons.join()).not.toContain('this version lacks')
  })

  it.each(['older-rule', 'constructor'])('is given with the name of a rule that is no more: %s', (rule) => {
    expect(recheck(given({ dropped: [{ rule }] })).dropped).toEqual([
      { rule, reason: 'broke a rule that this version lacks' },
    ])
  })
})

describe('the knowledge that Accord ships with', () => {
  it('bears out every sentence of its own', () => {
    const knowledge = readRealKnowledge()
    const today = snapshot(knowledge)
    const receipt = buildReceipt({
      passages: knowledge.passages.map(({ id, hash }) => ({ id, hash })),
      statements: knowledge.sentences.map(({ text, passage }) => says(text, passage.id)),
    })
    const check = recheckReceipt(receipt, today, today.verifier)
    expect(check.statements.filter((said) => !said.today.holds)).toEqual([])
    expect(check.holds).toBe(true)
    expect(new Set(check.passages.map((passage) => passage.today))).toEqual(new Set(['same']))
  })
})
