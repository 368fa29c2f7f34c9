import type { Product } from '../../ports/product.ts'
import { fold } from '../text/fold.ts'
import type { Concept } from './concept.ts'
import { conceptIndex, type ConceptPhrase } from './concept-index.ts'
import { nameOf, type ConceptName } from './concepts.ts'
import { kindsOfProduct, lineage } from './product-kinds.ts'

/**
 * Which concepts a product serves, and why: by the kind of goods it is, by what its texts say, and by what enough of
 * its reviewers say. Grounded by construction: only a product that is sold can carry a tag. Pure.
 */

/** What was found out about a product's words. */
export interface ProductWords {
  /** Terms of title, category, attributes and keywords: what the shop states. */
  readonly stated: ReadonlySet<string>
  readonly description: ReadonlySet<string>
  /** Term to the number of reviews that use it. */
  readonly evidence: ReadonlyMap<string, number>
  readonly reviews: number
}

export type TagSource = 'kind' | 'text' | 'reviews' | 'model' | 'merchant'

export interface ProductTag {
  readonly concept: ConceptName
  /** 0 to 1. */
  readonly confidence: number
  /** What spoke for it most. */
  readonly source: TagSource
  /** The name or phrase that did. */
  readonly evidence: string
}

/** How much each sign is worth; they change little within wide bounds, so round numbers were kept. */
const tagWeights = {
  /** The product is called by a name that the concept lists. */
  named: 0.6,
  /** It is of a kind that the concept lists as a whole. */
  ofKind: 0.8,
  /** It is of a kind of which the concept lists a special form. */
  ofSpecialKind: 0.6,
  /** What one phrase takes away of the doubt that is left. */
  stated: 0.35,
  described: 0.25,
  reviewed: 0.3,
  nameStated: 0.6,
  nameReviewed: 0.5,
  /** How the three parts add up. */
  kindPart: 0.5,
  saysPart: 0.4,
  namePart: 0.5,
  togetherPart: 0.2,
}

/** Below this a tag is chance. */
const TAG_LEAST = 0.2
/** From here on a tag may be shown and counted. */
export const TAG_STRONG = 0.5

/** Share of a product's reviewers at which what they say is worth half. */
const REVIEWS_HALF = 0.1
/** Reviews a product is given in advance that say nothing. */
const REVIEWS_PRIOR = 5
/** One shopper's word is no evidence. */
const REVIEWERS_LEAST = 2

/** What is known so far of one concept on one product. */
interface Signs {
  kind: number
  /** What is left of the doubt: 1 nothing said. */
  saysDoubt: number
  nameDoubt: number
  best: { worth: number; source: TagSource; text: string }
}

function reviewersShare(terms: readonly string[], { evidence, reviews }: ProductWords): number {
  if (reviews === 0) return 0
  const saying = Math.min(...terms.map((term) => evidence.get(term) ?? 0))
  if (saying < REVIEWERS_LEAST) return 0
  const share = saying / (reviews + REVIEWS_PRIOR)
  return share / (share + REVIEWS_HALF)
}

class SignBook {
  readonly #signs = new Map<Concept, Signs>()

  #of(concept: Concept): Signs {
    const held = this.#signs.get(concept)
    if (held) return held
    const fresh: Signs = { kind: 0, saysDoubt: 1, nameDoubt: 1, best: { worth: 0, source: 'kind', text: '' } }
    this.#signs.set(concept, fresh)
    return fresh
  }

  kind(concept: Concept, worth: number, text: string): void {
    const signs = this.#of(concept)
    signs.kind = Math.max(signs.kind, worth)
    this.#note(signs, worth * tagWeights.kindPart, 'kind', text)
  }

  says({ concept, text, isName }: ConceptPhrase, worth: number, source: TagSource): void {
    const signs = this.#of(concept)
    if (isName) signs.nameDoubt *= 1 - worth
    else signs.saysDoubt *= 1 - worth
    this.#note(signs, worth * (isName ? tagWeights.namePart : tagWeights.saysPart), source, text)
  }

  #note(signs: Signs, worth: number, source: TagSource, text: string): void {
    if (worth > signs.best.worth) signs.best = { worth, source, text }
  }

  tags(isDenied: (concept: Concept) => boolean): ProductTag[] {
    const tags: ProductTag[] = []
    for (const [concept, { kind, saysDoubt, nameDoubt, best }] of this.#signs) {
      const { kindPart, saysPart, namePart, togetherPart } = tagWeights
      const says = 1 - saysDoubt
      const confidence = Math.min(
        1,
        kindPart * kind + saysPart * says + namePart * (1 - nameDoubt) + togetherPart * kind * says,
      )
      if (confidence < TAG_LEAST || isDenied(concept)) continue
      tags.push({ concept: nameOf(concept), confidence, source: best.source, evidence: best.text })
    }
    return tags
  }
}

function noteKinds(book: SignBook, { title, category }: Product): void {
  const { names, nameFinder, kinds: references } = conceptIndex()
  const { kinds, names: ownNames } = kindsOfProduct(title, category)
  const head = nameFinder
    .find(fold(title), 'title')
    .slice(-1)
    .map(({ value }) => value)
  for (const name of new Set([...ownNames, ...head])) {
    for (const concept of names.get(name) ?? []) book.kind(concept, tagWeights.named, name)
  }
  const own = new Set(kinds)
  for (const kind of new Set(kinds.flatMap(lineage))) {
    for (const { concept, general } of references.get(kind) ?? []) {
      if (general) book.kind(concept, tagWeights.ofKind, kind)
      else if (own.has(kind)) book.kind(concept, tagWeights.ofSpecialKind, kind)
    }
  }
}

function notePhrase(book: SignBook, phrase: ConceptPhrase, words: ProductWords): void {
  const { stated, description } = words
  const { stated: inStated, described, reviewed, nameStated, nameReviewed } = tagWeights
  const isStated = phrase.terms.every((term) => stated.has(term))
  const isDescribed = !isStated && phrase.terms.every((term) => stated.has(term) || description.has(term))
  if (isStated) book.says(phrase, phrase.isName ? nameStated : inStated, 'text')
  if (isDescribed) book.says(phrase, phrase.isName ? nameStated * 0.6 : described, 'text')
  const share = reviewersShare(phrase.terms, words)
  if (share > 0) book.says(phrase, share * (phrase.isName ? nameReviewed : reviewed), 'reviews')
}

/** The concepts a product serves at least a little, in no order. */
export function tagProduct(product: Product, words: ProductWords): ProductTag[] {
  const { phrases, denials } = conceptIndex()
  const book = new SignBook()
  noteKinds(book, product)
  for (const term of new Set([...words.stated, ...words.description, ...words.evidence.keys()])) {
    for (const phrase of phrases.get(term) ?? []) notePhrase(book, phrase, words)
  }
  return book.tags((concept) => speaksAgainst(denials.get(concept), words.stated))
}

const speaksAgainst = (
  denials: readonly (readonly string[])[] | undefined,
  stated: ReadonlySet<string>,
): boolean => (denials ?? []).some((terms) => terms.every((term) => stated.has(term)))

/** Concepts that a product's own title, category or attributes speak against. */
export const deniedConcepts = (stated: ReadonlySet<string>): ConceptName[] =>
  [...conceptIndex().denials].flatMap(([concept, denials]) =>
    speaksAgainst(denials, stated) ? [nameOf(concept)] : [],
  )
