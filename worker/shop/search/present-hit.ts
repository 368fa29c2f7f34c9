import { toMajor } from '../../catalogue/money.ts'
import { offerNow, productPriceNow, type ProductPrice } from '../../catalogue/price-now.ts'
import type { Hit } from '../../contract/search.ts'
import type { Product } from '../../ports/product.ts'
import type { Wish } from '../../ports/understanding.ts'
import { chooseVariant } from './choose-variant.ts'

/** A product counts as new this long. */
const NEW_MS = 30 * 24 * 3600 * 1000

export interface Presented {
  readonly product: Product
  readonly rating: number | null
  readonly ratingCount: number
}

export interface PresentContext {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly wishes: readonly Wish[]
  /** Folded words of the query. */
  readonly words: readonly string[]
  readonly reason: string | undefined
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10

/** What a shopper sees of a product; only its own data. Pure. */
export function presentHit({ product, rating, ratingCount }: Presented, context: PresentContext): Hit {
  const { now } = context
  const variant = chooseVariant(product, context.wishes, context.words)
  const price: ProductPrice = variant ? offerNow(variant.offer, now) : productPriceNow(product, now)
  const major = (amount: number) => toMajor(amount, product.currency)
  const availability = variant?.availability ?? product.availability
  const image = variant?.image ?? product.image
  const link = variant?.link ?? product.link
  const badges = [
    ...(availability === 'out_of_stock' ? ['sold_out'] : []),
    ...(price.regular !== undefined ? ['sale'] : []),
    ...(product.createdAt !== undefined && now - product.createdAt < NEW_MS ? ['new'] : []),
    ...(price.amount === null ? ['price_unknown'] : []),
  ]
  return {
    id: product.id,
    title: product.title,
    ...(link === undefined ? {} : { link }),
    ...(image === undefined ? {} : { image_link: image }),
    ...(product.moreImages.length > 0 ? { additional_image_links: [...product.moreImages] } : {}),
    price: price.amount === null ? null : major(price.regular ?? price.amount),
    ...(price.regular !== undefined && price.amount !== null ? { sale_price: major(price.amount) } : {}),
    ...(price.max === undefined ? {} : { price_max: major(price.max) }),
    ...(product.priceLabel === undefined ? {} : { price_label: product.priceLabel }),
    currency: product.currency,
    availability,
    ...(product.brand === undefined ? {} : { brand: product.brand }),
    ...(rating === null || ratingCount === 0
      ? {}
      : { rating: { value: oneDecimal(rating), count: ratingCount } }),
    ...(variant === null
      ? {}
      : {
          variant: {
            id: variant.id,
            options: { ...variant.options },
            ...(variant.link === undefined ? {} : { link: variant.link }),
            ...(variant.image === undefined ? {} : { image_link: variant.image }),
            availability: variant.availability,
          },
        }),
    ...(badges.length > 0 ? { badges } : {}),
    ...(context.reason === undefined ? {} : { reason: context.reason }),
  }
}
