import { PassThrough } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Ask, AskRequest } from '../../../src/channels/cli/ask.ts'
import { runPrompt } from '../../../src/channels/cli/prompt.ts'
import { buildAnswer } from '../../support/build-answer.ts'

function start(reply: Ask, terminal = false) {
  const asked: AskRequest[] = []
  const input = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => input })
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY: terminal, columns: 60 })
  let shown = ''
  output.on('data', (text: string) => {
    shown += text
  })
  const ask: Ask = (request) => {
    asked.push(request)
    return reply(request)
  }
  const ended = runPrompt({ ask, input, output, colour: false })
  const untilShown = async (text: string) => {
    while (!shown.includes(text)) await setTimeout(1)
  }
  return { input, asked, ended, untilShown, shown: () => shown }
}

const inEnglish: Ask = async ({ question }) =>
  buildAnswer({ statements: [{ text: `About ${question}.`, citations: [1] }] })

test('answers line by line in one conversation, to the end of the input', async () => {
  const { input, asked, ended, shown } = start(inEnglish)
  input.end('first\n second \n')
  await ended
  expect(asked.map(({ question }) => question)).toEqual(['first', 'second'])
  expect(asked[0]?.conversation).toBeDefined()
  expect(asked[1]?.conversation).toBe(asked[0]?.conversation)
  expect(asked[0]).not.toHaveProperty('language')
  expect(shown()).toContain('About first. [1]')
  expect(shown()).toContain('About second. [1]')
})

test.each(['exit', 'quit', 'EXIT', ':exit', 'ｅｘｉｔ'])('%s ends it', async (word) => {
  const { input, asked, ended } = start(inEnglish)
  input.write(`${word}\nnever asked\n`)
  await ended
  expect(asked).toEqual([])
})

test('an empty line is answered with a hint, in the language of the last answer', async () => {
  const { input, asked, ended, shown } = start(inEnglish)
  input.end('\nwhen?\n \n')
  await ended
  expect(asked).toHaveLength(1)
  expect(shown()).toContain('พิมพ์คำถามแล้วกด Enter')
  expect(shown()).toContain('Type a question and press Enter')
})

test(':language sets the language of what follows, :help tells the commands, others are unknown', async () => {
  const { input, asked, ended, shown } = start(async () => buildAnswer({ language: 'ja' }))
  input.end(':language en\n:language fr\n:what\n:help\n：language ja\nいつ？\n')
  await ended
  expect(asked).toMatchObject([{ question: 'いつ？', language: 'ja' }])
  expect(shown()).toContain('Answers are in English from now on.')
  expect(shown().match(/Unknown command/gu)).toHaveLength(2)
  expect(shown()).toContain('language of the answers (Thai, English, Japanese)')
  expect(shown()).toContain('今後は日本語でお答えします。')
})

test('the error of one question is one line, and the next is answered', async () => {
  const { input, ended, shown } = start(async (request) => {
    if (request.question === 'bad') throw new Error('no index:\nrun ingest', { cause: new Error('disk') })
    return inEnglish(request)
  })
  input.end(':language en\nbad\ngood\n')
  await ended
  expect(shown()).toContain('This question could not be answered: no index: run ingest (disk)\n')
  expect(shown()).toContain('About good.')
})

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s ends it in a terminal', async (_name, key) => {
  const { input, asked, ended, untilShown } = start(inEnglish, true)
  await untilShown('› ')
  input.write(key)
  await ended
  expect(asked).toEqual([])
})

test('Ctrl-C does not wait for an answer that is on its way', async () => {
  const { input, asked, ended } = start(() => new Promise(() => {}), true)
  input.write('when?\r')
  while (asked.length === 0) await setTimeout(1)
  input.write('\u0003')
  await ended
})
