import type { ModelsConfig } from './config.ts'
import { budgetLanguageModel } from './models/budget-language-model.ts'
import { guardLanguageModel } from './models/guard-language-model.ts'
import type { LanguageModel } from './models/language-model.ts'
import { createOpenAILanguageModel } from './models/language-model-openai.ts'
import { nameService } from './models/openai-address.ts'
import { createMemoryUsageStore, createTokenBudget, type UsageStore } from './models/token-budget.ts'

export interface LanguageModelDeps {
  /** Milliseconds since 1970. */
  now: () => number
  /** Where the tokens used are kept; without one, in the process. */
  usage?: UsageStore
}

/** The chat model of the settings, guarded and within the day's budget; undefined when there's none, or nothing to spend. */
export function createLanguageModel(
  models: ModelsConfig | undefined,
  { now, usage = createMemoryUsageStore() }: LanguageModelDeps,
): LanguageModel | undefined {
  if (models === undefined || models.tokensPerDay === 0) return undefined
  const { apiKey, baseURL, chatModel, tokensPerDay, callsAtOnce } = models
  const service = nameService(chatModel, baseURL)
  const model = createOpenAILanguageModel({
    model: chatModel,
    ...(apiKey !== undefined && { apiKey }),
    ...(baseURL !== undefined && { baseURL }),
    now,
  })
  return budgetLanguageModel(guardLanguageModel(model, { service, callsAtOnce, now }), {
    service,
    budget: createTokenBudget({ perDay: tokensPerDay, store: usage, now }),
  })
}
