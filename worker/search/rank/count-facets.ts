import { readFacts } from '../document/product-facts.ts'
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

function count(into: Map<string, number>, value: string): void {
  into.set(value, (into.get(value) ?? 0) + 1)
}

const mostFirst = (counts: ReadonlyMap<string, number>, most: number): FacetValue[] =>
  [...counts]
    .map(([value, n]) => ({ value, count: n }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, most)

/** Each level of the path counts: "A > B" is one of A and one of A > B. */
function categoryLevels(path: string): string[] {
  const levels = path.split(' > ')
  return levels.map((_, index) => levels.slice(0, index + 1).join(' > '))
}

/** Counts over the listed products. An attribute is offered when it tells at least two of them apart. Pure. */
export function countFacets(candidates: readonly Candidate[]): FacetCounts {
  const category = new Map<string, number>()
  const brand = new Map<string, number>()
  const availability = new Map<string, number>()
  const attributes = new Map<string, Map<string, number>>()
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate.category !== '')
      for (const level of categoryLevels(candidate.category)) count(category, level)
    if (candidate.brand !== '') count(brand, candidate.brand)
    count(availability, candidate.availability)
    for (const [name, value] of readFacts(candidate.facts)) {
      const values = attributes.get(name) ?? new Map<string, number>()
      attributes.set(name, values)
      count(values, value)
    }
    if (candidate.price === null) continue
    min = Math.min(min, candidate.price)
    max = Math.max(max, candidate.price)
  }
  const spread = (values: ReadonlyMap<string, number>) => [...values.values()].reduce((sum, n) => sum + n, 0)
  return {
    category: mostFirst(category, VALUES_SHOWN * 2),
    brand: mostFirst(brand, VALUES_SHOWN),
    availability: mostFirst(availability, VALUES_SHOWN),
    attributes: [...attributes]
      .filter(([, values]) => values.size > 1 && values.size < spread(values))
      .sort(
        ([leftName, left], [rightName, right]) =>
          spread(right) - spread(left) || (leftName < rightName ? -1 : 1),
      )
      .slice(0, NAMES_SHOWN)
      .map(([name, values]) => ({ name, values: mostFirst(values, VALUES_SHOWN) })),
    price: min <= max ? { min, max } : null,
  }
}
