import { createJsonReader } from './json-reader.ts'
import type { TokenUsage } from './language-model.ts'
import { estimateTokens } from './token-estimate.ts'
import type { WritingFormat } from './writing-ways.ts'

/** What there is of an answer that comes in LangChain's chunks. */
export interface StreamedAnswer {
  /** Takes a chunk; the value as far as it's written when it has grown, else undefined. */
  push(chunk: StreamedChunk): object | undefined
  /** The value; undefined when the chunks had none, or not all of it. */
  end(): object | undefined
  /** True once nothing more can change the value. */
  readonly isWhole: boolean
  /** True once the value has begun. */
  readonly hasBegun: boolean
  readonly chunks: number
  /** UTF-8, of the text and the tool's arguments. */
  readonly bytes: number
  /** As the service says, once it has. */
  readonly usage: TokenUsage | undefined
  /** The tokens of what was written, thinking too, at most. */
  readonly estimatedTokens: number
  /** Why it ended: `stop`, `length`, `content_filter` … */
  readonly finishReason: string | undefined
}

/** What is read of an AIMessageChunk; servers leave out what they like. */
export interface StreamedChunk {
  content?: unknown
  tool_call_chunks?: readonly { index?: number | undefined; args?: string | undefined }[] | undefined
  additional_kwargs?: Readonly<Record<string, unknown>>
  response_metadata?: Readonly<Record<string, unknown>>
  usage_metadata?: { input_tokens?: number; output_tokens?: number } | undefined
}

/** Thinking is counted, and never read. */
export function createStreamedAnswer(format: WritingFormat, parsePartial: (text: string) => unknown): StreamedAnswer {
  const written = createJsonReader(parsePartial)
  /** What a model says beside calling the tool: the value, when the server knows no tools and doesn't say so. */
  const aside = format === 'tool' ? createJsonReader(parsePartial) : undefined
  let firstTool: number | undefined
  let [chunks, bytes, estimatedTokens] = [0, 0, 0]
  let usage: TokenUsage | undefined
  let finishReason: string | undefined

  const argumentsIn = ({ tool_call_chunks: calls = [] }: StreamedChunk) => {
    firstTool ??= calls[0]?.index
    return calls.map(({ index, args }) => (index === firstTool ? (args ?? '') : '')).join('')
  }
  return {
    push(chunk) {
      const said = stringIn(chunk.content)
      const args = aside === undefined ? '' : argumentsIn(chunk)
      chunks++
      bytes += Buffer.byteLength(said) + Buffer.byteLength(args)
      estimatedTokens += estimateTokens(said + args + stringIn(chunk.additional_kwargs?.reasoning_content))
      usage = usageIn(chunk) ?? usage
      finishReason = stringIn(chunk.response_metadata?.finish_reason) || finishReason
      if (aside === undefined) return written.push(said)
      aside.push(said)
      return written.push(args)
    },
    end: () => written.end() ?? aside?.end(),
    get isWhole() {
      return written.whole
    },
    get hasBegun() {
      return written.begun
    },
    get chunks() {
      return chunks
    },
    get bytes() {
      return bytes
    },
    get usage() {
      return usage
    },
    get estimatedTokens() {
      return estimatedTokens
    },
    get finishReason() {
      return finishReason
    },
  }
}

function stringIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function usageIn({ usage_metadata: usage }: StreamedChunk): TokenUsage | undefined {
  const { input_tokens: inputTokens = -1, output_tokens: outputTokens = -1 } = usage ?? {}
  const isCount = (tokens: number) => Number.isSafeInteger(tokens) && tokens >= 0
  return isCount(inputTokens) && isCount(outputTokens) ? { inputTokens, outputTokens } : undefined
}
