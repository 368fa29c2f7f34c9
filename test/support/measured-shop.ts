import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportStatus } from '../../worker/contract/catalogue.ts'
import type { OrderEvent, SearchResponse } from '../../worker/contract/search.ts'
import type { CreateShopResponse, SettingsPatch } from '../../worker/contract/shops.ts'
import type { LedgerResponse } from '../../worker/contract/ledger.ts'
import type { EnrichmentStatus } from '../../worker/contract/enrichment.ts'
import type { VectorStatus } from '../../worker/contract/vectors.ts'
import type { SyncStatus } from '../../worker/contract/sync.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { readEvents } from '../../widget/api/stream.ts'
import { buildWorker } from '../../worker/bin/build-worker.ts'
import { startLocalWorker, type LocalWorker } from '../../worker/bin/local-worker.ts'

const operatorToken = 'measuring'

/** How long failures of a search server may go on. */
const SYNC_MOST_MS = 10 * 60_000

/** How long a model may take for a batch, pauses included. */
const ENRICHMENT_MOST_MS = 10 * 60_000

export interface MeasuringWorker extends LocalWorker {
  /** Folder of the shops' databases. */
  readonly state: string
}

/**
 * A worker of its own for measuring, with no rate limits and a state that is thrown away. `entry`: its main module, where
 * that is to offer more than the product does.
 */
export async function startMeasuringWorker(
  variables: Record<string, string | undefined> = {},
  entry = 'worker/index.ts',
): Promise<MeasuringWorker> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-measure-'))
  const bundle = await buildWorker(join(folder, 'worker'), entry)
  const worker = await startLocalWorker({
    port: 0,
    state: join(folder, 'state'),
    bundle,
    assets: folder,
    variables: { ...variables, OPERATOR_TOKEN: operatorToken, RATE_LIMITS: 'off' },
  })
  return {
    ...worker,
    state: join(folder, 'state'),
    async close() {
      await worker.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface StreamedSearch {
  readonly results: SearchResponse
  /** null: the order of the results stands. */
  readonly order: OrderEvent | null
  readonly degraded: readonly string[]
  /** Milliseconds until the results were there, and until the stream ended. */
  readonly firstMs: number
  readonly doneMs: number
}

export interface MeasuredShop {
  readonly keys: CreateShopResponse
  /** Imports a file and waits until all of it is findable. Throws when the import fails or loses a row. */
  importFile(kind: 'products' | 'reviews', body: string | Uint8Array): Promise<ImportStatus>
  /** Changes settings of the shop. */
  settings(patch: SettingsPatch): Promise<void>
  /** The calls to models so far. */
  ledger(): Promise<LedgerResponse>
  /** Waits until every product has its vector or was refused one; null without an embedder. */
  vectors(): Promise<VectorStatus | null>
  /** Has the configured model read every product and waits until it has. Throws when it makes no headway. */
  enriched(): Promise<EnrichmentStatus>
  search(query: string, parameters?: Record<string, string>): Promise<SearchResponse>
  /** The same as a shopper's page asks it, to the stream's end. */
  stream(query: string, parameters?: Record<string, string>): Promise<StreamedSearch>
  /** Waits until the search server has everything; milliseconds it took. Throws when it cannot be brought up to date. */
  drained(): Promise<number>
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} from ${response.url}: ${await response.text()}`)
  return (await response.json()) as T
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Creates a shop in a running worker; everything goes through its public HTTP path. */
export async function createMeasuredShop(
  url: string,
  shop: { locale: string; currency: string },
): Promise<MeasuredShop> {
  const keys = await answer<CreateShopResponse>(
    await fetch(url + paths.shops, {
      method: 'POST',
      headers: { Authorization: `Bearer ${operatorToken}` },
      body: JSON.stringify({ name: 'Measured', origins: [], ...shop }),
    }),
  )
  const headers = { Authorization: `Bearer ${keys.secret_key}` }
  return {
    keys,
    async importFile(kind, body) {
      const accepted = await answer<{ import: string }>(
        await fetch(`${url}${paths.imports}?kind=${kind}`, {
          method: 'POST',
          headers,
          body: body as BodyInit,
        }),
      )
      for (;;) {
        const status = await answer<ImportStatus>(
          await fetch(`${url}${paths.imports}/${accepted.import}`, { headers }),
        )
        if (status.status === 'running') {
          await pause(100)
          continue
        }
        if (status.status !== 'done' || status.accepted + status.rejected !== status.read) {
          throw new Error(`import of ${kind} is ${status.status}: ${JSON.stringify(status)}`)
        }
        return status
      }
    },
    async settings(patch) {
      await answer(
        await fetch(url + paths.settings, { method: 'PATCH', headers, body: JSON.stringify(patch) }),
      )
    },
    ledger: async () => answer<LedgerResponse>(await fetch(url + paths.ledger, { headers })),
    async vectors() {
      for (;;) {
        const status = await answer<VectorStatus>(await fetch(url + paths.vectors, { headers }))
        if (status.configured === null) return null
        if (status.done + status.failed === status.total) return status
        await pause(250)
      }
    },
    async enriched() {
      const ask = async (path: string, method: string) =>
        answer<EnrichmentStatus>(await fetch(url + path, { method, headers }))
      await ask(`${paths.enrichment}/start`, 'POST')
      let read = -1
      let since = performance.now()
      for (;;) {
        const status = await ask(paths.enrichment, 'GET')
        if (status.done + status.failed === status.total) return status
        if (status.done + status.failed > read) since = performance.now()
        read = status.done + status.failed
        if (performance.now() - since > ENRICHMENT_MOST_MS) {
          throw new Error(`the model makes no headway: ${JSON.stringify(status)}`)
        }
        await pause(500)
      }
    },
    async drained() {
      const begun = performance.now()
      for (;;) {
        const status = await answer<SyncStatus>(await fetch(`${url}${paths.adminSearch}/sync`, { headers }))
        if (status.engine === 'embedded') throw new Error('no Meilisearch is set up: MEILI_URL is missing')
        if (status.index !== null && !status.syncing) return performance.now() - begun
        if (status.last_error && performance.now() - begun > SYNC_MOST_MS) {
          throw new Error(`Meilisearch is not up to date: ${status.last_error.message}`)
        }
        await pause(200)
      }
    },
    async search(query, parameters = {}) {
      const asked = new URLSearchParams({ key: keys.public_key, q: query, ...parameters })
      return answer<SearchResponse>(await fetch(`${url}${paths.search}?${asked}`))
    },
    async stream(query, parameters = {}) {
      const asked = new URLSearchParams({ key: keys.public_key, q: query, ...parameters })
      const begun = performance.now()
      const response = await fetch(`${url}${paths.search}?${asked}`, {
        headers: { accept: 'text/event-stream' },
      })
      if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`)
      let firstMs = 0
      const events = new Map<string, unknown>()
      await readEvents(response.body, (name, data) => {
        if (name === 'results') firstMs = performance.now() - begun
        events.set(name, JSON.parse(data))
      })
      const done = events.get('done') as { degraded?: string[] }
      return {
        results: events.get('results') as SearchResponse,
        order: (events.get('order') as OrderEvent | undefined) ?? null,
        degraded: done.degraded ?? [],
        firstMs,
        doneMs: performance.now() - begun,
      }
    },
  }
}

/** Reads a JSON Lines file. */
export async function readJsonLines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}
