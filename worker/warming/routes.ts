import { Hono, type Context } from 'hono'
import type { Settings } from '../contract/shops.ts'
import type { WarmingStatus } from '../contract/warming.ts'
import type { AppEnv } from '../http/context.ts'
import { respondError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { modelName } from '../models/model-name.ts'
import { modelsFor } from '../search/search-products.ts'
import { changeSettings } from '../shops/change-settings.ts'
import { describeWarming } from './describe-warming.ts'

async function statusOf(
  { var: { services, shop, arrivedAt } }: Context<AppEnv>,
  enabled: boolean,
): Promise<WarmingStatus> {
  const { expand, rerank } = modelsFor(services, shop)
  const configured = {
    expand: expand && modelName(expand.identity),
    rerank: rerank && modelName(rerank.identity),
  }
  return describeWarming(await services.warming.read(shop.id), { enabled, configured }, arrivedAt)
}

export const warmingRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await statusOf(c, c.var.shop.settings.models.warm)))
  .post('/start', async (c) => {
    const { services, shop } = c.var
    const { expand, rerank } = modelsFor(services, shop)
    if (!expand && !rerank) {
      return respondError(c, {
        code: 'conflict',
        message:
          'No language model may be asked: configure one, and let it expand or rerank searches in the settings.',
      })
    }
    const settings: Settings = changeSettings(shop.settings, { models: { warm: true } })
    await services.shops.saveSettings(shop.id, settings)
    await services.warming.start(shop.id)
    return c.json(await statusOf(c, true), 202)
  })
