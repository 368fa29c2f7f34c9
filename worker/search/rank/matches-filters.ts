import type { RequestFilters } from '../../ports/retriever.ts'
import { factNeedle } from '../document/product-facts.ts'
import { nameKey } from '../text/name-key.ts'
import type { Candidate } from './candidate.ts'

export const noFilters: RequestFilters = { brand: [], category: [], availability: [], attributes: [] }

/** True when the request names no filter at all. */
export const isUnfiltered = ({ price, brand, category, availability, attributes }: RequestFilters): boolean =>
  price === undefined && [brand, category, availability, attributes].every((list) => list.length === 0)

const inRange = (price: number | null, { min, max }: NonNullable<RequestFilters['price']>): boolean =>
  price === null || (price >= (min ?? 0) && price <= (max ?? Number.MAX_SAFE_INTEGER))

/**
 * The request's filters on a candidate: the same rules as the shop's SQL. A product that says "ask" passes a price
 * filter, for nobody knows that it breaks it. Pure.
 */
export function matchesFilters(candidate: Candidate, filters: RequestFilters): boolean {
  const { price, brand, category, availability, attributes } = filters
  const isAny = (values: readonly string[], matches: (value: string) => boolean) =>
    values.length === 0 || values.some(matches)
  return (
    (price === undefined || inRange(candidate.price, price)) &&
    isAny(brand, (name) => nameKey(name) === nameKey(candidate.brand)) &&
    isAny(category, (path) => candidate.category === path || candidate.category.startsWith(`${path} > `)) &&
    isAny(availability, (state) => state === candidate.availability) &&
    attributes.every(({ name, values }) =>
      isAny(values, (value) => candidate.facts.includes(factNeedle(name, value))),
    )
  )
}
