import type { Product, Variant } from '../../ports/product.ts'
import type { Wish } from '../../ports/understanding.ts'
import { statesAny } from '../../search/rank/stated.ts'
import { fold } from '../../search/text/fold.ts'

const isBuyable = ({ availability }: Variant) => availability !== 'out_of_stock'

/**
 * The variant a shopper asked for: asked black, shown black. The one whose options meet most colour and size
 * wishes and most words of the query; among equals one that can be bought. Null when the query says nothing of options. Pure.
 */
export function chooseVariant(
  product: Product,
  wishes: readonly Wish[],
  queryWords: readonly string[],
): Variant | null {
  if (product.variants.length === 0) return null
  const wanted = wishes.flatMap(({ effect }) => {
    const pattern = effect.type === 'color' || effect.type === 'size' ? statesAny(effect.values) : null
    return pattern ? [pattern] : []
  })
  const words = new Set(queryWords)
  const scored = product.variants.map((variant) => {
    const values = Object.values(variant.options).map(fold)
    const met = wanted.filter((pattern) => values.some((value) => pattern.test(value))).length
    const named = values.filter((value) => words.has(value)).length
    return { variant, fit: met * 2 + named }
  })
  const best = Math.max(...scored.map(({ fit }) => fit))
  if (best === 0) return null
  const fitting = scored.filter(({ fit }) => fit === best).map(({ variant }) => variant)
  return fitting.find(isBuyable) ?? fitting[0] ?? null
}
