import type { TestProject } from 'vitest/node'
import { startTroubledMeilisearch, type TroubledMeilisearch } from './troubled-meilisearch.ts'

let server: TroubledMeilisearch | undefined

/**
 * Tests inside workerd reach it as MEILI_URL. With MEILI_URL and MEILI_KEY in the environment a real server stands
 * behind it; MEILI_RECORD=1 then writes its answers down for runs without one.
 */
export async function setup(project: TestProject): Promise<void> {
  const { MEILI_URL, MEILI_KEY, MEILI_RECORD } = process.env
  server = await startTroubledMeilisearch({
    url: MEILI_URL || undefined,
    key: MEILI_KEY || undefined,
    records: MEILI_RECORD === '1',
  })
  project.provide('meilisearch', { url: server.url, key: server.key, isReal: Boolean(MEILI_URL) })
}

export async function teardown(): Promise<void> {
  await server?.close()
}
