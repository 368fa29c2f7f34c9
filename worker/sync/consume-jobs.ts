import { backfillVectors } from '../embeddings/backfill-vectors.ts'
import { enrichProducts } from '../enrichment/enrich-products.ts'
import { shopModel } from '../metering/shop-model.ts'
import { runLeaderboard } from '../models/leaderboard/run-leaderboard.ts'
import { modelName } from '../models/model-name.ts'
import type { Services } from '../ports/services.ts'
import { modelsFor } from '../search/search-products.ts'
import { warmQueries } from '../warming/warm-queries.ts'
import { runSync } from './run-sync.ts'

const isJob = (body: unknown): body is { shop: string; job: string } =>
  typeof body === 'object' &&
  body !== null &&
  'shop' in body &&
  typeof body.shop === 'string' &&
  'job' in body &&
  typeof body.job === 'string'

/** How long one message embeds before it hands over to the next, so that shops take turns. */
const VECTORS_TURN_MS = 20_000

/** One turn of a shop's back-fill; what is left to do, and when, the shop has noted itself. */
async function runVectors({ shops, embeddingsFor, vectors }: Services, shop: string): Promise<void> {
  const record = await shops.read(shop)
  const embeddings = record && embeddingsFor(record)
  if (!embeddings) {
    await vectors.endVectorTurn(shop, false)
    return
  }
  const outcome = await backfillVectors(
    {
      vectors,
      embedder: embeddings.embedder,
      rates: embeddings.rates,
      now: Date.now,
      until: Date.now() + VECTORS_TURN_MS,
      signal: AbortSignal.timeout(VECTORS_TURN_MS * 3),
    },
    shop,
  )
  if (outcome.kind === 'more' && outcome.afterMs === 0) await vectors.endVectorTurn(shop, true)
}

/** How long one message has a model read products before it hands over; its last call may take longer. */
const ENRICH_TURN_MS = 20_000
const ENRICH_MOST_MS = 150_000

/** One turn of a shop's enrichment; what is left to do, and when, the shop has noted itself. */
async function runEnrichment(services: Services, shop: string): Promise<void> {
  const { shops, enrichment, enrichmentRates } = services
  const record = await shops.read(shop)
  const chosen = record && services.modelFor(record, 'enrich')
  const settled: Promise<unknown>[] = []
  const later = (work: Promise<unknown>) => void settled.push(work)
  const model =
    record && shopModel(services, record, { purpose: 'enrich', caller: null, requestId: '', later })
  if (!chosen || !model) {
    await enrichment.endEnrichmentTurn(shop, false)
    return
  }
  const outcome = await enrichProducts(
    {
      store: enrichment,
      model,
      name: modelName(chosen.identity),
      rates: enrichmentRates,
      now: Date.now,
      until: Date.now() + ENRICH_TURN_MS,
      signal: AbortSignal.timeout(ENRICH_MOST_MS),
    },
    shop,
  )
  await Promise.allSettled(settled)
  if (outcome.kind === 'more' && outcome.afterMs === 0) await enrichment.endEnrichmentTurn(shop, true)
}

/** How long one message compares models before it hands over; its last call may take longer. */
const LEADERBOARD_TURN_MS = 20_000
const LEADERBOARD_MOST_MS = 60_000

/** One turn of a comparison; what is left to do, and when, the shop has noted itself. */
async function compareModels(services: Services, shop: string): Promise<void> {
  await runLeaderboard(
    {
      services,
      now: Date.now,
      until: Date.now() + LEADERBOARD_TURN_MS,
      signal: AbortSignal.timeout(LEADERBOARD_MOST_MS),
    },
    shop,
  )
}

/** How long one message has a model think ahead before it hands over; its last call may take longer. */
const WARM_TURN_MS = 20_000
const WARM_MOST_MS = 60_000

/** One turn of a shop's warming; what is left to do, and when, the shop has noted itself. */
async function warmShop(services: Services, shop: string): Promise<void> {
  const record = await services.shops.read(shop)
  const models = record && modelsFor(services, record)
  if (!models?.expand && !models?.rerank) {
    await services.warming.endTurn(shop, '', false)
    return
  }
  await warmQueries(
    {
      services,
      now: Date.now,
      until: Date.now() + WARM_TURN_MS,
      signal: AbortSignal.timeout(WARM_MOST_MS),
    },
    shop,
  )
}

/** One shop's trouble is no other's. Nor is the message sent again: the shop asks by itself. */
const report = (job: string) => (error: unknown) => {
  // oxlint-disable-next-line no-console -- a background failure has nowhere else to go.
  console.error(`${job} broke off and will go on`, error)
}

/**
 * Does the jobs shops send because they need the network. A job that fails is not repeated here: the shop keeps what
 * is to be done and asks again.
 */
export async function consumeJobs(services: Services, messages: readonly { body: unknown }[]): Promise<void> {
  const { searchIndex, sync } = services
  // Two messages of one shop are one piece of work.
  const shopsOf = (job: string) =>
    new Set(messages.flatMap(({ body }) => (isJob(body) && body.job === job ? [body.shop] : [])))
  const each = async (job: string, work: (shop: string) => Promise<void>) => {
    for (const shop of shopsOf(job)) {
      await work(shop).catch(report(job))
    }
  }
  if (searchIndex) {
    const ports = {
      index: searchIndex,
      store: sync,
      now: Date.now,
      pause: (ms: number) => scheduler.wait(ms),
    }
    await each('sync', (shop) => runSync(ports, shop))
  }
  await each('vectors', (shop) => runVectors(services, shop))
  // A model may take minutes: shops are asked about side by side, and nothing else waits behind them.
  const asked = { enrich: runEnrichment, leaderboard: compareModels, warm: warmShop }
  await Promise.all(
    Object.entries(asked).flatMap(([job, work]) =>
      [...shopsOf(job)].map((shop) => work(services, shop).catch(report(job))),
    ),
  )
}
