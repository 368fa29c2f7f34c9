import { findPersonal } from '../../privacy/redact.ts'
import { hasLoneLetters } from '../text/jamo.ts'
import { foldQuery } from '../understand/fold-query.ts'
import { isProfane } from './profanity.ts'

const SHORTEST = 2
const LONGEST = 40

/** Digits from which on a run, whatever stands between them, may be a telephone, order or account number. */
const numberLike = /(?:\d[-.\s]?){6,}/u
/** Addresses, handles and links are somebody's; so was what redaction left a mark of. */
const personal =
  /[@#]|\[[a-z]+\]|:\/\/|www\.|\.(?:com|net|org|kr|jp)\b|\d+\s*(?:동|호|번지|층|番地|丁目|号室)(?![가-힣])|(?:주문|운송장|송장|계좌|전화|연락처|order|tracking|invoice|account)\s*(?:번호|no|number|#)?\s*[:#]?\s*\d/u

/**
 * The form in which a shopper's query may be shown to others, once enough of them have typed it; null when it never
 * may: it has or may have personal data, or words of abuse, or is no whole text. Errs on the side of leaving out. Pure.
 */
export function suggestable(query: string): string | null {
  const text = foldQuery(query)
  if (text.length < SHORTEST || text.length > LONGEST || !/\p{L}/u.test(text)) return null
  if (findPersonal(text).spans.length > 0 || numberLike.test(text) || personal.test(text)) return null
  return hasLoneLetters(text) || isProfane(text) ? null : text
}
