import type { ChatReply, ChatRequestBody, Refusal } from './chat-server.ts'

/** How servers word what they can't do, and with what status. */
export const REFUSALS = {
  /** https://github.com/ggml-org/llama.cpp/issues/9522: an unknown format is a server's error there. */
  llamaCppFormat: {
    status: 500,
    body: JSON.stringify({
      error: {
        code: 500,
        message: 'response_format type must be one of "text" or "json_object", but got: json_schema',
        type: 'server_error',
      },
    }),
  },
  /** https://github.com/ollama/ollama/issues/6027 */
  ollamaTools: {
    status: 400,
    body: JSON.stringify({
      error: { message: 'stablelm2:latest does not support tools', type: 'api_error', param: null, code: null },
    }),
  },
  /** https://github.com/modelscope/ms-agent/issues/489: older vLLM has the message at the top. */
  vllmStreamOptions: {
    status: 400,
    body: JSON.stringify({
      object: 'error',
      message:
        "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg': 'Extra inputs are not permitted'}]",
      type: 'BadRequestError',
      param: null,
      code: 400,
    }),
  },
  /** https://github.com/openai/openai-agents-python/issues/442: Mistral, as a web framework words it. */
  mistralStreamOptions: {
    status: 422,
    body: JSON.stringify({
      detail: [
        {
          type: 'extra_forbidden',
          loc: ['body', 'stream_options', 'include_usage'],
          msg: 'Extra inputs are not permitted',
        },
      ],
    }),
  },
  openAITemperature: {
    status: 400,
    body: JSON.stringify({
      error: {
        message:
          "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'unsupported_value',
      },
    }),
  },
  /** Says nothing of what it minds. */
  plain: { status: 422, body: 'Unprocessable Entity' },
} satisfies Record<string, Refusal>

export function errorBody({ message = 'Failed', code }: { message?: string; code?: string }): string {
  return JSON.stringify({ error: { message, type: 'error', param: null, code: code ?? null } })
}

/** https://platform.openai.com/docs/api-reference/chat/object */
export function completion(body: ChatRequestBody, reply: ChatReply) {
  const tool = reply.ignoresTools ? undefined : body.tools?.[0]?.function.name
  const text = reply.text ?? ''
  const called = { id: 'call_1', type: 'function', function: { name: tool, arguments: text } }
  const message = { role: 'assistant', ...(tool === undefined ? { content: text } : { tool_calls: [called] }) }
  return {
    ...idOf(body, 'chat.completion'),
    choices: [{ index: 0, message, finish_reason: reply.finishReason ?? 'stop' }],
    usage: usageOf(reply),
  }
}

/** The events of a stream: https://platform.openai.com/docs/api-reference/chat/streaming */
export function* streamOf(body: ChatRequestBody, reply: ChatReply): Generator<string | 'hanging' | 'dropping'> {
  const { lineEnd = '\n', breaksOff } = reply
  const withUsage = body.stream_options?.include_usage === true
  const event = (data: string) => `data: ${data}${lineEnd}${lineEnd}`
  const chunk = (choices: object[], usage: object | null = null) =>
    event(JSON.stringify({ ...idOf(body, 'chat.completion.chunk'), choices, ...(withUsage && { usage }) }))
  const delta = (written: object, finish_reason: string | null = null) =>
    chunk([{ index: 0, delta: written, finish_reason }])
  const tool = reply.ignoresTools ? undefined : body.tools?.[0]?.function.name
  const called = (fields: object) => delta({ tool_calls: [{ index: 0, ...fields }] })

  if (reply.emptyChunks) yield chunk([])
  yield `: a comment${lineEnd}${lineEnd}`
  yield delta({ role: 'assistant', content: '' })
  for (const piece of cut(reply.reasoning ?? '', reply.chunkLength)) yield delta({ reasoning_content: piece })
  if (tool !== undefined) yield called({ id: 'call_1', type: 'function', function: { name: tool, arguments: '' } })
  let number = 0
  do {
    for (const piece of cut(reply.text ?? '', reply.chunkLength)) {
      if (breaksOff?.after === number++) {
        if (breaksOff.by === 'ending') return
        if (breaksOff.by === 'sending broken JSON') yield event('{"choices": [{"delta": ')
        else if (breaksOff.by === 'sending an error')
          yield event(errorBody({ message: `Overloaded while at ${piece}` }))
        else return yield breaksOff.by
      }
      yield tool === undefined ? delta({ content: piece }) : called({ function: { arguments: piece } })
      if (reply.emptyChunks) yield chunk([])
    }
  } while (reply.endless)
  yield delta({}, reply.finishReason ?? 'stop')
  if (withUsage) yield chunk([], usageOf(reply))
  yield event('[DONE]')
}

function idOf({ model }: ChatRequestBody, object: string) {
  return { id: 'chatcmpl-1', object, created: 1_755_000_000, model, system_fingerprint: 'stand-in' }
}

function usageOf({ usage = { prompt_tokens: 30, completion_tokens: 12 } }: ChatReply) {
  return { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens }
}

/** By code points: a character's marks may come in the next chunk. */
function* cut(text: string, length = 3): Generator<string> {
  const points = Array.from(text)
  for (let at = 0; at < points.length; at += length) yield points.slice(at, at + length).join('')
}
