import type { Span } from '../../ports/understanding.ts'

const negatedBefore =
  /(?:^|[\s])(?:not|isn['’]?t|aren['’]?t|don['’]?t|no|non|never|less|without|nothing|안)(?: too| so| very| overly| that| a| an| any| look| like){0,2}[\s-]$/
const negatedAfter =
  /^(?:[가-힣]{0,2}\s?지\s?(?:않|안|말)|\s?(?:않은|않게|아닌|말고)|じゃな|ではな|でな|くな|すぎな)/

/** A wish turned round ("not too formal", 派手じゃない) is no wish for it; the words stay. */
export function isNegated(text: string, span: Span): boolean {
  return (
    negatedBefore.test(text.slice(Math.max(0, span.start - 24), span.start)) ||
    negatedAfter.test(text.slice(span.end, span.end + 8))
  )
}
