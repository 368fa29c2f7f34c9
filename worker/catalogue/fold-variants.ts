import type { Availability } from '../contract/vocabulary.ts'
import type { Offer, Variant } from '../ports/product.ts'
import type { ProductPart } from './normalise-product.ts'
import { completeVariant, type VariantPart } from './variants-of.ts'

/** `option 1` becomes the name that the product's first row gave. */
const renamed = (part: VariantPart, names: readonly string[]): VariantPart => ({
  ...part,
  options: Object.fromEntries(
    Object.entries(part.options).map(([name, value]) => {
      const slot = /^option (\d+)$/.exec(name)?.[1]
      return [slot === undefined ? name : (names[Number(slot) - 1] ?? name), value]
    }),
  ),
})

const ORDER: readonly Availability[] = ['in_stock', 'preorder', 'backorder', 'out_of_stock']

/** A product is as available as its most available variant. */
export const bestAvailability = (variants: readonly VariantPart[]): Availability =>
  ORDER.find((availability) =>
    variants.some((variant) => (variant.availability ?? 'in_stock') === availability),
  ) ?? 'in_stock'

/** The variant that costs least without its sale; one without a price only when none has one. */
export const lowestOffer = (offers: readonly Offer[]): Offer =>
  offers.reduce<Offer>(
    (lowest, offer) =>
      offer.price !== null && (lowest.price === null || offer.price < lowest.price) ? offer : lowest,
    { price: null },
  )

/**
 * Every variant of a product in file order: those its lead lists, filled from the rows the lead absorbs, and
 * those that rows of their own state.
 */
export const openVariants = (lead: ProductPart, parts: readonly ProductPart[]): readonly VariantPart[] => {
  const names = parts.find((part) => part.optionNames)?.optionNames ?? []
  const absorbed = new Set(lead.absorbs)
  const simple = new Map(
    parts.filter((part) => absorbed.has(part.groupKey)).map((part) => [part.groupKey, part.product]),
  )
  const listed = (lead.variants ?? []).map((variant): VariantPart => {
    const own = variant.id === undefined ? undefined : simple.get(variant.id)
    return {
      ...(own?.offer && { offer: own.offer }),
      ...(own?.availability && { availability: own.availability }),
      ...(own?.image !== undefined && { image: own.image }),
      ...variant,
    }
  })
  const rows = parts.flatMap((part) =>
    absorbed.has(part.groupKey) || !part.variant ? [] : [renamed(part.variant, names)],
  )
  return [...listed, ...rows]
}

/** Completes the variants; of two with the same id the later row wins. */
export const completeVariants = (
  parts: readonly VariantPart[],
  id: string,
  offer: Offer,
  availability: Availability,
): readonly Variant[] => [
  ...new Map(
    parts
      .map((part) => completeVariant(part, { id, offer, availability }))
      .map((variant) => [variant.id, variant]),
  ).values(),
]
