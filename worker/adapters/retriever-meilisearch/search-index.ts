import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { IndexDocument, IndexFailure, SearchIndex, TaskState } from '../../ports/search-index.ts'
import { err, ok, type Result } from '../../result.ts'
import { indexFailure } from './failures.ts'
import { PRIMARY_KEY, SETTINGS_VERSION, indexSettings } from './index-settings.ts'

/** Writing is not on a shopper's path: a slow server is waited for. */
const WRITE_TIMEOUT_MS = 20_000

async function attempt<T>(call: () => Promise<T>): Promise<Result<T, IndexFailure>> {
  try {
    return ok(await call())
  } catch (error) {
    return err(indexFailure(error))
  }
}

const isMissing = (error: IndexFailure) => error.kind === 'index_missing'

/** Without a master key a server has no keys at all, and none is needed. */
const hasNoKeys = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'missing_master_key'

const isTaken = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'api_key_already_exists'

/** Meilisearch as an index to write: each call one request, tasks looked at and never waited for. */
export function createMeilisearchIndex(server: { url: string; key: string | undefined }): SearchIndex {
  const client = new Meilisearch({
    host: server.url,
    ...(server.key === undefined ? {} : { apiKey: server.key }),
    timeout: WRITE_TIMEOUT_MS,
  })
  return {
    version: SETTINGS_VERSION,
    async createdAt(uid) {
      const found = await attempt(() => client.getRawIndex(uid))
      if (!found.ok) return isMissing(found.error) ? ok(null) : found
      return ok(found.value.createdAt)
    },
    create: (uid, policy, embedders) =>
      attempt(async () => {
        const created = await client.createIndex(uid, { primaryKey: PRIMARY_KEY })
        const settled = await client.index(uid).updateSettings(indexSettings(policy, embedders))
        return [created.taskUid, settled.taskUid]
      }),
    upsert: (uid, documents) =>
      attempt(async () => {
        const task = await client
          .index<IndexDocument>(uid)
          .addDocuments([...documents], { primaryKey: PRIMARY_KEY })
        return task.taskUid
      }),
    remove: (uid, keys) => attempt(async () => (await client.index(uid).deleteDocuments([...keys])).taskUid),
    tasks: (uids) =>
      attempt(async () => {
        const { results } = await client.tasks.getTasks({ uids: [...uids], limit: uids.length })
        const known = new Map(results.map((task) => [task.uid, task]))
        return uids.map((uid): TaskState => {
          const task = known.get(uid)
          if (!task) return { uid, state: 'lost' }
          if (task.status === 'succeeded') return { uid, state: 'succeeded' }
          if (task.status === 'enqueued' || task.status === 'processing') return { uid, state: 'waiting' }
          return { uid, state: 'failed', detail: task.error?.code ?? task.status }
        })
      }),
    swap: (left, right) =>
      attempt(async () => (await client.swapIndexes([{ indexes: [left, right], rename: false }])).taskUid),
    swapUnderWay: (uid) =>
      attempt(async () => {
        const { results } = await client.tasks.getTasks({
          types: ['indexSwap'],
          statuses: ['enqueued', 'processing'],
        })
        const swap = results.find((task) =>
          task.details?.swaps?.some(({ indexes }) => indexes.some((name) => name === uid)),
        )
        return swap?.uid ?? null
      }),
    async discard(uid) {
      const gone = await attempt(() => client.deleteIndex(uid))
      if (!gone.ok && !isMissing(gone.error)) return gone
      return ok(null)
    },
    searchKey: (keyUid, index) =>
      attempt(async () => {
        try {
          const made = await client.createKey({
            uid: keyUid,
            actions: ['search'],
            indexes: [index],
            expiresAt: null,
            description: `Searches ${index}`,
          })
          return made.key
        } catch (error) {
          if (hasNoKeys(error)) return ''
          if (isTaken(error)) return (await client.getKey(keyUid)).key
          throw error
        }
      }),
  }
}
