import { signal, type ReadonlySignal } from '@preact/signals'
import type { SyncStatus } from '../../../worker/contract/sync.ts'
import type { Answer, ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'

/** Milliseconds between two looks while something is on its way, and while nothing is: an import may begin any time. */
const BUSY_MS = 1_000
const QUIET_MS = 10_000

export interface SyncModel {
  /** Null until it is known. */
  readonly status: ReadonlySignal<SyncStatus | null>
  readonly failure: ReadonlySignal<ApiFailure | null>
  /** Looks again and again until stopped; one at a time. */
  readonly watch: (signal: AbortSignal) => Promise<void>
  readonly reindex: () => Promise<Answer<SyncStatus>>
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** How far the search server is behind the catalogue. */
export function createSyncModel(client: Pick<Client, 'sync' | 'reindex'>, wait = sleep): SyncModel {
  const status = signal<SyncStatus | null>(null)
  const failure = signal<ApiFailure | null>(null)
  return {
    status,
    failure,
    async watch(stop) {
      while (!stop.aborted) {
        const answer = await client.sync()
        if (stop.aborted) return
        failure.value = answer.ok ? null : answer.failure
        if (answer.ok) status.value = answer.value
        // Without a search server there is nothing to watch.
        if (answer.ok && answer.value.engine === 'embedded') return
        await wait(answer.ok && answer.value.syncing ? BUSY_MS : QUIET_MS)
      }
    },
    async reindex() {
      const answer = await client.reindex()
      if (answer.ok) status.value = answer.value
      return answer
    },
  }
}
