import type { AgeGroup, Gender, Sort, WishKind } from '../contract/vocabulary.ts'

/** Half-open range of characters in the folded query. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a wish does to the list. Only `price` and `exclude` may remove products by themselves. */
export type WishEffect =
  /** Inclusive bounds, integer minor units of the market's currency. */
  | { readonly type: 'price'; readonly min?: number; readonly max?: number }
  /**
   * Removes products that *state* one of `words` (title, category, attribute, option, material, keywords),
   * unless they state one of `satisfiedBy` (무향, wire-free). A product that states neither stays and ranks below.
   */
  | { readonly type: 'exclude'; readonly words: readonly string[]; readonly satisfiedBy: readonly string[] }
  /** Filters only where most candidates state the field, else lifts. `values` holds the spellings to look for. */
  | { readonly type: 'color'; readonly family: string; readonly values: readonly string[] }
  | { readonly type: 'size'; readonly values: readonly string[] }
  | { readonly type: 'gender'; readonly gender: Gender; readonly words: readonly string[] }
  | { readonly type: 'age'; readonly ageGroups: readonly AgeGroup[]; readonly words: readonly string[] }
  | { readonly type: 'sort'; readonly sort: Sort }
  /** Words worth a little where a product or its reviews say them. */
  | { readonly type: 'boost'; readonly words: readonly string[] }

export interface Wish {
  /** Stable for the same phrase, so that a chip's × can name it: `price:..50000`, `exclude:leather`. */
  readonly id: string
  readonly kind: WishKind
  /** For the chip, in the query's language. */
  readonly label: string
  readonly hard: boolean
  readonly span: Span
  readonly effect: WishEffect
}

/** One word of the query as a shopper would see it. */
export interface QueryWord {
  /** Folded, particles still on. */
  readonly text: string
  readonly span: Span
  /**
   * How much the word counts as a search word: 1 content; 0 consumed by a price, a sort or a negation;
   * between for filler ("something for").
   */
  readonly weight: number
}

/** A concept of the shop's world (see worker/search/knowledge) that words of the query speak of. */
export interface ConceptMention {
  /** Such as `occasion:wedding-guest`. */
  readonly concept: string
  readonly span: Span
}

export interface Understanding {
  /** The query after folding (NFKC, lower case, spaces collapsed): what spans point into. */
  readonly folded: string
  readonly words: readonly QueryWord[]
  readonly wishes: readonly Wish[]
  readonly concepts: readonly ConceptMention[]
}
