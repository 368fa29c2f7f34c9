import { z } from 'zod'
import product, { ShopObject } from '../../../worker/index.ts'
import type { Bindings } from '../../../worker/bindings.ts'
import type { ShopJob } from '../../../worker/shop/shop-core.ts'

/**
 * The worker as it is deployed with three addresses more, for measuring the recommender in the runtime it lives in: they
 * call the shop's object the way the product's own routes do, many times for one request. No build of the product has them.
 */

export { ShopObject }

const learnt = z.object({
  session: z.string(),
  visitor: z.string().nullable(),
  name: z.string(),
  product: z.string(),
  at: z.number(),
})

const ask = z.object({
  context: z.object({
    recent: z.array(z.object({ product: z.string(), at: z.number() })),
    current: z.string().nullable(),
    session: z.string().nullable(),
  }),
  k: z.number(),
  rules: z.object({
    market: z.string(),
    adult: z.boolean(),
    repeats: z.enum(['leave_out', 'allow']),
    exclude: z.array(z.string()),
    diversity: z.number().nullable(),
    exploration: z.number(),
  }),
})

const body = z.object({
  shop: z.string(),
  events: z.array(learnt).default([]),
  asks: z.array(ask).default([]),
})

async function measure(request: Request, env: Bindings): Promise<Response | null> {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith('/measure/')) return null
  const { shop, events, asks } = body.parse(await request.json())
  const object = env.SHOP.getByName(shop)
  if (pathname === '/measure/learn') return Response.json(await object.learnEvents(events))
  if (pathname === '/measure/state') return Response.json(await object.recommenderState())
  const lists: string[][] = []
  for (const { context, k, rules } of asks) {
    const answer = await object.recommendProducts(context, k, rules)
    lists.push(answer?.products.map(({ id }) => id) ?? [])
  }
  return Response.json(lists)
}

export default {
  ...product,
  async fetch(request, env, context) {
    return (await measure(request, env)) ?? product.fetch(request, env, context)
  },
} satisfies ExportedHandler<Bindings, ShopJob>
