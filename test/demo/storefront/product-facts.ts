/** What the pages compute from a product: offers, ratings, the variant an address names. Pure. */
import type { DemoProduct, DemoVariant } from '../catalogue.ts'

/** Products that came in from this day on are shown as new. */
const NEW_FROM = '2026-10-01'

export interface Price {
  /** What is paid now, major units. */
  readonly now: number
  /** What it cost before the sale. */
  readonly regular?: number
  /** True when other variants cost more. */
  readonly isFrom: boolean
}

/** The price of a variant, or of the product's cheapest one; null when the shop says "ask". */
export function priceOf(product: DemoProduct, variant?: DemoVariant): Price | null {
  if (product.price === null) return null
  const base = product.price
  const amounts = variant
    ? [variant.price ?? base]
    : (product.variants ?? []).map(({ price }) => price ?? base)
  const lowest = amounts.length > 0 ? Math.min(...amounts) : base
  const isFrom = amounts.some((amount) => amount !== lowest)
  return product.sale_price !== undefined && lowest === base
    ? { now: product.sale_price, regular: base, isFrom }
    : { now: lowest, isFrom }
}

/** The mean of the reviews, 1 to 5. */
export const ratingOf = (product: DemoProduct): number =>
  product.reviews.reduce((sum, { rating }) => sum + rating, 0) / product.reviews.length

export const isNew = (product: DemoProduct): boolean => product.created >= NEW_FROM

export const isSoldOut = (product: DemoProduct): boolean => product.availability === 'out_of_stock'

/** The variant with this id, else the first that can be bought, else the first. */
export function chosenVariant(product: DemoProduct, id: string | null): DemoVariant | undefined {
  const variants = product.variants ?? []
  return (
    variants.find((variant) => variant.id === id) ??
    variants.find((variant) => variant.availability !== 'out_of_stock') ??
    variants[0]
  )
}

export interface Choice {
  readonly value: string
  /** Where choosing it leads: the variant with this value that keeps most of the other options. */
  readonly variant: DemoVariant
  readonly isChosen: boolean
}

const shared = (a: DemoVariant, b: DemoVariant): number =>
  Object.entries(a.options).filter(([name, value]) => b.options[name] === value).length

/** For each option name, the values to choose from, given the variant that is chosen now. */
export function choicesOf(product: DemoProduct, chosen: DemoVariant): ReadonlyMap<string, readonly Choice[]> {
  const variants = product.variants ?? []
  return new Map(
    Object.keys(chosen.options).map((name) => {
      const values = [...new Set(variants.map(({ options }) => options[name] ?? ''))]
      const choices = values.flatMap((value) => {
        const [variant] = variants
          .filter(({ options }) => options[name] === value)
          .sort((a, b) => shared(b, chosen) - shared(a, chosen))
        return variant ? [{ value, variant, isChosen: chosen.options[name] === value }] : []
      })
      return [name, choices]
    }),
  )
}
