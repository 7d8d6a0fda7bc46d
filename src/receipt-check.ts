import { recheckReceipt } from './answer/recheck-receipt.ts'
import { createVerifier } from './answer/verify/verify.ts'
import { AccordError } from './errors.ts'
import type { ReceiptCheck } from './receipt.ts'
import { openSearchIndex } from './search-index/search-index.ts'
import { hasDatabase, openDatabase } from './storage/database.ts'
import { createReceipts, type ReceiptsOptions } from './storage/receipts.ts'
import { createLexicon } from './text/lexicon.ts'

export interface ReceiptCheckOptions extends ReceiptsOptions {
  dataDir: string
}

/** Finds a receipt and holds it against the snapshot in use. Throws an AccordError when there is no such receipt, or no snapshot. */
export async function checkReceipt(id: string, { dataDir, now, keepDays }: ReceiptCheckOptions): Promise<ReceiptCheck> {
  if (!hasDatabase(dataDir)) throw new AccordError(`No receipts have been kept in ${dataDir} yet: check DATA_DIR`)
  using database = await openDatabase(dataDir)
  const receipt = createReceipts(database, { now, keepDays }).find(id)
  if (receipt === undefined) {
    throw new AccordError(
      `There is no receipt ${JSON.stringify(id)}: check its letters and digits; receipts are kept for ${keepDays} days`,
    )
  }
  const index = await openSearchIndex(dataDir)
  const { passages, vocabulary } = index
  return recheckReceipt(receipt, index, createVerifier({ lexicon: createLexicon(vocabulary), passages }))
}
