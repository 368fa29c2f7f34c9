import { Hono } from 'hono'
import { catalogueRoutes, importRoutes, productRoutes } from './catalogue/routes.ts'
import { paths } from './contract/vocabulary.ts'
import { enrichmentRoutes } from './enrichment/routes.ts'
import { vectorRoutes } from './embeddings/routes.ts'
import { eventRoutes, exportRoutes, visitorRoutes } from './events/routes.ts'
import { serveAsset } from './http/assets.ts'
import type { AppEnv } from './http/context.ts'
import { healthRoutes } from './http/health.ts'
import { openapiRoutes } from './http/openapi.ts'
import { respondError } from './http/respond.ts'
import { gradeRoutes, leaderboardRoutes } from './models/leaderboard/routes.ts'
import { modelRoutes } from './models/routes.ts'
import { orderRoutes, orderWebhookRoutes } from './orders/routes.ts'
import type { Services } from './ports/services.ts'
import { blockRoutes, brandRoutes, explainRoutes, searchRoutes, suggestRoutes } from './search/routes.ts'
import { productTagRoutes, tagDeskRoutes, tagRoutes } from './search/tags/routes.ts'
import { ledgerRoutes } from './metering/routes.ts'
import { syncRoutes } from './sync/routes.ts'
import { configRoutes, settingsRoutes, shopRoutes } from './shops/routes.ts'
import { ruleRoutes, synonymRoutes } from './tuning/routes.ts'
import { warmingRoutes } from './warming/routes.ts'

/** The whole surface of the API, top to bottom. `servicesOf` joins the ports of a request's environment. */
export function createApp(servicesOf: (env: AppEnv['Bindings']) => Services) {
  return (
    new Hono<AppEnv>()
      .use(async (c, next) => {
        c.set('arrivedAt', Date.now())
        c.set('requestId', crypto.randomUUID())
        c.set('services', servicesOf(c.env))
        // Product texts are other people's: a browser must never take an answer for a page.
        c.header('X-Content-Type-Options', 'nosniff')
        await next()
      })
      .route(paths.health, healthRoutes)
      .route(paths.openapi, openapiRoutes)
      .route(paths.config, configRoutes)
      .route(paths.search, searchRoutes)
      .route(paths.suggest, suggestRoutes)
      .route(paths.tags, tagRoutes)
      .route(paths.events, eventRoutes)
      .route(paths.orderWebhook, orderWebhookRoutes)
      .route(paths.adminTags, tagDeskRoutes)
      .route(`${paths.products}/:id/tags`, productTagRoutes)
      .route(paths.shops, shopRoutes)
      .route(paths.settings, settingsRoutes)
      .route(paths.imports, importRoutes)
      .route(paths.products, productRoutes)
      .route(paths.catalogues, catalogueRoutes)
      .route(paths.vectors, vectorRoutes)
      .route(paths.enrichment, enrichmentRoutes)
      .route(paths.warming, warmingRoutes)
      .route(paths.brands, brandRoutes)
      .route(paths.blocks, blockRoutes)
      .route(paths.adminSearch, explainRoutes)
      .route(paths.adminSearch, syncRoutes)
      .route(paths.synonyms, synonymRoutes)
      .route(paths.rules, ruleRoutes)
      .route(paths.grades, gradeRoutes)
      // Before the models, whose address its own begins with.
      .route(paths.leaderboard, leaderboardRoutes)
      .route(paths.models, modelRoutes)
      .route(paths.ledger, ledgerRoutes)
      .route(paths.visitors, visitorRoutes)
      .route(paths.export, exportRoutes)
      .route(paths.orders, orderRoutes)
      .get(paths.loader, (c) => serveAsset(c))
      .get('/w/*', (c) => serveAsset(c))
      .get('/admin', (c) => c.redirect('/admin/'))
      .get('/admin/', (c) => serveAsset(c, '/admin/index.html'))
      .get('/admin/assets/*', (c) => serveAsset(c))
      .notFound((c) => respondError(c, { code: 'not_found', message: 'There is nothing at this address.' }))
      .onError((error, c) => {
        // oxlint-disable-next-line no-console -- a bug: the log is where the reason goes, the answer has the request id.
        console.error(`request ${c.var.requestId} failed`, error)
        return respondError(c, {
          code: 'internal',
          message: 'Something went wrong on our side; nothing was changed.',
        })
      })
  )
}
