import { z } from 'zod'

/** What is said to prove a sentence: words that a stored document must hold, or what isn't stored. */
export type WrittenProof =
  | { kind: 'quote'; quote: string; line: number }
  | { kind: 'address'; url: string; published: string }

export interface NumberedProof {
  /** Numbers of the sentences that it proves, from 1. */
  first: number
  last: number
  proof: WrittenProof
}

const PROOF = /^>[ \t]*(\d+)(?:[ \t]*[-–][ \t]*(\d+))?[ \t]*:[ \t]*(.+)$/
const ADDRESS = /^https?:\/\//
const DATED_ADDRESS = /^(\S+)[ \t]+\((.+)\)$/

const addressSchema = z.tuple([z.url(), z.iso.date()])

/** Reads `> 1: words`, `> 1-2: words` or `> 1: address (date)`; a string says what is wrong with it. */
export function parseProof(text: string, line: number): NumberedProof | string {
  const match = PROOF.exec(text)
  if (match === null) return "isn't a proof; write > 1: words, or > 1-2: words for sentences 1 and 2"
  const [, from = '', to = from, words = ''] = match
  const [first, last] = [Number(from), Number(to)]
  if (first < 1 || last < first) return `proves sentences ${from} to ${to}; count from 1, upwards`
  if (!ADDRESS.test(words)) return { first, last, proof: { kind: 'quote', quote: words, line } }
  const address = addressSchema.safeParse(DATED_ADDRESS.exec(words)?.slice(1))
  if (!address.success) return 'has no valid address and date; write > 1: https://… (2022-08-05)'
  const [url, published] = address.data
  return { first, last, proof: { kind: 'address', url, published } }
}
