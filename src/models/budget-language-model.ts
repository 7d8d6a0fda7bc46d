import type { LanguageModel, WritingRequest } from './language-model.ts'
import { LanguageModelError } from './language-model-error.ts'
import type { TokenBudget } from './token-budget.ts'
import { estimateTokens, TOKENS_A_REQUEST } from './token-estimate.ts'

export interface BudgetOptions {
  /** As messages name it. */
  service: string
  budget: TokenBudget
}

/** Writes as long as the day's tokens last. */
export function budgetLanguageModel(inner: LanguageModel, { service, budget }: BudgetOptions): LanguageModel {
  return {
    model: inner.model,
    async *write(request, writing) {
      const reservation = budget.reserve(mostTokensOf(request))
      if (reservation === undefined) {
        const problem = `the ${budget.perDay} tokens of this day are used up; wait for the next, or raise CHAT_TOKENS_PER_DAY`
        throw new LanguageModelError('over-budget', service, problem)
      }
      let used = 0
      try {
        yield* inner.write(request, {
          ...writing,
          onUsage(usage) {
            used += usage.inputTokens + usage.outputTokens
            writing.onUsage?.(usage)
          },
        })
      } finally {
        reservation.settle(used)
      }
    },
  }
}

/** Of one attempt: seldom is there another, and what it uses is counted when it's over. */
function mostTokensOf({ system, user, schema, maxTokens }: WritingRequest): number {
  return estimateTokens(system + user + JSON.stringify(schema)) + TOKENS_A_REQUEST + maxTokens
}
