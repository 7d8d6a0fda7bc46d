import { parseArgs } from 'node:util'
import { AccordError, describeError } from '../errors.ts'

export const ingestHelp = `Makes an index of the knowledge folder, which a running Accord takes up without a restart.

  npm run ingest                         check, show what changes, then write a new index
  npm run ingest -- --check              show what would change; nothing is written
  npm run ingest -- --accept "reason"    write it although something is lost; the reason is kept with the index
  npm run ingest -- --list               the versions that are kept, newest first; npm run rollback returns to one
  npm run ingest -- --fetch              read the documents anew from their addresses; what has changed is shown, and stored beside them
  npm run ingest -- --fetched            the same as without, with what was fetched in place of the documents; --check too

Something is lost when a document, a clause, a proof, a date, a number, a piece of prose or a word of the vocabulary is gone, or when
the golden questions are answered worse than their baseline or the index in use has it. Then nothing is written without --accept.

Options
  --page FILE   what changes as a page for a browser too
  --json        the report as JSON instead of a table
  --help        this text
`

export type IngestArguments =
  | { run: 'help' }
  | { run: 'list'; json: boolean }
  | { run: 'fetch'; json: boolean }
  | { run: 'ingest'; check: boolean; fetched: boolean; json: boolean; accept?: string; page?: string }

/** Throws an AccordError for what it doesn't know, or what doesn't go together. */
export function parseIngestArguments(given: string[]): IngestArguments {
  const { help, list, fetch, fetched, check, json, accept, page } = parse(given)
  if (help) return { run: 'help' }
  const reason = accept === undefined ? undefined : readReason(accept)
  const chosen = Object.entries({ list, fetch, fetched: fetched && (list || fetch), check }).filter(
    ([, isGiven]) => isGiven,
  )
  const [first, second] = chosen.map(([name]) => `--${name}`)
  if (second !== undefined) throw new AccordError(`${first} and ${second} don't go together: see --help`)
  if (list) return { run: 'list', json }
  if (fetch) return { run: 'fetch', json }
  return {
    run: 'ingest',
    check,
    fetched,
    json,
    ...(reason !== undefined && { accept: reason }),
    ...(page !== undefined && { page }),
  }
}

const LONGEST_REASON = 500

/** On one line, as it's listed. */
function readReason(given: string): string {
  const reason = given.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    throw new AccordError('--accept needs a reason, which is kept with the index: --accept "the ministry withdrew it"')
  }
  if (Array.from(reason).length > LONGEST_REASON) {
    throw new AccordError(`--accept takes a reason of ${LONGEST_REASON} characters at most: say it shorter`)
  }
  return reason
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      options: {
        check: flag,
        list: flag,
        fetch: flag,
        fetched: flag,
        json: flag,
        accept: text,
        page: text,
        help: { ...flag, short: 'h' },
      },
    }).values
  } catch (error) {
    const [reason] = describeError(error).split(/[.\n]/u)
    throw new AccordError(`${reason}: see --help`)
  }
}
