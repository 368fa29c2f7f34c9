import { conceptKinds, type ConceptKind } from './concept.ts'
import type { ConceptName } from './concepts.ts'
import type { ProductTag } from './tag-product.ts'

/**
 * Concepts worth asking a model about for one product: all that there are would not fit into a prompt, and most of them
 * are out of the question. Pure.
 */

/** Of the concepts that code has found some sign of, so many of each kind, the surest first. */
const fromRules: Readonly<Record<ConceptKind, number>> = {
  mood: 5,
  occasion: 6,
  recipient: 5,
  season: 3,
  place: 3,
  style: 4,
  feature: 5,
}

/** What any product may serve, whatever its words. */
const general: readonly ConceptName[] = [
  'mood:cozy',
  'mood:calm',
  'mood:romantic',
  'mood:cute',
  'mood:elegant',
  'mood:minimal',
  'mood:neat',
  'mood:comfortable',
  'occasion:birthday',
  'occasion:work',
  'recipient:mother',
  'recipient:father',
  'recipient:friend',
  'season:spring',
  'season:summer',
  'season:autumn',
  'season:winter',
  'season:rain',
]

const kindOf = (concept: ConceptName): string => concept.slice(0, concept.indexOf(':'))

/**
 * @param ruleTags the product's tags as code found them
 * @param denied concepts that the product's own words speak against
 */
export function candidateConcepts(
  ruleTags: readonly ProductTag[],
  denied: ReadonlySet<ConceptName>,
): ConceptName[] {
  const surest = ruleTags.toSorted(
    (left, right) => right.confidence - left.confidence || (left.concept < right.concept ? -1 : 1),
  )
  const chosen = conceptKinds.flatMap((kind) =>
    surest
      .filter(({ concept }) => kindOf(concept) === kind)
      .slice(0, fromRules[kind])
      .map(({ concept }) => concept),
  )
  return [...new Set([...chosen, ...general])].filter((concept) => !denied.has(concept))
}
