import { createOpenAiModel } from '../../../worker/adapters/llm-openai/model.ts'
import { enrichProducts } from '../../../worker/enrichment/enrich-products.ts'
import { firstWire } from '../../../worker/models/dialects.ts'
import type { EnrichmentStore } from '../../../worker/ports/enrichment-store.ts'
import { ok } from '../../../worker/result.ts'
import {
  failEnrichment,
  nextEnrichment,
  restartEnrichment,
  storeEnrichment,
} from '../../../worker/shop/enrichment/enrich-work.ts'
import { enrichmentStatus } from '../../../worker/shop/enrichment/enrich-status.ts'
import { refreshEvidence } from '../../../worker/shop/jobs/import-evidence.ts'
import type { SqliteShop } from './sqlite-shop.ts'

/** The shop's job over a shop in this process, asking a real endpoint. */

const storeOver = (sql: SqlStorage): EnrichmentStore => ({
  nextEnrichment: async (_, request) => nextEnrichment(sql, request),
  async storeEnrichment(_, batch) {
    storeEnrichment(sql, batch)
  },
  failEnrichment: async (_, batch) => failEnrichment(sql, batch),
  endEnrichmentTurn: async () => {},
  restartEnrichment: async () => restartEnrichment(sql, Date.now()),
  enrichmentStatus: async (_, model) => enrichmentStatus(sql, model, Date.now()),
})

const unbraked = { requestsPerMinute: 1_000_000, tokensPerMinute: 2_000_000_000 }

/** Folds everything that waits into the index. */
export function foldIn({ sql }: SqliteShop): void {
  while (refreshEvidence(sql, Date.now()));
}

/** Has a model read every product; returns what the shop's merchant would be told. */
export async function enrichShop(
  shop: SqliteShop,
  endpoint: { baseUrl: string; model: string; apiKey?: string },
) {
  const { sql } = shop
  sql.exec(`UPDATE shop SET settings = json_set(settings, '$.models.enrich', json('true'))`)
  const { baseUrl, model: name, apiKey } = endpoint
  const wire = firstWire('compatible', baseUrl, name)
  const key = apiKey === undefined ? {} : { apiKey: () => Promise.resolve(ok(apiKey)) }
  const model = createOpenAiModel({ baseUrl, model: name, wire, ...key })
  const store = storeOver(sql)
  for (;;) {
    const { signal } = new AbortController()
    const outcome = await enrichProducts(
      { store, model, name, rates: unbraked, now: Date.now, until: Number.POSITIVE_INFINITY, signal },
      '',
    )
    if (outcome.kind === 'done') break
    await new Promise((resolve) => setTimeout(resolve, outcome.afterMs))
  }
  foldIn(shop)
  return enrichmentStatus(sql, name, Date.now())
}
