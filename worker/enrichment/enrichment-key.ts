import { digest } from '../catalogue/digest.ts'
import { concepts, nameOf } from '../search/knowledge/concepts.ts'

/** Counts up with every change of the prompt that makes other answers likely. */
const PROMPT_VERSION = 1

let vocabulary: string | undefined

const vocabularyVersion = (): string =>
  (vocabulary ??= digest(
    concepts.map((concept) => [nameOf(concept), ...Object.values(concept.label)].join('|')).join('\n'),
  ))

/** All that an answer depends on besides the product: the model, the vocabulary, the prompt. */
export const runOf = (model: string): string =>
  digest([PROMPT_VERSION, vocabularyVersion(), model].join('\n'))

/** How many reviews there are, roughly: none, a few, and so on by four. One review more is no reason to ask again. */
export const reviewsStep = (reviews: number): number =>
  reviews === 0 ? 0 : 1 + Math.floor(Math.log2(reviews) / 2)

/** Two products with the same key get the same answer: one that has it is not asked about again. */
export const enrichmentKey = (card: string, reviews: number, run: string): string =>
  digest([card, reviewsStep(reviews), run].join('\n'))
