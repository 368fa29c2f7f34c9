import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Desk } from '../../desk.ts'
import { formatTime } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { Bar } from '../../ui/bar.tsx'

/** How far Meilisearch is behind the catalogue, and what to do when it is stuck. Nothing where none is set up. */
export function SearchServer({ desk }: { desk: Desk }) {
  const t = texts.value.searchServer
  const isAsking = useSignal(false)
  const status = desk.sync.status.value
  useEffect(() => {
    const stop = new AbortController()
    void desk.sync.watch(stop.signal)
    return () => stop.abort()
  }, [desk])
  if (!status || status.engine === 'embedded') return null
  const { pending, indexed, syncing, progress, last_error: error, last_success_at: success } = status

  const reindex = async (): Promise<void> => {
    isAsking.value = true
    const answer = await desk.sync.reindex()
    isAsking.value = false
    if (answer.ok) desk.notices.done(t.asked)
    else desk.notices.bad(texts.value.failure(answer.failure))
  }

  return (
    <section class="card" aria-labelledby="search-server-title">
      <h2 id="search-server-title">{t.title}</h2>
      <output>{syncing ? t.pending(pending) : t.upToDate(indexed)}</output>
      {syncing && <Bar share={progress} />}
      {error && (
        <p class="callout">
          {t.problems[error.code]} <span class="muted">{formatTime(error.at)}</span>
        </p>
      )}
      {success !== null && <p class="muted">{t.lastSuccess(formatTime(success))}</p>}
      <button type="button" class="button" disabled={isAsking.value} onClick={() => void reindex()}>
        {t.reindex}
      </button>
    </section>
  )
}
