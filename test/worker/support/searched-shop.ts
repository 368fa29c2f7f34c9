import { runDurableObjectAlarm } from 'cloudflare:test'
import { inject } from 'vitest'
import { syncStatus, type SyncStatus } from '../../../worker/contract/sync.ts'
import { paths } from '../../../worker/contract/vocabulary.ts'
import type { Trouble } from '../../support/meilisearch-trouble.ts'
import type { TestShop } from './worker-shop.ts'

const { url } = inject('meilisearch')

async function control(asked: object): Promise<unknown> {
  const answer = await fetch(`${url}/__control`, { method: 'POST', body: JSON.stringify(asked) })
  if (answer.status === 599) throw new Error(await answer.text())
  const content = await answer.text()
  return content === '' ? null : JSON.parse(content)
}

/** Spoils a shop's traffic with the search server from now on; without troubles everything passes. */
export const misbehave = async (shop: string, ...troubles: readonly Trouble[]): Promise<void> => {
  await control({ do: 'trouble', shop, troubles })
}

/** A request to the server itself, with its master key, past all troubles. */
export const askServer = (method: string, path: string, body?: unknown): Promise<unknown> =>
  control({ do: 'pass', method, path, body })

/** Requests a shop has made, by kind. */
export const requestsOf = async (shop: string): Promise<Readonly<Record<string, number>>> =>
  (await control({ do: 'count', shop })) as Readonly<Record<string, number>>

export async function readSync(shop: TestShop): Promise<SyncStatus> {
  const answer = await shop.admin(`${paths.adminSearch}/sync`)
  return syncStatus.strict().parse(await answer.json())
}

const TURNS_MOST = 400

/** Waits until everything has arrived. The alarm and the queue do the work; the alarm is only rung early. */
export async function drained(shop: TestShop): Promise<SyncStatus> {
  for (let turn = 0; turn < TURNS_MOST; turn++) {
    const status = await readSync(shop)
    if (!status.syncing && status.index !== null && (await isQuiet(shop))) return status
    await runDurableObjectAlarm(shop.stub)
    await scheduler.wait(50)
  }
  throw new Error(`not in sync: ${JSON.stringify(await readSync(shop))}`)
}

/** No message is on its way and none is due. */
const isQuiet = (shop: TestShop): Promise<boolean> =>
  shop.inside(
    (_object, state) =>
      state.storage.sql.exec(`SELECT 1 FROM job WHERE name = 'sync'`).toArray().length === 0,
  )
