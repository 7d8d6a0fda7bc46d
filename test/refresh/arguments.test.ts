import { describe, expect, it } from 'vitest'
import { parseIngestArguments } from '../../src/refresh/arguments.ts'

describe('the arguments of npm run ingest', () => {
  it.each([
    [[], { run: 'ingest', check: false, fetched: false, json: false }],
    [['--check', '--json'], { run: 'ingest', check: true, fetched: false, json: true }],
    [
      ['--accept', ' ตามหนังสือเวียน '],
      { run: 'ingest', check: false, fetched: false, json: false, accept: 'ตามหนังสือเวียน' },
    ],
    [
      ['--accept', 'two\nlines,\x1b a\ttab'],
      { run: 'ingest', check: false, fetched: false, json: false, accept: 'two lines, a tab' },
    ],
    [
      ['--check', '--page', 'changes.html'],
      { run: 'ingest', check: true, fetched: false, json: false, page: 'changes.html' },
    ],
    [['--fetched', '--check'], { run: 'ingest', check: true, fetched: true, json: false }],
    [['--list'], { run: 'list', json: false }],
    [['--fetch', '--json'], { run: 'fetch', json: true }],
    [['-h', '--list'], { run: 'help' }],
  ])('%j', (given, task) => expect(parseIngestArguments(given)).toEqual(task))

  it.each([
    [['--chek'], "Unknown option '--chek': see --help"],
    [['--accept', ' '], '--accept needs a reason'],
    [['--accept', '\u200b\u3000…'], '--accept needs a reason'],
    [['--accept', 'ก'.repeat(501)], '500 characters at most'],
    [['--list', '--check'], "--list and --check don't go together: see --help"],
    [['--fetched', '--fetch'], "--fetch and --fetched don't go together: see --help"],
    [['--fetch', '--list'], "--list and --fetch don't go together: see --help"],
  ])('%j is refused', (given, message) => expect(() => parseIngestArguments(given)).toThrow(message))
})
