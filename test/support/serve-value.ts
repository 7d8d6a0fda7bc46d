import { afterAll, beforeEach } from 'vitest'
import { createOpenAILanguageModel, type OpenAILanguageModelOptions } from '../../src/models/language-model-openai.ts'
import { KEY, VALUE } from '../contract/language-model.ts'
import { startChatServer } from './chat-server.ts'

export const JSON_VALUE = JSON.stringify(VALUE)

/** A chat server for the tests of a file, which writes the value unless a test has it do otherwise, and models that ask it. */
export async function serveValue() {
  const server = await startChatServer()
  afterAll(() => server[Symbol.asyncDispose]())
  beforeEach(() => {
    server.reset()
    server.reply = () => JSON_VALUE
  })
  const create = (options: Partial<OpenAILanguageModelOptions> = {}) =>
    createOpenAILanguageModel({ model: 'test-chat', apiKey: KEY, baseURL: server.baseURL, ...options })
  return { server, create }
}
