import type { BudgetReason } from '../contract/vocabulary.ts'
import type { Result } from '../result.ts'
import type { Completion, CompletionRequest, ModelFailure } from './language-model.ts'

/** Why a model was not asked at all. */
export type BoundFailure =
  | { readonly kind: 'budget'; readonly because: BudgetReason }
  /** It failed again and again, and is left alone for a moment. */
  | { readonly kind: 'resting' }

/** What a caller learns, from the model or from memory. */
export type Answer = Pick<Completion, 'text' | 'model'>

/** A model within the bounds of a shop: what it may spend, how often it may ask, what it has been told already. */
export interface MeteredModel {
  complete(request: CompletionRequest): Promise<Result<Answer, ModelFailure | BoundFailure>>
}
