import type { RunnableConfig } from '@langchain/core/runnables'

/** One JSON value that a language model is asked for. */
export interface WritingRequest {
  /** What the model is told to do. */
  system: string
  /** What it is to do it with: data, whatever it says. */
  user: string
  /** Names the value: letters, digits and underscores. */
  name: string
  /** JSON Schema of the value, an object; all properties required, no additional ones, as structured output wants it. */
  schema: Record<string, unknown>
  /** Tokens that it may write at most. */
  maxTokens: number
}

export interface WritingOptions {
  /** Ends the writing, and the call behind it. Aborted with a TimeoutError, as by AbortSignal.timeout, it's the service that was slow. */
  signal: AbortSignal
  /** Callbacks of the LangChain run that the call is a part of, so that a tracer sees it there. */
  config?: RunnableConfig
  /** When the caller stops waiting, in milliseconds since 1970: what would come too late isn't tried again. */
  deadline?: number
  /** Told what each request to the service used, a failed one too: as counted there, or else estimated. */
  onUsage?: (usage: TokenUsage) => void
  /** Told whenever the service has written something, also what makes no new value, such as thinking. */
  onProgress?: () => void
}

export interface TokenUsage {
  inputTokens: number
  outputTokens: number
}

/** A language model that writes JSON. Nothing that it writes is believed. */
export interface LanguageModel {
  /** As its service knows it. */
  readonly model: string
  /**
   * The value as far as it is written, each time that it has grown; the last one is the whole. It is JSON, and not checked
   * against the schema. Throws a LanguageModelError; when aborted, one of the kind `aborted`.
   */
  write(request: WritingRequest, options: WritingOptions): AsyncGenerator<unknown>
}
