import type { Span } from '../../ports/understanding.ts'

/** The characters of a text that are already spoken for. */
export class Claims {
  readonly #taken: Uint8Array

  constructor(length: number) {
    this.#taken = new Uint8Array(length)
  }

  has(at: number): boolean {
    return this.#taken[at] === 1
  }

  add(span: Span): void {
    this.#taken.fill(1, span.start, span.end)
  }

  /** Claims the span unless it shares a character with an earlier one; whether it did. */
  claim(span: Span): boolean {
    if (this.#taken.subarray(span.start, span.end).includes(1)) return false
    this.add(span)
    return true
  }
}
