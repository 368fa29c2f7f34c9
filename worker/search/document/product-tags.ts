import type { Product } from '../../ports/product.ts'
import { kindsOfProduct, lineage } from '../knowledge/product-kinds.ts'
import { TAG_STRONG, tagProduct, type ProductTag } from '../knowledge/tag-product.ts'
import { strongTagTerm, tagTerm } from '../knowledge/tag-term.ts'
import { modelTagWorth, type ModelTag } from './enrichment.ts'
import type { AnalysedText } from './product-text.ts'
import { TAG_FULL } from './term-vector.ts'

/** What a merchant said of a product's tags: names of concepts it serves, and of those it does not. */
export interface TagCorrections {
  readonly added: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
}

export const uncorrected: TagCorrections = { added: new Set(), removed: new Set() }

/** Who else speaks of a product's tags. */
export interface TagSpeakers {
  readonly corrections?: TagCorrections
  readonly modelTags?: readonly ModelTag[]
}

/**
 * A model's tags beside those found by rule. What both say is surer than either; a model that could quote nothing for a
 * tag proves nothing new.
 */
function withModelTags(found: readonly ProductTag[], modelTags: readonly ModelTag[]): ProductTag[] {
  const byConcept = new Map(found.map((tag) => [tag.concept, tag]))
  for (const { concept, grounds, evidence } of modelTags) {
    const worth = modelTagWorth[grounds]
    const held = byConcept.get(concept)
    const own = held?.confidence ?? 0
    const confidence = grounds === 'quoted' ? 1 - (1 - own) * (1 - worth) : Math.max(own, worth)
    byConcept.set(
      concept,
      held && own >= worth ? { ...held, confidence } : { concept, confidence, source: 'model', evidence },
    )
  }
  return [...byConcept.values()]
}

/**
 * The concepts a product serves: what its kind, its texts and its reviews say, what a model has read out of them, and
 * before all what the merchant says.
 */
export function productTags(
  product: Product,
  { fields, evidence, reviews }: AnalysedText,
  { corrections = uncorrected, modelTags = [] }: TagSpeakers = {},
): ProductTag[] {
  const { added, removed } = corrections
  const [title = [], , category = [], attributes = [], description = []] = fields
  const found = tagProduct(product, {
    stated: new Set([...title, ...category, ...attributes]),
    description: new Set(description),
    evidence,
    reviews,
  })
  return [
    ...withModelTags(found, modelTags).filter(({ concept }) => !removed.has(concept) && !added.has(concept)),
    ...[...added].map((concept): ProductTag => ({
      concept: concept as ProductTag['concept'],
      confidence: 1,
      source: 'merchant',
      evidence: '',
    })),
  ]
}

/**
 * Tags as terms with their values: what the product is, what it serves, and what it serves well. Adult goods have
 * none: a row to tap is for everyone.
 */
export function tagTerms(
  product: Product,
  text: AnalysedText,
  speakers: TagSpeakers = {},
): Map<string, number> {
  const terms = new Map<string, number>()
  if (product.adult) return terms
  for (const kind of kindsOfProduct(product.title, product.category).kinds.flatMap(lineage))
    terms.set(tagTerm(`kind:${kind}`), 1)
  for (const { concept, confidence } of productTags(product, text, speakers)) {
    terms.set(tagTerm(concept), Math.round(confidence * TAG_FULL))
    if (confidence >= TAG_STRONG) terms.set(strongTagTerm(concept), 1)
  }
  return terms
}
