import type { Locale } from '../contract/vocabulary.ts'
import { findPersonal } from '../privacy/redact.ts'
import { fold } from '../search/text/fold.ts'
import { plainLine } from '../search/text/plain-line.ts'
import { WISH_CHARACTERS } from './enrich-prompt.ts'
import { isWrittenIn } from './written-in.ts'

const LETTERS_LEAST = 4

/** Letters and the marks of a sentence: no digit, no sign of money, nothing a page or a prompt could act on. */
const plainWords = /^[\p{L}\p{M}\s'’,.?!·~・、。ー-]+$/u

/** Letters on both sides of a full stop are an address. */
const pointer = /\p{L}\.\p{L}/u

/** A wish speaks of the shopper, not of the shop: prices, offers, superlatives, promises. */
const selling = new RegExp(
  [
    '할인|세일|특가|최저가|무료 ?배송|쿠폰|만 ?원|천 ?원|최고의|최상의|일위|업계|완벽 ?보장|보장',
    String.raw`(?<![a-z])(?:sale|discount\w*|cheapest|coupons?|free shipping|dollars?|best|number one|guarantee\w*|perfect)(?![a-z])`,
    'セール|割引|最安|送料無料|クーポン|最高の|最上の|一番売れ|保証|万円|千円',
  ].join('|'),
  'u',
)

/** A run of so many letters is no chance; in scripts of syllables half of it says as much. */
const RUN = 18
const RUN_WIDE = 9

const compact = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')

export interface WishSurroundings {
  readonly locale: Locale
  /** What is on the wish's own card. */
  readonly own: string
  /** What stands beside it in the same prompt. */
  readonly others: readonly string[]
  /** The claims guard's word on what may be said of the product. */
  readonly maySay: (wish: string) => boolean
}

/** As wishes are compared with them: letters only. To be made once for all wishes of a product. */
export const surroundings = ({ own, others, ...around }: WishSurroundings): WishSurroundings => ({
  ...around,
  own: compact(own),
  others: others.map(compact),
})

/** True when a run of it was copied from a neighbour's card or from the prompt. */
function isCopied(wish: string, { own, others, locale }: WishSurroundings): boolean {
  const run = locale === 'en' ? RUN : RUN_WIDE
  const letters = compact(wish)
  for (let at = 0; at + run <= letters.length; at++) {
    const piece = letters.slice(at, at + run)
    if (!own.includes(piece) && others.some((other) => other.includes(piece))) return true
  }
  return false
}

/**
 * A wish as it is kept, or null when it is none: not one short plain line in the shop's language, a reference to
 * something or somebody, an offer, a claim about health, words of another product or of the prompt, or the title again.
 */
export function judgeWish(written: string, around: WishSurroundings): string | null {
  const wish = plainLine(written)
  if (wish.length > WISH_CHARACTERS || !plainWords.test(wish)) return null
  const letters = compact(wish)
  if (letters.length < LETTERS_LEAST || !isWrittenIn(wish, around.locale)) return null
  const folded = fold(wish)
  if (pointer.test(folded) || selling.test(folded) || !around.maySay(wish)) return null
  if (findPersonal(wish).spans.length > 0) return null
  return around.own.includes(letters) || isCopied(wish, around) ? null : wish
}
