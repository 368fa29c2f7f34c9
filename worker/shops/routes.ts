import { Hono } from 'hono'
import { createShopRequest, settingsPatch, type Settings, type SettingsResponse } from '../contract/shops.ts'
import { countryOf } from '../http/country-of.ts'
import type { AppEnv } from '../http/context.ts'
import { addressLimit } from '../http/rate-limit.ts'
import { readJson } from '../http/read-json.ts'
import { respondError } from '../http/respond.ts'
import { operatorAuth, shopAuth } from '../http/shop-auth.ts'
import { storefrontAuth } from '../http/storefront-auth.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { localeOf, marketOf } from '../shops/market-of.ts'
import { changeSettings } from './change-settings.ts'
import { registerShop } from './register-shop.ts'
import { widgetConfig } from './widget-config.ts'

export const shopRoutes = new Hono<AppEnv>().post('/', operatorAuth, async (c) => {
  const request = await readJson(c, createShopRequest)
  if (!request.ok) return respondError(c, request.error)
  return c.json(await registerShop(c.var.services.shops, request.value, c.var.arrivedAt), 201)
})

const settingsAnswer = ({ id, publicKey }: ShopRecord, settings: Settings): SettingsResponse => ({
  ...settings,
  shop: { id, public_key: publicKey },
})

export const settingsRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', (c) => c.json(settingsAnswer(c.var.shop, c.var.shop.settings)))
  .patch('/', async (c) => {
    const patch = await readJson(c, settingsPatch)
    if (!patch.ok) return respondError(c, patch.error)
    const { services, shop } = c.var
    const settings = changeSettings(shop.settings, patch.value)
    await services.shops.saveSettings(shop.id, settings)
    return c.json(settingsAnswer(shop, settings))
  })

/** A minute in the browser, so that a change (`off` above all) reaches every visitor within it. */
const CONFIG_SECONDS = 60

export const configRoutes = new Hono<AppEnv>().get('/', storefrontAuth, addressLimit, async (c) => {
  const { services, shop } = c.var
  const market = marketOf(shop, c.req.query('market'))
  if (!market) {
    return respondError(c, { code: 'bad_request', field: 'market', message: 'This shop has no such market.' })
  }
  const browse = await services.shops.browse(shop.id, market.id)
  c.header('Cache-Control', `public, max-age=${CONFIG_SECONDS}`)
  const locale = localeOf(c.req.query('locale'), market)
  return c.json(widgetConfig(shop, market, locale, browse, countryOf(c.req.header('CF-IPCountry'))))
})
