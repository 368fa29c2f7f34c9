import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import type { ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'

/** Milliseconds between two questions while the server answers. */
const POLL_MS = 500
/** Between two questions while it does not: doubled up to this. */
const POLL_MOST_MS = 8000

export interface FollowOptions {
  readonly onStatus: (status: ImportStatus) => void
  /** Null when the server answers again. */
  readonly onTrouble: (failure: ApiFailure | null) => void
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
  readonly signal: AbortSignal
}

/** Asking again may help: the import goes on at the server whatever happens here. */
const passes = (failure: ApiFailure): boolean =>
  failure.kind !== 'refused' || failure.status === 429 || failure.status >= 500

/**
 * Asks how an import stands until it no longer runs. A server that does not answer is asked again, ever less often.
 *
 * @returns how it ended; null when it cannot be known or was no longer wanted
 */
export async function followImport(
  client: Pick<Client, 'importStatus'>,
  id: string,
  { onStatus, onTrouble, wait, signal }: FollowOptions,
): Promise<ImportStatus | null> {
  let pause = POLL_MS
  while (!signal.aborted) {
    const answer = await client.importStatus(id)
    if (signal.aborted) return null
    if (answer.ok) {
      if (pause > POLL_MS) onTrouble(null)
      pause = POLL_MS
      onStatus(answer.value)
      if (answer.value.status !== 'running') return answer.value
    } else {
      onTrouble(answer.failure)
      if (!passes(answer.failure)) return null
      pause = Math.min(pause * 2, POLL_MOST_MS)
    }
    await wait(pause)
  }
  return null
}
