import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReceiptCheck } from '../../src/receipt.ts'
import type { Answer } from '../../src/vocabulary.ts'
import { readEvents } from '../channels/web/page-events.ts'
import { type ChatServer, startChatServer } from '../support/chat-server.ts'
import { type RunningAccord, runNode, startAccord } from '../support/run-node.ts'
import { written, writtenAnswer } from '../support/written-answer.ts'
import { answerSchema } from './answer-schema.ts'

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge')
const KEY = 'sk-a-secret-key'

/** Each question once: what a model drafted is remembered. */
const EARLIER = 'When was the earlier MoC signed?'
const signedEarlier = written(
  'The earlier MoC was signed on 7 June 2017.',
  'clauses-en#earlier-signing',
  'The earlier MoC was signed on 7 June 2017',
)
const radio = written(
  'The scope includes the deployment and use of open and secure 5G.',
  'clauses-en#scope-radio',
  'The scope includes cooperation in modern radio communication technologies, namely the deployment and use of open and secure 5G.',
)

let home: string
let server: ChatServer
let accord: RunningAccord
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'accord-generated-'))
  server = await startChatServer()
  accord = await start()
})
afterAll(async () => {
  await accord[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  rmSync(home, { recursive: true })
})
beforeEach(() => server.reset())

const settings = (env: Record<string, string> = {}) => ({
  cwd: home,
  env: {
    KNOWLEDGE_DIR: KNOWLEDGE,
    DATA_DIR: join(home, 'data'),
    OPENAI_BASE_URL: server.baseURL,
    OPENAI_API_KEY: KEY,
    CHAT_MODEL: 'stand-in',
    ANSWER_DEADLINE_SECONDS: '6',
    ...env,
  },
})
const start = (env?: Record<string, string>) => startAccord(settings(env))

interface Asking {
  question: string
  language?: string
  conversation?: string
}

function post(url: string, body: Asking, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/api/ask`, { method: 'POST', body: JSON.stringify(body), headers })
}

async function ask(body: Asking, { url }: Pick<RunningAccord, 'url'> = accord): Promise<Answer> {
  return answerSchema.parse(await (await post(url, body)).json())
}

/** As it's found by its id, by a process of its own. */
async function receiptOf({ id }: Answer): Promise<ReceiptCheck> {
  const { code, stdout, stderr } = await runNode('scripts/ask.ts', ['--receipt', id, '--json'], settings())
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as ReceiptCheck
}

const textsOf = ({ statements }: Answer) => statements.map(({ text }) => text)

describe('with a language model', () => {
  it('says so when it starts', () => {
    expect(accord.greeting).toMatch(/^ {2}models +answers drafted by stand-in$/mu)
  })

  it('answers in its words, on the page too, and keeps a receipt that holds', async () => {
    server.reply = () => JSON.stringify(writtenAnswer(signedEarlier))
    const answer = await ask({ question: EARLIER })
    expect(answer).toMatchObject({ mode: 'generated', status: 'answered' })
    expect(textsOf(answer)).toEqual([signedEarlier.text])
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`)

    const { receipt, holds } = await receiptOf(answer)
    expect(holds).toBe(true)
    expect(receipt).toMatchObject({
      id: answer.id,
      mode: 'generated',
      model: 'stand-in',
      indexVersion: answer.indexVersion,
    })
    expect(receipt.statements).toEqual([
      {
        text: signedEarlier.text,
        quotes: [{ passageId: signedEarlier.quotes[0]?.passage, quote: signedEarlier.quotes[0]?.quote }],
      },
    ])
    expect(JSON.stringify(receipt)).not.toContain(EARLIER)

    const page = await fetch(`${accord.url}/?question=${encodeURIComponent(EARLIER)}`)
    expect(await page.text()).toContain(signedEarlier.text)
  })

  it('streams: each statement before the answer, and with the words that will stand in it', async () => {
    const other = written(
      `${signedEarlier.text.slice(0, -1)} between MIC and MDES.`,
      signedEarlier.quotes[0]!.passage,
      'The earlier MoC was signed on 7 June 2017 between MIC and MDES',
    )
    server.reply = () => JSON.stringify(writtenAnswer(signedEarlier, other))
    const response = await post(accord.url, { question: `${EARLIER} And by whom?` }, { accept: 'text/event-stream' })
    const events = await Array.fromAsync(readEvents(response))
    const answer = answerSchema.parse(JSON.parse(events.at(-1)!.data))
    expect(answer.mode).toBe('generated')
    expect(events.map(({ event }) => event)).toEqual([...answer.statements.map(() => 'statement'), 'answer'])
    expect(events.slice(0, -1).map(({ data }) => JSON.parse(data).text)).toEqual(textsOf(answer))
  })

  it('shows a statement while the model still writes, and answers without it when it stops there', async () => {
    const text = JSON.stringify(writtenAnswer(radio, { ...radio, quotes: [...radio.quotes, ...radio.quotes] }))
    server.reply = () => ({
      text,
      chunkLength: 10,
      breaksOff: { after: Math.floor(text.length / 10) - 1, by: 'hanging' },
    })
    const response = await post(accord.url, { question: 'What does it say about 5G?' }, { accept: 'text/event-stream' })
    const events = readEvents(response)
    expect(JSON.parse((await events.next()).value!.data)).toMatchObject({ text: radio.text })
    const rest = await Array.fromAsync(events)
    const answer = answerSchema.parse(JSON.parse(rest.at(-1)!.data))
    expect(answer.mode).toBe('extractive')
    expect(textsOf(answer)).not.toContain(radio.text)
    expect(await server.requests[0]!.ended).toBe('by the client')
    expect((await receiptOf(answer)).receipt).toMatchObject({ mode: 'extractive', model: 'stand-in', fallback: 'late' })
  })

  it('delivers nothing that it has wrong', async () => {
    const question = 'Who are the parties?'
    const wrong = written('The parties are MIC and the Ministry of Finance.', 'clauses-en#parties', 'The parties are')
    server.reply = () => JSON.stringify(writtenAnswer(wrong))
    const answer = await ask({ question })
    expect(answer.mode).toBe('extractive')
    expect(JSON.stringify(answer)).not.toContain('Finance')
    expect(server.requests).toHaveLength(2)
    const { receipt, dropped } = await receiptOf(answer)
    expect(receipt.fallback).toBe('nothing-verified')
    expect(dropped).toHaveLength(2)
    for (const { reason } of dropped) expect(reason).not.toContain('Finance')
  })

  it('has it complete a follow-up', async () => {
    server.reply = ({ body }) =>
      JSON.stringify(
        body.messages[0]?.content.includes('rewrite')
          ? { question: 'When was the earlier MoC signed?' }
          : writtenAnswer(),
      )
    const conversation = 'a'
    await ask({ question: 'When was the new MoC signed?', conversation })
    const answer = await ask({ question: 'and the earlier one?', conversation })
    expect(textsOf(answer).join('\n')).toContain('7 June 2017')
    expect(server.requests.map(({ body }) => body.messages[1]?.content).join('\n')).toContain('and the earlier one?')
  })

  it('tries again when there are too many requests for a moment', async () => {
    const objective = written(
      'The objective is to promote cooperation and exchange in the fields of information technology, communications and digital.',
      'clauses-en#objective',
    )
    server.reply = (_, number) =>
      number === 0
        ? { error: { status: 429 }, headers: { 'retry-after': '0' } }
        : JSON.stringify(writtenAnswer(objective))
    expect((await ask({ question: 'What is the objective?' })).mode).toBe('generated')
    expect(server.requests).toHaveLength(2)
  })

  it('does not wait for a model that asks for more time than there is', async () => {
    server.reply = () => ({ error: { status: 429 }, headers: { 'retry-after': '60' } })
    const answer = await ask({ question: 'What are the principles of the cooperation?' })
    expect(answer).toMatchObject({ mode: 'extractive', status: 'answered' })
    expect((await receiptOf(answer)).receipt.fallback).toBe('rate-limited')
    expect(server.requests).toHaveLength(1)
  })

  it('asks no model about what no source states', async () => {
    expect(await ask({ question: 'what is the budget?' })).toMatchObject({ mode: 'extractive', status: 'not-stated' })
    expect(server.requests).toEqual([])
  })
})

describe('without the model that is set', () => {
  it('answers in time when it is silent, and says which answer it is', async () => {
    server.reply = () => ({ silent: true })
    await using other = await start({ ANSWER_DEADLINE_SECONDS: '2' })
    const answer = await ask({ question: 'MoC ฉบับใหม่ลงนามเมื่อไหร่' }, other)
    expect(answer).toMatchObject({ mode: 'extractive', status: 'answered', language: 'th' })
    expect(textsOf(answer).join('\n')).toContain('5 สิงหาคม 2565')
    expect((await receiptOf(answer)).receipt.fallback).toBe('late')
    expect(await server.requests[0]!.ended).toBe('by the client')
  })

  it('answers when its key is refused, says what to do in the log, and leaves it alone', async () => {
    server.reply = () => ({ error: { status: 401, message: `Incorrect API key provided: ${KEY}` } })
    await using other = await start()
    const answer = await ask({ question: EARLIER }, other)
    expect(answer).toMatchObject({ mode: 'extractive', status: 'answered' })
    expect((await receiptOf(answer)).receipt.fallback).toBe('unauthorised')
    const next = await ask({ question: 'Who signed the new MoC?' }, other)
    expect((await receiptOf(next)).receipt.fallback).toBe('circuit-open')
    expect(server.requests).toHaveLength(1)
    other.signal('SIGTERM')
    const { stderr } = await other.ended
    expect(stderr).toContain('check OPENAI_API_KEY')
    for (const secret of [KEY, EARLIER]) expect(stderr).not.toContain(secret)
  })

  it('answers when nobody is at its address', async () => {
    await using other = await start({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
    const answer = await ask({ question: '新しい覚書はいつ署名されましたか' }, other)
    expect(answer).toMatchObject({ mode: 'extractive', status: 'answered', language: 'ja' })
    expect((await receiptOf(answer)).receipt.fallback).toBe('unreachable')
  })

  it('answers when the day’s tokens are used up, and asks it nothing', async () => {
    await using other = await start({ CHAT_TOKENS_PER_DAY: '10' })
    const answer = await ask({ question: EARLIER }, other)
    expect(answer).toMatchObject({ mode: 'extractive', status: 'answered' })
    expect((await receiptOf(answer)).receipt.fallback).toBe('over-budget')
    expect(server.requests).toEqual([])
  })
})
