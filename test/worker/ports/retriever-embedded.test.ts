import { env } from 'cloudflare:workers'
import { createEmbeddedRetriever } from '../../../worker/adapters/retriever-embedded/retriever.ts'
import { createShop, type Row } from '../support/worker-shop.ts'
import { retrieverCases } from './retriever.cases.ts'

retrieverCases('embedded', async (market) => {
  const shop = await createShop(market)
  return {
    retriever: createEmbeddedRetriever(env.SHOP, true),
    shop: shop.id,
    async load(products, reviews = []) {
      await shop.importRows('products', products as readonly Row[])
      if (reviews.length > 0) await shop.importRows('reviews', reviews as readonly Row[])
    },
    async remove(id) {
      await shop.stub.removeProduct(id)
    },
  }
})
