import { claimsJudge } from '../../claims/judge-claim.ts'
import type { Hit } from '../../contract/search.ts'
import type { Card } from '../../ports/retriever.ts'
import { REASON_MOST } from '../reason.ts'
import { saysNo } from '../says-yes-or-no.ts'
import { soundsDoubtful } from '../sounds-doubtful.ts'
import { analyse } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { nameKey } from '../text/name-key.ts'
import { findQuotation } from './find-quotation.ts'
import { REASONS_MOST, textShown } from './prompt.ts'
import { readReasons } from './read-reasons.ts'

/** A quotation shorter than this says nothing by itself. */
const REASON_LEAST = 6

export interface QuotableCards {
  /** In the order in which the model saw them. */
  readonly cards: readonly Card[]
  /** The final order. */
  readonly ids: readonly string[]
  /** As the page shows them, with the reasons that they have. */
  readonly hits: readonly Hit[]
  readonly query: string
}

/** Why something that was written is not shown, as the ledger counts it. */
type Refusal =
  /** Without a card or a phrase. */
  | 'reason_unreadable'
  /** Of a product that is not among the first, or said a second time. */
  | 'reason_misplaced'
  | 'reason_not_quoted'
  /** Quoted against its sense: what it is taken from denies it. */
  | 'reason_denied'
  /** A price, a title, a category, what the card says already. */
  | 'reason_idle'
  /** The claims guard holds it back. */
  | 'reason_claim'

export interface QuotedReasons {
  /** By product id. */
  readonly reasons: Readonly<Record<string, string>>
  readonly dropped: Readonly<Partial<Record<Refusal, number>>>
}

/** Quotation marks and stops a model puts around what it copies. */
const around = /^[\s"'“”‘’「」『』…·.,;:。、]+|[\s"'“”‘’「」『』…·.,;:。、]+$/gu

/** An amount of money: the card says what a product costs now, its texts what it cost once. */
const amount =
  /\p{Sc}\s?\d|\d\s?\p{Sc}|\d[\d,.]*\s?[만천백]?\s?(?:원|달러|엔|유로|円|元)|(?<![a-z])(?:krw|usd|eur|gbp|jpy|cny)\s?\d|\d\s?(?:krw|usd|eur|gbp|jpy|cny|won|yen|dollars?|euros?|bucks)(?![a-z])/u

const saysNoWord = (folded: string): boolean => !/\p{L}/u.test(folded)

/** Whether a quotation says anything that the title and the category do not. */
function saysMore(quote: string, { title, category }: Card): boolean {
  const known = new Set([...analyse(title), ...analyse(category)])
  return analyse(quote).some((term) => !known.has(term))
}

const lastWord = (line: string): string => fold(line).split(' ').at(-1) ?? ''

/** Where a card says a phrase itself: in the part of its text that the model was shown, in whole words. */
function findIn(card: Card, shown: string, phrase: string) {
  for (const { text, isFact } of card.statements ?? []) {
    const found = findQuotation(phrase, text)
    if (!found) continue
    // A fact's name by itself is no more than half of it.
    const quote = isFact ? found.line : found.quote
    if (findQuotation(quote, shown)) return { quote, line: found.line, isFact }
  }
  return undefined
}

function judged(
  phrase: string,
  card: Card,
  place: number,
  { hits, query }: QuotableCards,
): { readonly quote: string } | { readonly refused: Refusal } {
  const found = findIn(card, textShown(card, place), phrase.replaceAll(around, ''))
  if (!found) return { refused: 'reason_not_quoted' }
  const { quote, line, isFact } = found
  const folded = fold(quote)
  // As with all reasons: a denial fits only a wish that denies, and then it has to be quoted along.
  const isDenied = soundsDoubtful(fold(line)) && !(soundsDoubtful(fold(query)) && soundsDoubtful(folded))
  if (isDenied || (isFact && saysNo(lastWord(line)))) return { refused: 'reason_denied' }
  const said = hits.find(({ id }) => id === card.id)?.reason ?? ''
  const isIdle =
    quote.length < REASON_LEAST ||
    quote.length > REASON_MOST ||
    saysNoWord(folded) ||
    amount.test(folded) ||
    !saysMore(quote, card) ||
    nameKey(said).includes(nameKey(quote))
  if (isIdle) return { refused: 'reason_idle' }
  const { category, title } = card
  // What is quoted may name goods that title and category leave open. What needs proof is not said on a model's word:
  // products praise themselves, and whoever chooses among their words is no merchant.
  const judges = [claimsJudge({ category: [category], title }), claimsJudge(null)]
  // A claim is none the less made by half of it.
  const maySay = judges.every((judge) => [quote, line].every((text) => judge(text, 'model').display))
  return maySay ? { quote } : { refused: 'reason_claim' }
}

/**
 * What a model says of the first three products of the final order, as far as it quotes that product's own card: in the
 * shop's spelling, in whole words, not against its sense, and nothing that the claims guard holds back. Whatever else it
 * wrote is left out and counted. Pure; no text makes it throw.
 */
export function quoteReasons(text: string, context: QuotableCards): QuotedReasons {
  const { cards, ids } = context
  const first = new Set(ids.slice(0, REASONS_MOST))
  const { written, unreadable } = readReasons(text, cards.length)
  const reasons = new Map<string, string>()
  const dropped: Partial<Record<Refusal, number>> = {}
  const drop = (why: Refusal, times = 1) => {
    if (times > 0) dropped[why] = (dropped[why] ?? 0) + times
  }
  drop('reason_unreadable', unreadable)
  for (const { place, phrase } of written) {
    const card = cards[place]
    if (!card || !first.has(card.id) || reasons.has(card.id)) {
      drop('reason_misplaced')
      continue
    }
    const verdict = judged(phrase, card, place, context)
    if ('quote' in verdict) reasons.set(card.id, verdict.quote)
    else drop(verdict.refused)
  }
  return { reasons: Object.fromEntries(reasons), dropped }
}
