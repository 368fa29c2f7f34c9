import type { Facets, Hint } from '../../contract/search.ts'
import type { RequestFilters } from '../../ports/retriever.ts'
import type { Wish, WishEffect } from '../../ports/understanding.ts'
import { remembered } from '../../remembered.ts'
import { saysYesOrNo } from '../says-yes-or-no.ts'
import { analyse, analyseQueryWord } from '../text/analyse.ts'
import { fold } from '../text/fold.ts'
import { nameKey } from '../text/name-key.ts'
import { plainLine } from '../text/plain-line.ts'

/** One row of chips on a phone. */
const HINTS_MOST = 4

/** Fewer products are seen at a glance; a chip that leaves one or two is a dead end. */
const COUNT_LEAST = 3

/** From this share of what was found on, a tap would change nothing that a shopper sees. */
const SHARE_MOST = 0.9

/** An added word has at most 30 letters; a label that equals it and is longer holds something else. */
const LABEL_MOST = 40

export interface HintSources {
  /** Words a model has added, best first. */
  readonly words: readonly string[]
  /** Of what was found. */
  readonly facets: Facets
  readonly total: number
  readonly filters: RequestFilters
  /** The wishes that took effect. */
  readonly wishes: readonly Wish[]
  /** Words of the query, as typed and as read. */
  readonly queryWords: readonly string[]
  /** Whether the claims guard lets a label stand over the products that its filter leaves. */
  readonly maySay: (hint: Hint) => boolean
}

interface Offer {
  readonly hint: Hint
  readonly count: number
}

const termsOfQuery = (text: string): string[] => text.split(' ').flatMap(analyseQueryWord)

/** How a value may be written: by its terms (plurals, inflections), or letter for letter without its spaces. */
const labelKeys = remembered((label) =>
  [...new Set([analyse(label).join(' '), nameKey(label)])].filter((key) => key !== ''),
)

/** The same of an added word: as it stands first, without its particles only where that names nothing. */
const wordKeys = (word: string): string[] => [...new Set([...labelKeys(word), termsOfQuery(word).join(' ')])]

/** Words that a wish speaks of, in all its spellings. */
function wordsOf(effect: WishEffect): readonly string[] {
  if (effect.type === 'color' || effect.type === 'size') return effect.values
  return effect.type === 'gender' || effect.type === 'age' || effect.type === 'boost' ? effect.words : []
}

/**
 * One filter for a category's name. A name on several branches of the shop stands for none of them: a chip must not
 * hide goods that it names.
 */
function ofCategories(paths: readonly Offer[]): Offer[] {
  const [broadest] = paths.toSorted(
    (one, other) => one.hint.filter.value.length - other.hint.filter.value.length,
  )
  if (!broadest) return []
  const root = broadest.hint.filter.value
  return paths.every(({ hint: { filter } }) => filter.value === root || filter.value.startsWith(`${root} > `))
    ? [broadest]
    : []
}

/** What may be tapped, by how it may be written; most products first. */
function offersByKey({ facets, total, filters }: HintSources): Map<string, Offer[]> {
  const categories = facets.category.map(({ value, count }) => ({
    hint: { label: value.split(' > ').at(-1) ?? value, filter: { name: 'category', value } },
    count,
  }))
  const attributes = facets.attributes.flatMap(({ name, values }) =>
    values.map(({ value, count }) => ({
      hint: { label: value, filter: { name: `attr.${name}`, value } },
      count,
    })),
  )
  const byKey = (offers: readonly Offer[]) => {
    const map = new Map<string, Offer[]>()
    for (const offer of offers)
      for (const key of labelKeys(offer.hint.label)) map.set(key, [...(map.get(key) ?? []), offer])
    return map
  }
  // Values of one filter widen each other: where one is tapped, another would not narrow.
  const tapped = new Set([
    ...(filters.category.length > 0 ? ['category'] : []),
    ...filters.attributes.map(({ name }) => `attr.${name}`),
  ])
  const brands = new Set(facets.brand.flatMap(({ value }) => labelKeys(value)))
  const ofCategory = byKey(categories)
  const ofAttribute = byKey(attributes)
  const keys = [...ofCategory.keys(), ...ofAttribute.keys()].filter((key) => !brands.has(key))
  return new Map(
    keys.map((key) => {
      const offers = [...ofCategories(ofCategory.get(key) ?? []), ...(ofAttribute.get(key) ?? [])]
      const narrowing = offers.filter(
        ({ hint, count }) =>
          !tapped.has(hint.filter.name) && count >= COUNT_LEAST && count < total * SHARE_MOST,
      )
      return [key, narrowing.toSorted((one, other) => other.count - one.count)]
    }),
  )
}

/** A label that is one visible line and names something. */
const isLabel = (label: string): boolean =>
  label.length <= LABEL_MOST && plainLine(label) === label && !saysYesOrNo(fold(label))

/**
 * Filters to offer where a word that a model has added is, by the shop's own reading of texts, a category or an
 * attribute value of what was found: in the order of the words, then by how much is found. Not offered: what the query
 * or its wishes say already, what the shopper excludes, what would not narrow, brands. They filter nothing by
 * themselves. Pure.
 */
export function pickHints(sources: HintSources): Hint[] {
  const { words, wishes, queryWords, maySay } = sources
  const excluded = new Set(
    wishes.flatMap(({ effect }) => (effect.type === 'exclude' ? effect.words.flatMap(termsOfQuery) : [])),
  )
  const said = [
    queryWords.join(' '),
    ...wishes.flatMap(({ label, effect }) => [label, ...wordsOf(effect)]),
  ].map((text) => new Set([...analyse(text), ...termsOfQuery(text)]))
  const isNew = ({ label }: Hint): boolean => {
    const terms = analyse(label)
    return (
      !terms.some((term) => excluded.has(term)) &&
      !said.some((known) => terms.every((term) => known.has(term)))
    )
  }
  const offers = offersByKey(sources)
  const hints: Hint[] = []
  for (const word of words) {
    if (hints.length === HINTS_MOST) break
    const named = wordKeys(word)
      .map((key) => offers.get(key) ?? [])
      .find((list) => list.length > 0)
    const hint = named
      ?.map((offer) => offer.hint)
      .find((one) => isLabel(one.label) && isNew(one) && maySay(one))
    if (hint && !hints.some(({ label }) => nameKey(label) === nameKey(hint.label))) hints.push(hint)
  }
  return hints
}
