import type { Receipt } from '../../src/receipt.ts'

/** A receipt with nothing in it but what a test says. */
export function buildReceipt(parts: Partial<Receipt> = {}): Receipt {
  return {
    id: 'A7F3K2B9',
    at: '2026-11-23T10:15:00.000Z',
    questionHash: 'ab'.repeat(32),
    language: 'en',
    status: 'answered',
    mode: 'extractive',
    indexVersion: '20261123T101500Z-3f9c2a1b',
    passages: [],
    statements: [],
    notes: [],
    rules: [],
    dropped: [],
    ...parts,
  }
}
