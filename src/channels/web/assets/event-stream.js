// Reads server-sent events from the answer to a fetch, since EventSource can't post.
// Their format: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream

/** The events of a response, `{ event, data }`, each as soon as it's whole. `onData` hears of all that comes, comments too. */
export async function* readEvents(response, onData = () => {}) {
  const parse = createEventParser()
  // Where a browser hands out no stream, they come all at once.
  if (!response.body) {
    yield* parse(await response.text())
    return
  }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onData()
      yield* parse(decoder.decode(value, { stream: true }))
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

/** Takes the stream's text in pieces, however it's cut, and yields the events that each piece completes. */
export function createEventParser() {
  let begun = ''
  let endedInReturn = false
  let event = ''
  let data = []

  return function* parse(text) {
    if (text === '') return
    // A CRLF that is cut in two is one line end.
    const fresh = endedInReturn && text.startsWith('\n') ? text.slice(1) : text
    endedInReturn = text.endsWith('\r')
    const lines = (begun + fresh).split(/\r\n|\r|\n/u)
    begun = lines.pop()
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield { event: event || 'message', data: data.join('\n') }
        event = ''
        data = []
        continue
      }
      const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/su.exec(line)
      if (field === 'event') event = value
      else if (field === 'data') data.push(value)
    }
  }
}
