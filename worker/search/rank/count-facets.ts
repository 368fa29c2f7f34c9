import { remembered } from '../../remembered.ts'
import { readFact } from '../document/product-facts.ts'
import type { Candidate } from './candidate.ts'

interface FacetValue {
  readonly value: string
  readonly count: number
}

export interface FacetCounts {
  readonly category: FacetValue[]
  readonly brand: FacetValue[]
  readonly availability: FacetValue[]
  readonly attributes: { readonly name: string; readonly values: FacetValue[] }[]
  /** Minor units. */
  readonly price: { readonly min: number; readonly max: number } | null
}

const VALUES_SHOWN = 12
const NAMES_SHOWN = 8

function count(into: Map<string, number>, value: string, times = 1): void {
  into.set(value, (into.get(value) ?? 0) + times)
}

/** Counts texts with one look-up each: most of them come again. */
class Tally {
  readonly #places = new Map<string, number>()
  readonly #counts: number[] = []

  count(text: string): void {
    const place = this.#places.get(text)
    if (place === undefined) {
      this.#places.set(text, this.#counts.length)
      this.#counts.push(1)
    } else this.#counts[place] = (this.#counts[place] ?? 0) + 1
  }

  get counts(): ReadonlyMap<string, number> {
    return new Map([...this.#places].map(([text, place]) => [text, this.#counts[place] ?? 0]))
  }
}

const mostFirst = (counts: ReadonlyMap<string, number>, most: number): FacetValue[] =>
  [...counts]
    .map(([value, n]) => ({ value, count: n }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, most)

/** Each level of the path counts: "A > B" is one of A and one of A > B. */
const categoryLevels = remembered((path) => {
  const levels = path.split(' > ')
  return levels.map((_, index) => levels.slice(0, index + 1).join(' > '))
})

const partsOf = remembered(readFact)

const byLevel = (paths: ReadonlyMap<string, number>): Map<string, number> => {
  const levels = new Map<string, number>()
  for (const [path, n] of paths) for (const level of categoryLevels(path)) count(levels, level, n)
  return levels
}

const byName = (facts: ReadonlyMap<string, number>): Map<string, Map<string, number>> => {
  const names = new Map<string, Map<string, number>>()
  for (const [fact, n] of facts) {
    const [name, value] = partsOf(fact)
    const values = names.get(name) ?? new Map<string, number>()
    names.set(name, values)
    count(values, value, n)
  }
  return names
}

/**
 * Counts over the listed products. An attribute is offered when it tells at least two of them apart. Pure.
 * Whole paths and whole facts are counted first and taken apart after: a thousand products have few distinct ones.
 */
export function countFacets(candidates: readonly Candidate[]): FacetCounts {
  const paths = new Tally()
  const brand = new Tally()
  const availability = new Tally()
  const facts = new Tally()
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.category !== '') paths.count(candidate.category)
    if (candidate.brand !== '') brand.count(candidate.brand)
    availability.count(candidate.availability)
    for (const fact of candidate.factList) facts.count(fact)
    if (candidate.price === null) continue
    min = Math.min(min, candidate.price)
    max = Math.max(max, candidate.price)
  }
  const spread = (values: ReadonlyMap<string, number>) => [...values.values()].reduce((sum, n) => sum + n, 0)
  return {
    category: mostFirst(byLevel(paths.counts), VALUES_SHOWN * 2),
    brand: mostFirst(brand.counts, VALUES_SHOWN),
    availability: mostFirst(availability.counts, VALUES_SHOWN),
    attributes: [...byName(facts.counts)]
      .filter(([, values]) => values.size > 1 && values.size < spread(values))
      .map(([name, values]) => ({ name, values, products: spread(values) }))
      .sort((left, right) => right.products - left.products || (left.name < right.name ? -1 : 1))
      .slice(0, NAMES_SHOWN)
      .map(({ name, values }) => ({ name, values: mostFirst(values, VALUES_SHOWN) })),
    price: min <= max ? { min, max } : null,
  }
}
