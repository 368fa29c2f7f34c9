import { suggestedProduct, type SuggestRequest, type SuggestResponse } from '../contract/typing.ts'
import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { err, ok, type Result } from '../result.ts'
import type { SearchFailure } from './failures.ts'
import { marketAsked } from './plan-search.ts'

/** Completes what a shopper has typed so far; before anything is typed, what is popular. One hop to the shop. */
export async function suggestQueries(
  services: Services,
  shop: ShopRecord,
  request: SuggestRequest,
  arrivedAt: number,
): Promise<Result<SuggestResponse, SearchFailure>> {
  const market = marketAsked(shop, request.market)
  if (!market.ok) return market
  const suggested = await services.shops.suggest(shop.id, {
    query: request.q,
    market: market.value.id,
    adult: request.adult === '1',
    now: arrivedAt,
  })
  if (!suggested) return err({ kind: 'shop_missing' })
  const { queries, products, categories, brands } = suggested
  return ok({
    query: request.q,
    queries: [...queries],
    products: products.map((hit) => suggestedProduct.parse(hit)),
    categories: [...categories],
    brands: [...brands],
    took_ms: Date.now() - arrivedAt,
  })
}
