import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bubbleBytes, carouselBytes } from '../../../src/channels/line/limits.ts'
import { renderFlex } from '../../../src/channels/line/render-flex.ts'
import type { RenderOptions } from '../../../src/channels/line/render-options.ts'
import { renderOriginalWords } from '../../../src/channels/line/render-passage.ts'
import { renderText } from '../../../src/channels/line/render-text.ts'
import { createClients } from '../../support/line-platform/clients.ts'
import { type LinePlatform, startLinePlatform } from '../../support/line-platform/line-platform.ts'
import { checkMessages } from '../../support/line-platform/messages/check-messages.ts'
import { fullAnswer } from '../web/answer-fixture.ts'
import { arbitraryAnswer } from './arbitrary-answer.ts'

const flexBytes = { bubble: bubbleBytes, carousel: carouselBytes }
const renderOptions: fc.Arbitrary<RenderOptions> = fc.record(
  {
    chat: fc.constantFrom('person', 'group'),
    publicUrl: fc.constantFrom(
      'https://accord.example.go.th',
      'https://example.org/a/',
      'http://127.0.0.1:3000',
      'https://ไทย.example',
    ),
    quoteToken: fc.constant('quote-token'),
  },
  { requiredKeys: ['chat'] },
)

let line: LinePlatform
beforeAll(async () => {
  line = await startLinePlatform({ flexBytes })
})
afterAll(() => line[Symbol.asyncDispose]())

test('whatever the answer, LINE takes it: as flex and as text, in its own chat and in a group', () => {
  fc.assert(
    fc.property(arbitraryAnswer, renderOptions, (answer, options) => {
      for (const messages of [renderFlex(answer, options), renderText(answer, options), renderOriginalWords(answer)]) {
        expect(checkMessages(messages, flexBytes)).toMatchObject({ ok: true })
      }
    }),
    { numRuns: 2_000 },
  )
})

test('over HTTP as well', async () => {
  const { api } = createClients(line)
  const many = { ...fullAnswer, sources: Array(7).fill(fullAnswer.sources[0]) }
  for (const answer of [fullAnswer, many]) {
    for (const chat of ['person', 'group'] as const) {
      await api.validateReply({ messages: renderFlex(answer, { chat }) })
      await api.validateReply({ messages: renderText(answer, { chat }) })
    }
  }
})
