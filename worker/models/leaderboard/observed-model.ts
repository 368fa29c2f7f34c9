import type { Completion, CompletionRequest, LanguageModel } from '../../ports/language-model.ts'
import type { MeteredModel } from '../../ports/metered-model.ts'

/** A model that can be asked how its last call went. */
export interface ObservedModel {
  readonly model: LanguageModel
  /** What the last call brought, once; null: nothing. */
  take(): Completion | null
}

/** Looks on as a model answers. One call at a time. */
export function observe(model: LanguageModel): ObservedModel {
  let last: Completion | null = null
  return {
    model: {
      async complete(request) {
        last = null
        const answer = await model.complete(request)
        last = answer.ok ? answer.value : null
        return answer
      },
    },
    take() {
      const taken = last
      last = null
      return taken
    },
  }
}

/**
 * A metered model that answers for itself: what it was asked by shoppers is not given again and what it answers here is
 * not kept, so that each call shows its time and cost. `question` names the call among all.
 */
export function unremembered(metered: MeteredModel, question: string): MeteredModel {
  const asked = (request: CompletionRequest): CompletionRequest => ({
    ...request,
    sameAs: question,
    // The server's own count of tokens comes at the end.
    untilEnd: true,
    judge: (text) => ({ ...request.judge?.(text), keep: false }),
  })
  return { complete: (request) => metered.complete(asked(request)) }
}
