import type { Locale } from '../../contract/vocabulary.ts'
import type { AnswerVerdict, ModelFailure } from '../../ports/language-model.ts'
import type { BoundFailure, MeteredModel } from '../../ports/metered-model.ts'
import { err, ok, type Result } from '../../result.ts'
import { expansionPrompt } from './prompt.ts'
import { readExpansion } from './read-expansion.ts'

export interface ExpansionRequest {
  readonly model: MeteredModel
  /** Without personal data. */
  readonly query: string
  readonly locale: Locale
  readonly departments: readonly string[]
  /** Milliseconds since the epoch. */
  readonly deadlineAt: number
  readonly signal: AbortSignal
}

/** An answer without a word may be better the next time. */
const judgeExpansion = (text: string): AnswerVerdict =>
  readExpansion(text).length > 0 ? { keep: true } : { keep: false, unused: 'no_word' }

/**
 * Asks a model what to look for beside the words of a wish. The answer is words and nothing else: they can find and
 * rank products, and do nothing besides. A model whose answer holds no word counts as failed (`malformed`).
 */
export async function expandQuery(
  request: ExpansionRequest,
): Promise<Result<string[], ModelFailure | BoundFailure>> {
  const { model, query, locale, departments, deadlineAt, signal } = request
  const prompt = expansionPrompt(query, locale, departments)
  const answer = await model.complete({
    ...prompt,
    temperature: 0,
    deadlineAt,
    signal,
    judge: judgeExpansion,
  })
  if (!answer.ok) return answer
  const words = readExpansion(answer.value.text)
  return words.length > 0 ? ok(words) : err({ kind: 'malformed', detail: 'no word in the answer' })
}
