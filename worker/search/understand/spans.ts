import type { Span } from '../../ports/understanding.ts'

/** Whether two half-open ranges share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `span` shares a character with any of `taken`. */
export function isTaken(span: Span, taken: readonly Span[]): boolean {
  return taken.some((other) => overlap(span, other))
}
