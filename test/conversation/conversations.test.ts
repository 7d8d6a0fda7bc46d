import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConversationOptions, createConversations } from '../../src/conversation/conversations.ts'

const MINUTE = 60_000

/** Conversations with a clock that a test sets. */
function converse(options: Partial<ConversationOptions> = {}) {
  let time = 1_000_000
  const conversations = createConversations({ now: () => time, ...options })
  return {
    ...conversations,
    wait(milliseconds: number) {
      time += milliseconds
    },
  }
}

describe('a conversation', () => {
  it('is empty before its first question', () => expect(converse().recall('a')).toEqual([]))

  it('holds its questions, oldest first, and no one else’s', () => {
    const { recall, remember } = converse()
    remember('a', 'ลงนามวันไหน')
    remember('b', 'What is the scope?')
    remember('a', 'แล้วฉบับเดิมล่ะ')
    expect(recall('a')).toEqual(['ลงนามวันไหน', 'แล้วฉบับเดิมล่ะ'])
    expect(recall('b')).toEqual(['What is the scope?'])
  })

  it('holds the last six questions', () => {
    const { recall, remember } = converse()
    for (let i = 1; i <= 8; i++) remember('a', `question ${i}`)
    expect(recall('a')).toEqual([3, 4, 5, 6, 7, 8].map((i) => `question ${i}`))
  })

  it('is what it was when it was recalled, whatever is asked afterwards', () => {
    const { recall, remember } = converse()
    remember('a', 'first')
    const before = recall('a')
    remember('a', 'second')
    expect(before).toEqual(['first'])
  })

  it('may have any name', () => {
    const { recall, remember } = converse()
    expect(recall('__proto__')).toEqual([])
    remember('__proto__', 'first')
    remember('', 'second')
    expect([recall('__proto__'), recall(''), recall('constructor')]).toEqual([['first'], ['second'], []])
  })
})

describe('a conversation is forgotten', () => {
  it('half an hour after its last question', () => {
    const { recall, remember, wait } = converse()
    remember('a', 'first')
    wait(30 * MINUTE - 1)
    expect(recall('a')).toEqual(['first'])
    remember('a', 'second')
    wait(30 * MINUTE - 1)
    expect(recall('a')).toEqual(['first', 'second'])
    wait(1)
    expect(recall('a')).toEqual([])
  })

  it('also when it goes on before anybody recalls it', () => {
    const { recall, remember, wait } = converse()
    remember('a', 'first')
    wait(31 * MINUTE)
    remember('a', 'second')
    expect(recall('a')).toEqual(['second'])
  })

  it('but not by being recalled', () => {
    const { recall, remember, wait } = converse({ expiresAfter: 10 })
    remember('a', 'first')
    wait(9)
    recall('a')
    wait(1)
    expect(recall('a')).toEqual([])
  })

  it('when there are too many, the one that has been quiet longest first', () => {
    const { recall, remember } = converse({ mostConversations: 2 })
    remember('a', '1')
    remember('b', '2')
    remember('a', '3')
    remember('c', '4')
    expect([recall('a'), recall('b'), recall('c')]).toEqual([['1', '3'], [], ['4']])
  })
})

it('whatever happens, holds what a plain list of all questions would give', () => {
  const limits = { expiresAfter: 10, mostTurns: 3, mostConversations: 2 }
  const name = fc.constantFrom('a', 'b', 'c')
  const step = fc.oneof(
    fc.record({ do: fc.constant('remember' as const), name }),
    fc.record({ do: fc.constant('recall' as const), name }),
    fc.record({ do: fc.constant('wait' as const), milliseconds: fc.integer({ min: 0, max: 12 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { recall, remember, wait } = converse(limits)
      let time = 0
      let asked: { name: string; question: string; time: number }[] = []
      for (const [i, next] of steps.entries()) {
        if (next.do === 'wait') {
          time += next.milliseconds
          wait(next.milliseconds)
        }
        const lastOf = (of: string) => asked.findLast((entry) => entry.name === of)?.time ?? 0
        asked = asked.filter((entry) => time - lastOf(entry.name) < limits.expiresAfter)
        if (next.do === 'remember') {
          asked.push({ name: next.name, question: `q${i}`, time })
          remember(next.name, `q${i}`)
          const latest = [...new Set(asked.toReversed().map((entry) => entry.name))].slice(0, limits.mostConversations)
          asked = asked.filter((entry) => latest.includes(entry.name))
        }
        if (next.do === 'recall') {
          const questions = asked.filter((entry) => entry.name === next.name).map(({ question }) => question)
          expect(recall(next.name)).toEqual(questions.slice(-limits.mostTurns))
        }
      }
    }),
    { numRuns: 1000 },
  )
})
