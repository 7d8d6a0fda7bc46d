import { expect, test } from 'vitest'
import { askHelp, parseAskArguments } from '../../../src/channels/cli/arguments.ts'
import { AccordError } from '../../../src/errors.ts'

test('without a question it is a prompt', () => {
  expect(parseAskArguments([])).toEqual({ run: 'prompt' })
  expect(parseAskArguments(['--language', 'ja'])).toEqual({ run: 'prompt', language: 'ja' })
})

test('a question, with or without quotes', () => {
  expect(parseAskArguments(['ลงนามเมื่อไหร่'])).toEqual({ run: 'question', question: 'ลงนามเมื่อไหร่', json: false })
  expect(parseAskArguments(['when', 'signed?', '--json', '--language=th'])).toEqual({
    run: 'question',
    question: 'when signed?',
    language: 'th',
    json: true,
  })
})

test('a question may begin with a dash after two dashes', () => {
  expect(parseAskArguments(['--', '-5?'])).toEqual({ run: 'question', question: '-5?', json: false })
})

test('a batch, whose answers are JSON anyway', () => {
  expect(parseAskArguments(['--batch', 'q.jsonl', '--json'])).toEqual({ run: 'batch', file: 'q.jsonl' })
})

test('a receipt, as text or JSON', () => {
  expect(parseAskArguments(['--receipt', ' a7f3-k2b9 '])).toEqual({ run: 'receipt', id: 'a7f3-k2b9', json: false })
  expect(parseAskArguments(['--json', '--receipt=A7F3K2B9'])).toEqual({ run: 'receipt', id: 'A7F3K2B9', json: true })
})

test('help goes before all else', () => {
  expect(parseAskArguments(['--help', 'question'])).toEqual({ run: 'help' })
  expect(parseAskArguments(['-h'])).toEqual({ run: 'help' })
})

test('the help names every option', () => {
  for (const option of ['--language', '--json', '--batch', '--help']) expect(askHelp).toContain(option)
})

test.each([
  [['--colour'], "Unknown option '--colour': see --help"],
  [['--receipt'], /--receipt.*see --help/u],
  [['--receipt', ' '], '--receipt needs the number of an answer'],
  [['--receipt', 'A7F3K2B9', 'question'], 'give a question or --receipt ID, not both'],
  [['--receipt', 'A7F3K2B9', '--batch', 'q.jsonl'], 'give --receipt ID or --batch FILE, not both'],
  [['--language', 'fr'], 'unknown language "fr": use th, en or ja'],
  [['--language'], /--language.*see --help/u],
  [['--batch', 'q.jsonl', 'question'], 'give a question or --batch FILE, not both'],
  [['--batch', ''], '--batch needs the path of a file'],
  [['--json'], '--json needs a question'],
  [[' '], 'the question is empty'],
])('refuses %j in one line', (argv, message) => {
  expect(() => parseAskArguments(argv)).toThrow(message)
  expect(() => parseAskArguments(argv)).toThrow(AccordError)
  expect(() => parseAskArguments(argv)).not.toThrow('\n')
})
