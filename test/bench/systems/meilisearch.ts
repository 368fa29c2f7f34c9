import { Meilisearch } from 'meilisearch'
import { processesWith, residentBytes } from '../process-cpu.ts'
import type { ComparedSystem, FlatProduct } from './compared-system.ts'

const DOCUMENTS_A_CALL = 10_000
/** A hundred thousand products take a few minutes on a slow machine. */
const TASK_TIMEOUT_MS = 30 * 60_000

interface MultiSearchAnswer {
  readonly results: readonly {
    readonly hits: readonly { readonly id: string }[]
    readonly estimatedTotalHits: number
  }[]
}

const answered = (body: string) => {
  const [result] = (JSON.parse(body) as MultiSearchAnswer).results
  if (!result) throw new Error(`Meilisearch answered nothing: ${body.slice(0, 200)}`)
  return result
}

/** Ids here are of letters, digits, `-` and `_` only; the product's own id stays beside. */
const safeId = (id: string) => Buffer.from(id).toString('base64url')

/**
 * Meilisearch asked directly, as a developer would: searchable fields in order of weight, filters and facets on price,
 * brand, category and availability, else its own settings; one keyword query in a `multi-search` call.
 */
export async function connectMeilisearch(url: string, key: string | undefined): Promise<ComparedSystem> {
  const client = new Meilisearch({ host: url, ...(key === undefined ? {} : { apiKey: key }) })
  const [pid] = await processesWith('meilisearch', `:${new URL(url).port}`)
  const made: string[] = []
  return {
    name: 'Meilisearch',
    metric: 'meilisearch',
    pid: pid ?? null,
    async load(catalogue) {
      const uid = `aisle_bench_${Date.now().toString(36)}_${made.length}`
      made.push(uid)
      const held = pid === undefined ? null : await residentBytes(pid)
      const begun = performance.now()
      await client.createIndex(uid, { primaryKey: 'key' }).waitTask({ timeout: TASK_TIMEOUT_MS })
      const index = client.index(uid)
      await index
        .updateSettings({
          searchableAttributes: ['title', 'brand', 'category', 'attributes', 'description', 'reviews'],
          filterableAttributes: ['price', 'brand', 'category', 'availability'],
          sortableAttributes: ['price'],
        })
        .waitTask({ timeout: TASK_TIMEOUT_MS })
      const tasks: Promise<unknown>[] = []
      let batch: (FlatProduct & { key: string })[] = []
      const send = async () => {
        const task = await index.addDocuments(batch)
        tasks.push(client.tasks.waitForTask(task, { timeout: TASK_TIMEOUT_MS, interval: 200 }))
        batch = []
      }
      for (const product of catalogue.flat()) {
        batch.push({ ...product, key: safeId(product.id) })
        if (batch.length === DOCUMENTS_A_CALL) await send()
      }
      if (batch.length > 0) await send()
      await Promise.all(tasks)
      const indexMs = performance.now() - begun
      const { numberOfDocuments } = await index.getStats()
      if (numberOfDocuments === 0) throw new Error('Meilisearch took no document')
      const holds = pid === undefined ? null : await residentBytes(pid)
      return {
        indexMs,
        grownBy: held === null || holds === null ? null : holds - held,
        request: ({ words, maxPrice }, limit) => ({
          url: `${url.replace(/\/$/, '')}/multi-search`,
          init: {
            headers: {
              'Content-Type': 'application/json',
              ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
            },
            body: JSON.stringify({
              queries: [
                {
                  indexUid: uid,
                  q: words,
                  limit,
                  facets: ['price', 'brand', 'category', 'availability'],
                  ...(maxPrice === undefined ? {} : { filter: `price <= ${maxPrice}` }),
                },
              ],
            }),
          },
        }),
        idsOf: (body) => answered(body).hits.map(({ id }) => id),
        totalOf: (body) => answered(body).estimatedTotalHits,
      }
    },
    async close() {
      for (const uid of made) await client.deleteIndexIfExists(uid)
    },
  }
}
