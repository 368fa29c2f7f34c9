import type { Offer, Product } from '../ports/product.ts'

export interface PriceNow {
  /** Minor units an anonymous shopper pays at the moment asked about; null: "ask". */
  readonly amount: number | null
  /** The regular price, when a sale is on. */
  readonly regular?: number
  /** When the answer may change, milliseconds since the epoch; null: never by itself. */
  readonly until: number | null
}

/** What one offer costs at `now`. A sale counts only inside its dates and only when it is cheaper. Pure. */
export function offerNow(offer: Offer, now: number): PriceNow {
  const { price, sale, saleFrom, saleTo } = offer
  if (sale === undefined || price === null || sale >= price) return { amount: price, until: null }
  if (saleFrom !== undefined && now < saleFrom) return { amount: price, until: saleFrom }
  if (saleTo !== undefined && now >= saleTo) return { amount: price, until: null }
  return { amount: sale, regular: price, until: saleTo ?? null }
}

export interface ProductPrice extends PriceNow {
  /** The dearest variant, when it differs from `amount`. */
  readonly max?: number
}

const earliest = (left: number | null, right: number | null) =>
  left === null ? right : right === null ? left : Math.min(left, right)

/** The price a list shows: the cheapest variant that can be bought, or of all when none can. Pure. */
export function productPriceNow(product: Product, now: number): ProductPrice {
  if (product.variants.length === 0) return offerNow(product.offer, now)
  const buyable = product.variants.filter((variant) => variant.availability !== 'out_of_stock')
  const offers = (buyable.length > 0 ? buyable : product.variants).map((variant) =>
    offerNow(variant.offer, now),
  )
  const until = offers.reduce<number | null>((soonest, offer) => earliest(soonest, offer.until), null)
  const priced = offers.filter((offer): offer is PriceNow & { amount: number } => offer.amount !== null)
  const [first, ...rest] = priced.toSorted((left, right) => left.amount - right.amount)
  if (!first) return { amount: null, until }
  const max = rest.at(-1)?.amount ?? first.amount
  return { ...first, until, ...(max > first.amount ? { max } : {}) }
}
