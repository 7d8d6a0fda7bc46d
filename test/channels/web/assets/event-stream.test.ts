import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEventParser, type PageEvent, readEvents } from '../page-events.ts'

test.each<[string, string, PageEvent[]]>([
  ['an event with its name', 'event: statement\ndata: {}\n\n', [{ event: 'statement', data: '{}' }]],
  ['one without a name', 'data: a\n\n', [{ event: 'message', data: 'a' }]],
  ['several lines of data', 'data: a\ndata:\ndata: b\n\n', [{ event: 'message', data: 'a\n\nb' }]],
  ['one space after the colon, no more', 'data:  a\n\n', [{ event: 'message', data: ' a' }]],
  ['no space after the colon', 'data:a:b\n\n', [{ event: 'message', data: 'a:b' }]],
  ['a field without a colon', 'data\n\n', [{ event: 'message', data: '' }]],
  [
    'comments and fields of no concern',
    ': hello\n\nid: 1\nretry: 9\ndata: a\nother: b\n\n',
    [{ event: 'message', data: 'a' }],
  ],
  ['a name that had no data', 'event: lost\n\ndata: a\n\n', [{ event: 'message', data: 'a' }]],
  ['CRLF', 'event: x\r\ndata: a\r\n\r\n', [{ event: 'x', data: 'a' }]],
  ['CR', 'event: x\rdata: a\r\r', [{ event: 'x', data: 'a' }]],
  ['a byte order mark', '\ufeffdata: a\n\n', [{ event: 'message', data: 'a' }]],
  ['nothing', '', []],
])('reads %s', async (_, text, events) => {
  expect(await collect(readEvents(new Response(text)))).toEqual(events)
})

test('an event that breaks off is none', async () => {
  expect(await collect(readEvents(new Response('data: a\n\ndata: b\n')))).toEqual([{ event: 'message', data: 'a' }])
})

test('a CRLF in two pieces is one line end, also with an empty piece between', () => {
  const parse = createEventParser()
  const events = ['data: a\r', '', '\ndata: b\r', '\n\r', '\n'].flatMap((piece) => [...parse(piece)])
  expect(events).toEqual([{ event: 'message', data: 'a\nb' }])
})

test('an event is there as soon as its empty line has begun', () => {
  const parse = createEventParser()
  expect([...parse('data: a\r\n\r')]).toEqual([{ event: 'message', data: 'a' }])
})

test('however the bytes are cut, the events are the same', async () => {
  const line = fc.string({
    unit: fc.constantFrom('ที่', 'ำ', '署', '👩‍👩‍👧', 'é', 'a', ':', ' ', '{', '"'),
    maxLength: 8,
  })
  const event = fc.record({
    event: fc.constantFrom('message', 'statement', 'turn'),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    spaced: fc.boolean(),
    comment: fc.boolean(),
  })
  const stream = fc.record({ events: fc.array(event, { maxLength: 5 }), end: fc.constantFrom('\n', '\r', '\r\n') })
  await fc.assert(
    fc.asyncProperty(stream, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), async ({ events, end }, sizes) => {
      const text = events.flatMap(({ event, lines, spaced, comment }) => [
        ...(comment ? [': ที่', ''] : []),
        ...(event === 'message' ? [] : [`event: ${event}`]),
        ...lines.map((line) => (spaced || line.startsWith(' ') ? `data: ${line}` : `data:${line}`)),
        '',
      ])
      const bytes = new TextEncoder().encode(text.map((line) => line + end).join(''))
      expect(await collect(readEvents(new Response(cut(bytes, sizes))))).toEqual(
        events.map(({ event, lines }) => ({ event, data: lines.join('\n') })),
      )
    }),
  )
})

test('a browser that hands out no stream reads the events at the end', async () => {
  const response = { body: null, text: async () => 'event: answer\ndata: ทั้งหมด\n\n' }
  expect(await collect(readEvents(response))).toEqual([{ event: 'answer', data: 'ทั้งหมด' }])
})

test('whoever has read enough ends the stream', async () => {
  const cancelled = Promise.withResolvers<void>()
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: a\n\n')),
    cancel: () => cancelled.resolve(),
  })
  for await (const { data } of readEvents(new Response(body))) {
    expect(data).toBe('a')
    break
  }
  await cancelled.promise
})

test('a stream that breaks throws, after the events before it', async () => {
  const body = ReadableStream.from(breakingOff())
  const events = readEvents(new Response(body))
  expect(await events.next()).toEqual({ done: false, value: { event: 'message', data: 'a' } })
  await expect(events.next()).rejects.toThrow('The line is cut')
})

async function* breakingOff() {
  yield new TextEncoder().encode('data: a\n\n')
  throw new Error('The line is cut')
}

function collect(events: AsyncIterable<PageEvent>): Promise<PageEvent[]> {
  return Array.fromAsync(events)
}

function cut(bytes: Uint8Array, sizes: Iterator<number>): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      const end = at + (sizes.next().value as number)
      controller.enqueue(bytes.subarray(at, end))
      at = end
    },
  })
}
