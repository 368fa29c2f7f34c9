import type { Answer } from '../ports/metered-model.ts'

/** Answers remembered by one isolate: an order is some hundred bytes, a line of words not many more. */
const REMEMBERED = 2_000
/** A longer one is asked for again: no answer to our questions is that long. */
const ANSWER_MOST = 4_000

/** Answers of models, the latest used ones. */
export class RememberedAnswers {
  readonly #answers = new Map<string, { readonly answer: Answer; readonly until: number }>()

  find(key: string, now: number): Answer | undefined {
    const held = this.#answers.get(key)
    if (!held) return undefined
    this.#answers.delete(key)
    if (held.until <= now) return undefined
    this.#answers.set(key, held)
    return held.answer
  }

  /** `until`: milliseconds since the epoch. */
  keep(key: string, answer: Answer, until: number): void {
    if (answer.text.length > ANSWER_MOST) return
    this.#answers.delete(key)
    this.#answers.set(key, { answer, until })
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > REMEMBERED && oldest !== undefined) this.#answers.delete(oldest)
  }
}
