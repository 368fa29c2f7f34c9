import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import { compose } from '../../../worker/compose.ts'
import type { Retriever } from '../../../worker/ports/retriever.ts'
import { retrieverCases } from '../ports/retriever.cases.ts'
import { drained } from '../support/searched-shop.ts'
import { createShop, type Row } from '../support/worker-shop.ts'

/** A case that the shop's own index answered would prove nothing. */
const insisting = ({ retriever }: { retriever: Retriever }): Retriever => ({
  async search(shop, plan, searchesPerSecond) {
    const found = await retriever.search(shop, plan, searchesPerSecond)
    if (found.ok && found.value.degraded?.includes('meilisearch')) {
      throw new Error(`Meilisearch did not answer "${plan.query}"`)
    }
    return found
  },
})

retrieverCases(
  inject('meilisearch').isReal ? 'Meilisearch (a real server)' : 'Meilisearch (recorded answers)',
  async (market) => {
    const shop = await createShop(market)
    return {
      retriever: insisting(compose({ ...env, RATE_LIMITS: 'on' } as typeof env)),
      shop: shop.id,
      async load(products, reviews = []) {
        await shop.importRows('products', products as readonly Row[])
        if (reviews.length > 0) await shop.importRows('reviews', reviews as readonly Row[])
        await drained(shop)
      },
      async remove(id) {
        await shop.stub.removeProduct(id)
        await drained(shop)
      },
    }
  },
)
