import type { RequestFilters, SearchPlan } from '../../ports/retriever.ts'
import { factNeedle } from '../document/product-facts.ts'
import { nameKey } from '../text/name-key.ts'
import { filterValue, type FilterTree } from './filter-tree.ts'

type Range = { readonly min?: number; readonly max?: number }

const priceWithin = ({ min, max }: Range): FilterTree => ({
  field: 'price',
  ...(min === undefined ? {} : { from: min }),
  ...(max === undefined ? {} : { to: max }),
  // A product that says "ask" passes: nobody knows that it breaks a limit.
  orUnknown: true,
})

const isOneOf = (
  field: 'brand_key' | 'categories' | 'availability' | 'facts',
  values: readonly string[],
): FilterTree => ({ any: values.map((value) => ({ field, is: filterValue(value) })) })

/**
 * What may be shown at all: the market, adult goods, the shopper's budget, sold-out goods where the shop hides them.
 * A hint that saves looking: the shop checks every product again. Pure.
 */
export function openFilter({ market, adult, soldOut, understanding }: SearchPlan): FilterTree {
  const budget = understanding.wishes.find(({ effect, hard }) => effect.type === 'price' && hard)?.effect
  return {
    all: [
      { field: 'market', is: market },
      ...(adult ? [] : [{ field: 'adult', is: false } as const]),
      ...(soldOut === 'hidden' ? [{ not: { field: 'availability', is: 'out_of_stock' } } as const] : []),
      ...(budget?.type === 'price' ? [priceWithin(budget)] : []),
    ],
  }
}

/** The same within the filters a shopper tapped. Pure. */
export function tappedFilter(plan: SearchPlan): FilterTree {
  const { price, brand, category, availability, attributes }: RequestFilters = plan.filters
  return {
    all: [
      openFilter(plan),
      ...(price ? [priceWithin(price)] : []),
      ...(brand.length > 0 ? [isOneOf('brand_key', brand.map(nameKey))] : []),
      ...(category.length > 0 ? [isOneOf('categories', category)] : []),
      ...(availability.length > 0 ? [isOneOf('availability', availability)] : []),
      ...attributes.map(({ name, values }) =>
        isOneOf(
          'facts',
          values.map((value) => factNeedle(name, value).slice(1, -1)),
        ),
      ),
    ],
  }
}
