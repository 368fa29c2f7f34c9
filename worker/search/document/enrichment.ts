import type { ConceptName } from '../knowledge/concepts.ts'

/**
 * What a model's word for a tag stands on: a phrase of the product's own text, one of a review, or none that is there.
 */
export type TagGrounds = 'quoted' | 'review' | 'unproven'

/** A tag that a model has given a product. */
export interface ModelTag {
  readonly concept: ConceptName
  readonly grounds: TagGrounds
  /** The phrase; empty when the model quoted nothing that is there. */
  readonly evidence: string
}

/** What a model has read out of a product's texts. */
export interface Enrichment {
  readonly tags: readonly ModelTag[]
  /** Wishes the product answers, in shoppers' words. They find; they are never shown. */
  readonly wishes: readonly string[]
}

export const notEnriched: Enrichment = { tags: [], wishes: [] }

/**
 * Confidence of a model's tag. Only one that quotes the product's own text may be shown and counted (`TAG_STRONG`):
 * one reviewer's word is no evidence, and a quotation that is not there is a guess. Both still find a little.
 */
export const modelTagWorth: Readonly<Record<TagGrounds, number>> = {
  quoted: 0.75,
  review: 0.45,
  unproven: 0.3,
}
