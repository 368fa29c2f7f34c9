import type { ProductResponse } from '../contract/catalogue.ts'
import type { Offer, Product } from '../ports/product.ts'
import { toMajor } from './money.ts'

const iso = (time: number | undefined) => (time === undefined ? '' : new Date(time).toISOString())

function offerFields(offer: Offer, currency: string) {
  const dated = offer.saleFrom !== undefined || offer.saleTo !== undefined
  return {
    price: offer.price === null ? null : toMajor(offer.price, currency),
    ...(offer.sale === undefined ? {} : { sale_price: toMajor(offer.sale, currency) }),
    ...(dated ? { sale_price_effective_date: `${iso(offer.saleFrom)}/${iso(offer.saleTo)}` } : {}),
  }
}

/** Leaves out what is undefined, so that an absent field is absent on the wire. */
function present<T extends object>(fields: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

/** A stored product under its Google Merchant names, prices in major units. Pure. */
export function productResponse(
  product: Product,
  rating: { value: number | null; count: number },
): ProductResponse {
  const { currency } = product
  return {
    id: product.id,
    title: product.title,
    ...offerFields(product.offer, currency),
    currency,
    availability: product.availability,
    visibility: product.visibility,
    adult: product.adult,
    ...present({
      description: product.description,
      link: product.link,
      image_link: product.image,
      brand: product.brand,
      price_label: product.priceLabel,
      gtin: product.gtin,
      mpn: product.mpn,
      gender: product.gender,
      age_group: product.ageGroup,
      color: product.color,
      size: product.size,
      material: product.material,
    }),
    ...(product.moreImages.length > 0 ? { additional_image_links: [...product.moreImages] } : {}),
    ...(product.category.length > 0 ? { product_type: product.category.join(' > ') } : {}),
    ...(product.attributes.length > 0 ? { attributes: Object.fromEntries(product.attributes) } : {}),
    ...(product.variants.length > 0
      ? {
          variants: product.variants.map((variant) => ({
            id: variant.id,
            options: { ...variant.options },
            availability: variant.availability,
            ...offerFields(variant.offer, currency),
            ...present({
              link: variant.link,
              image_link: variant.image,
              gtin: variant.gtin,
              mpn: variant.mpn,
            }),
          })),
        }
      : {}),
    ...(rating.value === null ? {} : { rating: { value: rating.value, count: rating.count } }),
    ...(product.cost === undefined ? {} : { cost_of_goods_sold: toMajor(product.cost, currency) }),
    ...(product.margin === undefined ? {} : { margin: product.margin }),
    ...(product.createdAt === undefined ? {} : { created_at: new Date(product.createdAt).toISOString() }),
  }
}
