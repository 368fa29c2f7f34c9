import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import { shopModel } from '../../../worker/metering/shop-model.ts'
import { compose } from '../../../worker/compose.ts'
import { enrichmentStatus, type EnrichmentStatus } from '../../../worker/contract/enrichment.ts'
import { productTagsResponse, type ProductTagsResponse } from '../../../worker/contract/tags.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { enrichProducts, type EnrichingOutcome } from '../../../worker/enrichment/enrich-products.ts'
import type { Services } from '../../../worker/ports/services.ts'
import { createShop, reachShop, sendThrough, type Row, type TestShop } from './worker-shop.ts'

/** A shop whose worker has a model that reads products: the scripted server, asked by a model of the test's own. */
export interface EnrichedShop {
  readonly shop: TestShop
  readonly services: Services
  /** See `modelName`. */
  readonly name: string
  /** The same shop behind a worker that is configured with another model. */
  withModel(script: string): EnrichedShop
  /** Switches it on. */
  start(): Promise<EnrichmentStatus>
  status(): Promise<EnrichmentStatus>
  /** One turn, of at most so long. */
  turn(forMs?: number): Promise<EnrichingOutcome>
  /** Turns until all is done and indexed; pauses are passed over. */
  enrich(): Promise<EnrichmentStatus>
  /** Waits until what was written is in the index. */
  indexed(): Promise<void>
  /** Forgets pauses and batches that are out, as time would. */
  passTime(): Promise<void>
  /** What the model was asked: the user text of each request. */
  asked(): Promise<string[]>
  tagsOf(product: string, put?: object): Promise<ProductTagsResponse>
}

const generous = { ENRICH_REQUESTS_PER_MINUTE: '100000', ENRICH_TOKENS_PER_MINUTE: '100000000' }

const TURNS_MOST = 60

let models = 0

function around(
  reached: TestShop,
  script: string,
  variables: Readonly<Record<string, string>>,
): EnrichedShop {
  const model = `script:${script}#${reached.id}${models++}`
  const bindings = {
    ...env,
    ...generous,
    ...variables,
    LLM_BASE_URL: inject('modelServer'),
    LLM_MODEL: model,
  }
  const services = compose(bindings)
  // What the shop's job calls the model of the environment.
  const name = `operator ${model}`
  const shop = reachShop(reached.keys, sendThrough(services, bindings))
  const read = async (answer: Response) => enrichmentStatus.strict().parse(await answer.json())
  const enriched: EnrichedShop = {
    shop,
    services,
    withModel: (other) => around(reached, other, variables),
    start: async () => read(await shop.admin(`${paths.enrichment}/start`, { method: 'POST' })),
    status: async () => read(await shop.admin(paths.enrichment)),
    name,
    async turn(forMs = 10_000) {
      const record = await services.shops.read(shop.id)
      const later = () => {}
      const use = { purpose: 'enrich', caller: null, requestId: '', later } as const
      const metered = record && shopModel(services, record, use)
      if (!metered) throw new Error('no model was composed')
      return enrichProducts(
        {
          store: services.enrichment,
          model: metered,
          name,
          rates: services.enrichmentRates,
          now: Date.now,
          until: Date.now() + forMs,
          signal: new AbortController().signal,
        },
        shop.id,
      )
    },
    async enrich() {
      for (let turn = 0; turn < TURNS_MOST; turn++) {
        const outcome = await enriched.turn()
        if (outcome.kind === 'done') {
          await enriched.indexed()
          return enriched.status()
        }
        await enriched.passTime()
      }
      throw new Error(`the enrichment does not end: ${JSON.stringify(await enriched.status())}`)
    },
    async indexed() {
      for (let turn = 0; turn < TURNS_MOST; turn++) {
        const stale = await shop.inside((_, { storage }) =>
          storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM stale_evidence').one(),
        )
        if (stale.n === 0) return
        await runDurableObjectAlarm(shop.stub)
      }
      throw new Error('what was written is not indexed')
    },
    async passTime() {
      await shop.inside((_, { storage }) => {
        storage.sql.exec('UPDATE enrich_state SET paused_until = 0, leased_until = 0')
      })
    },
    async asked() {
      const address = `${new URL(inject('modelServer')).origin}/requests?model=${encodeURIComponent(model)}`
      const seen = await (
        await fetch(address)
      ).json<{ body: { messages: { role: string; content: string }[] } }[]>()
      return seen.map(({ body }) => body.messages.find(({ role }) => role === 'user')?.content ?? '')
    },
    async tagsOf(product, put) {
      const init = put ? { method: 'PUT', body: JSON.stringify(put) } : {}
      return productTagsResponse.parse(
        await (await shop.admin(`${paths.products}/${product}/tags`, init)).json(),
      )
    },
  }
  return enriched
}

/** An English shop with these products and a model that answers by the script; nothing is switched on yet. */
export async function enrichedShopWith(
  rows: readonly Row[],
  script = 'enrich-tell',
  variables: Readonly<Record<string, string>> = {},
): Promise<EnrichedShop> {
  const shop = await createShop({ locale: 'en', currency: 'USD' })
  if (rows.length > 0) await shop.importRows('products', rows)
  return around(shop, script, variables)
}
