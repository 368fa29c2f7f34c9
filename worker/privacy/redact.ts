import { abroadAddressRules } from './addresses-abroad.ts'
import { koreanAddressRules } from './addresses-korea.ts'
import { accountRules, cardRules } from './cards-and-accounts.ts'
import { emailRules } from './emails.ts'
import { handleRules } from './handles.ts'
import { identityRules } from './identity-numbers.ts'
import { nameRules } from './names.ts'
import { orderRules } from './orders.ts'
import type { PersonalSpan, Range, Rule } from './personal-kinds.ts'
import { mobileRules, phoneRules } from './phones.ts'
import { comparableText, readableText } from './readable-text.ts'

/**
 * The order decides who gets what two could claim: a mobile number is one even where an order's number is asked for,
 * an order's number is no resident's or card's, an account is no telephone.
 */
const rules: readonly Rule[] = [
  ...emailRules,
  ...mobileRules,
  ...orderRules,
  ...identityRules,
  ...cardRules,
  ...accountRules,
  ...phoneRules,
  ...koreanAddressRules,
  ...abroadAddressRules,
  ...handleRules,
  ...nameRules,
]

/** Stands for what an earlier rule took. No readable text holds it. */
const TAKEN = '\ue000'

function without(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of ranges) {
    parts.push(text.slice(from, start), TAKEN.repeat(end - start))
    from = end
  }
  return parts.join('') + text.slice(from)
}

export interface Found {
  /** The text as the spans count it: NFKC, without characters nobody sees. */
  readonly text: string
  /** From left to right, none over another. */
  readonly spans: readonly PersonalSpan[]
}

/** A number glued to another is seen once that one is gone. */
const LOOKS = 3

/** Where personal data and numbers of orders stand in a text. Takes time linear in its length. Pure. */
export function findPersonal(text: string): Found {
  const readable = readableText(text)
  let left = comparableText(readable)
  const spans: PersonalSpan[] = []
  for (let look = 0; look < LOOKS; look += 1) {
    const before = spans.length
    for (const { kind, find } of rules) {
      const ranges = find(left)
      if (ranges.length === 0) continue
      spans.push(...ranges.map((range) => ({ kind, ...range })))
      left = without(left, ranges)
    }
    if (spans.length === before) break
  }
  return { text: readable, spans: spans.sort((one, other) => one.start - other.start) }
}

/**
 * The text with a mark such as `[phone]` for every piece of personal data, in NFKC; as it is where there is none. What
 * may be logged, cached, kept or sent to a model. Errs on the side of taking out where nothing a shop sells looks alike. Pure.
 * @param orders true to mark numbers of orders and parcels as well, which otherwise stay
 */
export function redact(text: string, { orders = false }: { orders?: boolean } = {}): string {
  const found = findPersonal(text)
  const parts: string[] = []
  let from = 0
  for (const { kind, start, end } of found.spans) {
    if (kind === 'order' && !orders) continue
    parts.push(found.text.slice(from, start), `[${kind}]`)
    from = end
  }
  // Normalising would split what a shopper left unfinished (ㅊㅊ) into letters nobody types.
  return parts.length === 0 ? text : parts.join('') + found.text.slice(from)
}
