import type { Locale } from '../../contract/vocabulary.ts'

/** Families of concepts, each one file in `concepts/`. */
export const conceptKinds = ['occasion', 'recipient', 'season', 'place', 'mood', 'style', 'feature'] as const
export type ConceptKind = (typeof conceptKinds)[number]

/**
 * Phrases of one language, split by `|`, in the form that `fold` gives (lower case, NFKC, no Latin
 * accents), none of them empty or listed twice.
 */
export type PhraseLine = string

/**
 * A wish that shoppers put into words no product carries ("하객룩", "long flight", "新居"), and what is
 * known of the world about it: which kinds of product serve it and what their texts say when they do.
 * Knowledge of no shop: a reader first looks which of the product kinds the shop at hand sells.
 */
export interface Concept {
  /** Kebab case, unique within the kind; never changed once landed, since tags are kept under it. */
  readonly id: string
  readonly kind: ConceptKind
  /** What a chip says: at most 24 characters, not folded. */
  readonly label: Readonly<Record<Locale, string>>
  /**
   * What shoppers type when they wish this. A space is where Korean writes one; a matcher also takes the
   * phrase without it in Korean and with a hyphen in English. No phrase stands for two concepts of a kind.
   */
  readonly triggers: Readonly<Record<Locale, PhraseLine>>
  /** Product nouns as shops write them in titles and categories, the most fitting first. */
  readonly kinds: Readonly<Record<Locale, PhraseLine>>
  /** Properties, materials and turns of phrase in product texts and reviews that are evidence for it. */
  readonly says: Readonly<Record<Locale, PhraseLine>>
  /** Words in a title or category that speak clearly against it. */
  readonly not?: Readonly<Partial<Record<Locale, PhraseLine>>>
}
