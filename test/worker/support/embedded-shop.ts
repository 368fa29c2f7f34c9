import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import { compose } from '../../../worker/compose.ts'
import { vectorStatus, type VectorStatus } from '../../../worker/contract/vectors.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { backfillVectors, type BackfillOutcome } from '../../../worker/embeddings/backfill-vectors.ts'
import { noModels } from '../../../worker/ports/shop-models.ts'
import type { Embeddings } from '../../../worker/ports/models.ts'
import type { Services } from '../../../worker/ports/services.ts'
import { createShop, reachShop, sendThrough, type Row, type TestShop } from './worker-shop.ts'

/** A shop whose worker has an embedder: the scripted server, asked by a model of the test's own. */
export interface EmbeddedShop {
  readonly shop: TestShop
  readonly services: Services
  readonly embeddings: Embeddings
  readonly model: string
  /** The same shop behind a worker that is configured with another model. */
  withModel(script: string): EmbeddedShop
  /** Another shop behind the same kind of worker. */
  of(shop: TestShop): EmbeddedShop
  /** One turn of the back-fill, of at most so long. */
  turn(forMs?: number): Promise<BackfillOutcome>
  /** Turns until all is done; pauses that the service asked for are passed over. */
  backfill(): Promise<VectorStatus>
  /** Forgets pauses and batches that are out, as time would. */
  passTime(): Promise<void>
  status(): Promise<VectorStatus>
  /** What the server was asked: the texts of each request. */
  asked(): Promise<string[][]>
}

const generous = { EMBED_REQUESTS_PER_MINUTE: '100000', EMBED_TOKENS_PER_MINUTE: '100000000' }

const TURNS_MOST = 100

let models = 0

function around(
  reached: TestShop,
  script: string,
  variables: Readonly<Record<string, string>>,
  name?: string,
): EmbeddedShop {
  const model = `script:${script}#${name ?? `${reached.id}${models++}`}`
  const bindings = {
    ...env,
    ...generous,
    ...variables,
    EMBED_BASE_URL: inject('embeddingServer'),
    EMBED_MODEL: model,
  }
  const services = compose(bindings)
  const { vectors } = services
  const embeddings = services.embeddingsFor({ id: reached.id, models: noModels })
  if (!embeddings) throw new Error('no embedder was composed')
  const shop = reachShop(reached.keys, sendThrough(services, bindings))
  const embedded: EmbeddedShop = {
    shop,
    services,
    embeddings,
    model,
    withModel: (other) => around(reached, other, variables),
    of: (other) => around(other, script, variables, name),
    turn: (forMs = 10_000) =>
      backfillVectors(
        {
          vectors,
          embedder: embeddings.embedder,
          rates: embeddings.rates,
          now: Date.now,
          until: Date.now() + forMs,
          signal: new AbortController().signal,
        },
        shop.id,
      ),
    async backfill() {
      for (let turn = 0; turn < TURNS_MOST; turn++) {
        const outcome = await embedded.turn()
        if (outcome.kind === 'done') return embedded.status()
        await embedded.passTime()
      }
      throw new Error(`the back-fill does not end: ${JSON.stringify(await embedded.status())}`)
    },
    async passTime() {
      await shop.inside((_, state) => {
        state.storage.sql.exec('UPDATE vector_state SET paused_until = 0, leased_until = 0')
      })
    },
    async status() {
      return vectorStatus.strict().parse(await (await shop.admin(paths.vectors)).json())
    },
    async asked() {
      const address = `${new URL(inject('embeddingServer')).origin}/requests?model=${encodeURIComponent(model)}`
      const seen = await (await fetch(address)).json<{ input: string[] }[]>()
      return seen.map(({ input }) => input)
    },
  }
  return embedded
}

/**
 * A shop with these products and an embedder that answers by the script; nothing is embedded yet.
 * @param name of the model in every run, where something that is recorded depends on it
 */
export async function embeddedShopWith(
  rows: readonly Row[],
  script = 'ok',
  variables: Readonly<Record<string, string>> = {},
  name?: string,
): Promise<EmbeddedShop> {
  const shop = await createShop({ locale: 'en', currency: 'USD' })
  if (rows.length > 0) await shop.importRows('products', rows)
  return around(shop, script, variables, name)
}
