import { Hono, type Context } from 'hono'
import type { EnrichmentStatus } from '../contract/enrichment.ts'
import type { AppEnv } from '../http/context.ts'
import { respondError } from '../http/respond.ts'
import { shopAuth } from '../http/shop-auth.ts'
import { modelName } from '../models/model-name.ts'
import { changeSettings } from '../shops/change-settings.ts'

async function statusOf(
  { var: { services, shop } }: Context<AppEnv>,
  enabled: boolean,
): Promise<EnrichmentStatus> {
  const chosen = services.modelFor(shop, 'enrich')
  const configured = chosen && modelName(chosen.identity)
  return { enabled, configured, ...(await services.enrichment.enrichmentStatus(shop.id, configured)) }
}

export const enrichmentRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await statusOf(c, c.var.shop.settings.models.enrich)))
  .post('/start', async (c) => {
    const { services, shop } = c.var
    if (!services.modelFor(shop, 'enrich')) {
      return respondError(c, {
        code: 'conflict',
        message: 'No language model is configured: products keep the tags found by rule and in reviews.',
      })
    }
    await services.shops.saveSettings(shop.id, changeSettings(shop.settings, { models: { enrich: true } }))
    await services.enrichment.restartEnrichment(shop.id)
    return c.json(await statusOf(c, true), 202)
  })
