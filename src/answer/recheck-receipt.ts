import type { Receipt, ReceiptCheck, SaidStatement, Standing } from '../receipt.ts'
import type { Document, Passage } from '../vocabulary.ts'
import type { Rule, Verifier } from './verify/verify.ts'

/** What a receipt is held against: the snapshot in use. */
export interface RecheckSources {
  version: string
  documents: ReadonlyMap<string, Document>
  passages: readonly Passage[]
}

/** Says of everything that an answer said whether it would be said again, by the very rules that let it pass. Pure. */
export function recheckReceipt(receipt: Receipt, sources: RecheckSources, verifier: Verifier): ReceiptCheck {
  const { version, documents } = sources
  const passages = new Map(sources.passages.map((passage) => [passage.id, passage]))

  const standing = (statement: SaidStatement, as: 'statement' | 'note'): Standing => {
    const cited = statement.quotes.map(({ passageId }) => passageId)
    const gone = cited.find((id) => !passages.has(id))
    if (gone !== undefined) return { holds: false, rule: 'identifiers', reason: `${gone} is no longer in the sources` }
    const evidence = { documents, passages: new Map(cited.map((id) => [id, passages.get(id)!])) }
    const verdict = verifier.verify(statement, evidence, { as })
    return verdict.verified ? { holds: true } : { holds: false, rule: verdict.rule, reason: verdict.reason }
  }
  const statements = receipt.statements.map((said) => ({ ...said, today: standing(said, 'statement') }))
  const notes = receipt.notes.map((said) => ({ ...said, today: standing(said, 'note') }))
  return {
    receipt,
    indexVersion: version,
    passages: receipt.passages.map(({ id, hash }) => ({ id, hash, today: compare(hash, passages.get(id)) })),
    statements,
    notes,
    dropped: receipt.dropped.map(({ rule }) => ({ rule, reason: reasonOf(rule) })),
    holds: [...statements, ...notes].every(({ today }) => today.holds),
  }
}

function compare(hash: string, passage: Passage | undefined): ReceiptCheck['passages'][number]['today'] {
  if (passage === undefined) return 'gone'
  return passage.hash === hash ? 'same' : 'changed'
}

/** Why a draft wasn't said, in words that are none of its own. */
const REASONS: Readonly<Record<Rule | 'form' | 'language', string>> = {
  form: 'not in the form that was asked for',
  language: 'not in the language of the answer',
  identifiers: "cited a passage that wasn't found for the question, or an address that no document has",
  quote: "quoted nothing, or words that don't stand in the passage",
  'hard-facts': "had a date, number or amount that its quotes don't have",
  completeness: 'gave examples as the whole list',
  names: "named someone or something that its quotes don't name",
  roles: 'gave someone another role than its quotes do',
  polarity: 'denied what its quotes affirm, or made a duty or a plan of what is none',
  status: 'took a draft for signed, a plan for done, or the like',
  wording: 'said more than its quotes',
}

function reasonOf(rule: string): string {
  return Object.hasOwn(REASONS, rule) ? REASONS[rule as keyof typeof REASONS] : 'broke a rule that this version lacks'
}
