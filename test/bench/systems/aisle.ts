import { paths } from '../../../worker/contract/vocabulary.ts'
import type { SearchResponse } from '../../../worker/contract/search.ts'
import { createMeasuredShop, startMeasuringWorker } from '../../support/measured-shop.ts'
import { childrenNamed, residentBytes } from '../process-cpu.ts'
import type { BenchCatalogue, ComparedSystem, LoadedCatalogue } from './compared-system.ts'

/** Throws for an answer that is not by the engine that is measured, but by its fallback. */
function wholeAnswer(body: string): SearchResponse {
  const answer = JSON.parse(body) as SearchResponse & { readonly degraded?: readonly string[] }
  if (answer.degraded) throw new Error(`a search was answered without ${answer.degraded.join(', ')}`)
  return answer
}

/** What a full bench asks of the worker beside searches. */
export interface AisleSystem extends ComparedSystem {
  readonly url: string
  readonly pid: number | null
}

const syncPath = `${paths.adminSearch}/sync`
const SYNC_POLL_MS = 200
const SYNC_MOST_MS = 30 * 60_000

/** Waits until the search server has every product. Throws when this build knows no search server, or none is reached. */
async function waitForSync(url: string, secretKey: string): Promise<void> {
  const end = Date.now() + SYNC_MOST_MS
  while (Date.now() < end) {
    const answer = await fetch(url + syncPath, { headers: { Authorization: `Bearer ${secretKey}` } })
    if (!answer.ok) throw new Error(`${answer.status} from ${syncPath}`)
    const { index, pending } = (await answer.json()) as { index: string | null; pending: number }
    if (index !== null && pending === 0) return
    await new Promise((resolve) => setTimeout(resolve, SYNC_POLL_MS))
  }
  throw new Error('the search server did not catch up')
}

/** The product itself in a worker of its own: with the embedded index, or the search server its variables name. */
export async function startAisle(
  { name, metric }: { readonly name: string; readonly metric: string },
  variables: Record<string, string | undefined> = {},
): Promise<AisleSystem> {
  const before = new Set(await childrenNamed('workerd'))
  const worker = await startMeasuringWorker(variables)
  const pid = (await childrenNamed('workerd')).find((child) => !before.has(child)) ?? null
  return {
    name,
    metric,
    pid,
    url: worker.url,
    close: () => worker.close(),
    async load(catalogue: BenchCatalogue): Promise<LoadedCatalogue> {
      const { locale, currency } = catalogue
      const shop = await createMeasuredShop(worker.url, { locale, currency })
      const held = pid === null ? null : await residentBytes(pid)
      let indexMs = 0
      for await (const file of catalogue.files) {
        const begun = performance.now()
        await shop.importFile('products', file)
        indexMs += performance.now() - begun
      }
      const begun = performance.now()
      if (catalogue.reviews !== null) await shop.importFile('reviews', catalogue.reviews)
      if (variables['MEILI_URL'] !== undefined) await waitForSync(worker.url, shop.keys.secret_key)
      indexMs += performance.now() - begun
      const holds = pid === null ? null : await residentBytes(pid)
      const address = (query: string, limit: number) =>
        `${worker.url}${paths.search}?${new URLSearchParams({ key: shop.keys.public_key, q: query, limit: String(limit) })}`
      return {
        indexMs,
        grownBy: held === null || holds === null ? null : holds - held,
        request: ({ text }, limit) => ({ url: address(text, limit) }),
        idsOf: (body) => wholeAnswer(body).hits.map(({ id }) => id),
        totalOf: (body) => wholeAnswer(body).total,
      }
    },
  }
}
