import type { ClaimNeeds, ClaimRuleId } from '../contract/claims.ts'
import type { Locale } from '../contract/vocabulary.ts'
import type { ProductClass } from './product-class.ts'

/** Where a text that is to be shown comes from. */
export const claimSources = ['merchant', 'shoppers', 'rule', 'reviews', 'model', 'code'] as const
/**
 * `merchant`: quoted from the shop's own data. `shoppers`: what enough others searched for. `rule`: a tag that rules
 * found. `reviews`: quoted from a reviewer. `model`: written or chosen by a model. `code`: fixed words.
 */
export type ClaimSource = (typeof claimSources)[number]

/** Phrases of one language, and what forbids them there. */
export interface PhraseList {
  readonly language: Locale
  /** Short name of the law, with its article. */
  readonly law: string
  /**
   * Alternatives of a regular expression on folded text, several a line. A space of a Korean or Japanese phrase also
   * stands for a particle or for nothing, of an English one for a hyphen; `_` is a space that may be missing. English
   * phrases are whole words. No repetition without a bound: texts come from anyone. Of a rule that needs proof the
   * lines of all languages speak of the same things in the same order: what proves one proves no other.
   */
  readonly phrases: readonly string[]
}

export interface ClaimRule {
  readonly id: ClaimRuleId
  readonly classes: readonly ProductClass[] | 'every'
  /** Whose words it is about; everyone's unless named. */
  readonly sources?: readonly ClaimSource[]
  /**
   * `never`: whatever stands behind it. `proof`: the merchant may state it, being the one who can prove it, and what
   * he states of a product may be said of it; a shopper may look for it.
   */
  readonly needs: ClaimNeeds
  /** None: whatever the text says. */
  readonly lists: readonly PhraseList[]
  /** The law where there are no phrases. */
  readonly law?: string
}
