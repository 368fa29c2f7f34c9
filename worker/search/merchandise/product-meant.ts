import { toMajor } from '../../catalogue/money.ts'
import type { ProductWhere } from '../../contract/tuning.ts'
import type { Candidate } from '../rank/candidate.ts'
import { fold } from '../text/fold.ts'
import { nameKey } from '../text/name-key.ts'
import { isUnder } from './rule-holds.ts'

export interface MeaningContext {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly currency: string
  /** The share of the price that is left after the cost; null when nobody knows. */
  readonly marginOf: (candidate: Candidate) => number | null
}

const DAY = 24 * 60 * 60 * 1000

const within = (
  value: number | null,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): boolean => value !== null && (min === undefined || value >= min) && (max === undefined || value <= max)

type Test = (candidate: Candidate) => boolean

/** A test for "a rule means this product": every given condition holds. What is not known is not meant. Pure. */
export function productMeant(where: ProductWhere, { now, currency, marginOf }: MeaningContext): Test {
  const tests: Test[] = []
  const { products, category, brand, attributes, availability, margin, price, rating } = where
  if (products) {
    const ids = new Set(products)
    tests.push(({ id }) => ids.has(id))
  }
  if (category) tests.push((candidate) => category.some((path) => isUnder(candidate.category, path)))
  if (brand) {
    const names = new Set(brand.map(nameKey))
    tests.push((candidate) => names.has(nameKey(candidate.brand)))
  }
  for (const { name, values } of attributes ?? []) {
    const wanted = new Set(values.map((value) => fold(`${name}=${value}`)))
    tests.push(({ factList }) => factList.some((fact) => wanted.has(fold(fact))))
  }
  if (availability) tests.push((candidate) => availability.includes(candidate.availability))
  if (price) {
    tests.push((candidate) =>
      within(candidate.price === null ? null : toMajor(candidate.price, currency), price),
    )
  }
  const { newer_than_days: newer, older_than_days: older } = where
  if (newer !== undefined) {
    tests.push(({ createdAt }) => createdAt !== null && now - createdAt <= newer * DAY)
  }
  if (older !== undefined) tests.push(({ createdAt }) => createdAt !== null && now - createdAt > older * DAY)
  if (rating) tests.push((candidate) => within(candidate.ratingCount > 0 ? candidate.rating : null, rating))
  if (margin) {
    tests.push((candidate) => {
      const share = marginOf(candidate)
      return within(share === null ? null : share * 100, margin)
    })
  }
  return (candidate) => tests.every((test) => test(candidate))
}
