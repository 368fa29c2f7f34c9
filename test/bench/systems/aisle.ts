import { paths } from '../../../worker/contract/vocabulary.ts'
import type { SearchResponse } from '../../../worker/contract/search.ts'
import { createMeasuredShop, startMeasuringWorker } from '../../support/measured-shop.ts'
import { childrenNamed, residentBytes } from '../process-cpu.ts'
import type { BenchCatalogue, ComparedSystem, LoadedCatalogue } from './compared-system.ts'

const read = (body: string) => JSON.parse(body) as SearchResponse

/** What a full bench asks of the worker beside searches. */
export interface AisleSystem extends ComparedSystem {
  readonly url: string
  readonly pid: number | null
}

/**
 * The product itself in a worker of its own: with the embedded index, or with whatever the variables name.
 * `settle` waits, after an import, until the catalogue is where searches look.
 */
export async function startAisle(
  { name, metric }: { readonly name: string; readonly metric: string },
  variables: Record<string, string | undefined> = {},
  settle: (shop: string) => Promise<void> = () => Promise.resolve(),
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
      const shop = await createMeasuredShop(worker.url, catalogue)
      const held = pid === null ? null : await residentBytes(pid)
      let indexMs = 0
      for await (const file of catalogue.files) {
        const begun = performance.now()
        await shop.importFile('products', file)
        indexMs += performance.now() - begun
      }
      const begun = performance.now()
      if (catalogue.reviews !== null) await shop.importFile('reviews', catalogue.reviews)
      await settle(shop.keys.shop)
      indexMs += performance.now() - begun
      const holds = pid === null ? null : await residentBytes(pid)
      const address = (query: string, limit: number) =>
        `${worker.url}${paths.search}?${new URLSearchParams({ key: shop.keys.public_key, q: query, limit: String(limit) })}`
      return {
        indexMs,
        grownBy: held === null || holds === null ? null : holds - held,
        request: ({ text }, limit) => ({ url: address(text, limit) }),
        idsOf: (body) => read(body).hits.map(({ id }) => id),
        totalOf: (body) => read(body).total,
      }
    },
  }
}
