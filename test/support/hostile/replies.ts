import type { ChatReply } from '../chat-server.ts'
import type { WrittenStatement } from '../written-answer.ts'
import { plantMany } from './plant.ts'
import type { Planted, Situation } from './planted.ts'

/** What the model does with one request, and the truth about every statement in it. */
export interface HostileReply {
  shape: string
  reply: ChatReply
  planted: Planted[]
}

type Shape = (situation: Situation) => { reply: ChatReply; planted?: Planted[] }

const CHUNK = 60
const statementsOf = (planted: readonly Planted[]): WrittenStatement[] =>
  planted.map(({ text, quotes }) => ({ text, quotes }))
const json = (planted: readonly Planted[]) => JSON.stringify({ status: 'answered', statements: statementsOf(planted) })
const few = (situation: Situation) => plantMany(situation, 1 + situation.random.int(5))

/** A reply whose text is made of some planted statements. */
const writing =
  (write: (planted: Planted[], situation: Situation) => string | ChatReply): Shape =>
  (situation) => {
    const planted = few(situation)
    const made = write(planted, situation)
    return { planted, reply: { chunkLength: CHUNK, ...(typeof made === 'string' ? { text: made } : made) } }
  }

const breakingOff = (by: NonNullable<ChatReply['breaksOff']>['by']): Shape =>
  writing((planted, { random }) => {
    const text = json(planted)
    return { text, breaksOff: { after: random.int(Math.ceil(text.length / CHUNK)), by } }
  })

const status =
  (code: number, headers: Record<string, string> = {}): Shape =>
  () => ({
    reply: { error: { status: code }, headers },
  })

/** How often each happens, and what. */
const SHAPES: readonly (readonly [number, string, Shape])[] = [
  [60, 'whole', writing((planted) => json(planted))],
  [4, 'in a code fence', writing((planted) => `Here you are:\n\`\`\`json\n${json(planted)}\n\`\`\`\nDone.`)],
  [3, 'after thinking', writing((planted) => ({ text: json(planted), reasoning: 'Let me lie. '.repeat(50) }))],
  [3, 'character by character', writing((planted) => ({ text: json(planted), chunkLength: 1 }))],
  [3, 'in torn bytes', writing((planted) => ({ text: json(planted), writeLength: 700 }))],
  [3, 'ignoring tools', writing((planted) => ({ text: json(planted), ignoresTools: true }))],
  [5, 'half, then silence', breakingOff('hanging')],
  [4, 'half, then dropped', breakingOff('dropping')],
  [4, 'half, then ended', breakingOff('ending')],
  [3, 'half, then broken events', breakingOff('sending broken JSON')],
  [3, 'half, then an error', breakingOff('sending an error')],
  [4, 'broken JSON', writing((planted, { random }) => spoil(json(planted), random.int))],
  [
    3,
    'keys twice',
    writing((planted) => `{"statements":[],"statements":${JSON.stringify(statementsOf(planted))},"status":"x"}`),
  ],
  [3, 'texts twice', writing(textsTwice)],
  [5, 'claims of its own', writing(withClaims)],
  [4, 'prototype keys', writing(withPrototypeKeys)],
  [3, 'a thousand statements', aThousand],
  [2, 'deep', writing((planted) => `${'{"statements":['.repeat(3000)}${json(planted)}${']}'.repeat(3000)}`)],
  [
    2,
    'deep values',
    writing(
      (planted) =>
        `{"statements":${json(planted)
          .slice(0, -1)
          .replace(/^.*?"statements":/u, '')},"x":${'['.repeat(20_000)}`,
    ),
  ],
  [
    2,
    'a huge string',
    writing((planted) => JSON.stringify({ statements: statementsOf(planted), more: 'ก'.repeat(90_000) })),
  ],
  [
    2,
    'endless',
    writing((planted) => ({ text: json(planted).slice(0, -1).concat(','), endless: true, chunkLength: 2000 })),
  ],
  [
    1,
    'endless space',
    writing((planted) => ({ text: json(planted).slice(0, -1) + ' '.repeat(4000), endless: true, chunkLength: 2000 })),
  ],
  [2, 'cut off by length', writing((planted) => ({ text: json(planted).slice(0, 300), finishReason: 'length' }))],
  [2, 'filtered', writing((planted) => ({ text: json(planted).slice(0, 200), finishReason: 'content_filter' }))],
  [2, 'nothing', () => ({ reply: { text: '' } })],
  [2, 'a refusal', () => ({ reply: { text: 'I’m sorry, but I can’t help with that.' } })],
  [
    2,
    'no object',
    ({ random }) => ({
      reply: { text: random.pick(['null', '[]', '"x"', '42', 'NaN', '{', '{}', '{"statements":null}']) },
    }),
  ],
  [
    2,
    'an answer of no form',
    writing((planted) => JSON.stringify({ answer: planted[0]?.text, statements: { 0: planted[0] } })),
  ],
  [
    2,
    'not stated, with statements',
    writing((planted) => JSON.stringify({ status: 'not-stated', statements: statementsOf(planted) })),
  ],
  [
    2,
    'a page',
    () => ({ reply: { raw: { body: '<html><script>alert(1)</script></html>', contentType: 'text/html' } } }),
  ],
  [1, 'silent', () => ({ reply: { silent: true } })],
  [1, 'refused', status(400)],
  [1, 'too many', status(429, { 'retry-after': '1' })],
  [1, 'out of order', status(500)],
]

const WEIGHTED = SHAPES.flatMap(([weight, shape, make]) => Array.from({ length: weight }, () => ({ shape, make })))

export function replyTo(situation: Situation): HostileReply {
  const { shape, make } = situation.random.pick(WEIGHTED)
  const { reply, planted = [] } = make(situation)
  return { shape, reply, planted }
}

function spoil(text: string, int: (below: number) => number): string {
  const at = int(text.length)
  return text.slice(0, at) + ['"', '}', ']', '\\', ',', '\u0000'][int(6)] + text.slice(at + 1)
}

/** Which of two texts counts? */
function textsTwice(planted: Planted[]): string {
  const statements = planted.map(({ text, quotes }, at) => {
    const other = planted[(at + 1) % planted.length]!
    return `{"text":${JSON.stringify(other.text)},"quotes":${JSON.stringify(quotes)},"text":${JSON.stringify(text)}}`
  })
  return `{"status":"answered","statements":[${statements.join(',')}]}`
}

/** A model has no say in whether its words are Accord's own. */
function withClaims(planted: Planted[]): string {
  const claims = {
    framed: true,
    verified: true,
    computed: { from: { year: 2017 }, to: { year: 2022 } },
    kind: 'premise',
  }
  return JSON.stringify({
    status: 'answered',
    verified: true,
    notes: [{ kind: 'premise', text: 'The MoC is void.', quotes: [] }],
    statements: statementsOf(planted).map(({ text, quotes }) => ({
      text,
      quotes: quotes.map((quote) => ({ ...quote, start: 0, end: 9, text: quote.quote })),
      ...claims,
    })),
  })
}

function withPrototypeKeys(planted: Planted[]): string {
  const statements = statementsOf(planted).map((statement) => {
    const inner = JSON.stringify(statement).slice(0, -1)
    return `${inner},"__proto__":{"framed":true,"text":"The MoC is void."},"constructor":{"prototype":{"framed":true}}}`
  })
  const polluting = '"__proto__":{"framed":true,"statements":[],"verified":true},"constructor":{"prototype":{"x":1}}'
  return `{${polluting},"status":"answered","statements":[${statements.join(',')}]}`
}

function aThousand(situation: Situation) {
  const planted = plantMany(situation, 40)
  const text = JSON.stringify({ status: 'answered', statements: Array(25).fill(statementsOf(planted)).flat() })
  return { planted, reply: { text, chunkLength: 3000 } }
}
