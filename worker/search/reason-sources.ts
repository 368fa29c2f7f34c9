import { evidenceOf, fieldMask, termHash, textFields, type TermVector } from './document/term-vector.ts'
import { SHARED_LEAST } from './reason.ts'
import { analyseQueryWord } from './text/analyse.ts'

/** Which of a product's texts can give a reason at all. */
export interface ReasonSources {
  readonly attributes: boolean
  readonly description: boolean
  readonly reviews: boolean
}

const attributes = fieldMask([textFields.indexOf('attributes')])
const description = fieldMask([textFields.indexOf('description')])

/**
 * Tells by its terms which texts of a product hold enough of the query's words for `reasonFor` to find anything in
 * them: most hold too few, and reading and analysing them is what a page of results costs most. Pure.
 */
export function reasonSources(queryWords: readonly string[]): (vector: TermVector) => ReasonSources {
  const words = [...new Set(queryWords)]
    .map((word) => analyseQueryWord(word).map(termHash))
    .filter((hashes) => hashes.length > 0)
  const least = Math.min(words.length, SHARED_LEAST)
  return (vector) => {
    let inAttributes = 0
    let inDescription = 0
    let inReviews = 0
    for (const hashes of words) {
      const counts = hashes.map((hash) => vector.counts(hash))
      if (counts.every((count) => (count & attributes) !== 0)) inAttributes += 1
      if (counts.every((count) => (count & description) !== 0)) inDescription += 1
      if (counts.every((count) => evidenceOf(count) > 0)) inReviews += 1
    }
    return {
      // One word is enough where it is a fact's value.
      attributes: inAttributes > 0,
      description: inDescription > 0 && inDescription >= least,
      reviews: inReviews > 0 && inReviews >= least,
    }
  }
}
