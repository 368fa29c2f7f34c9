import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import type { Desk } from '../../desk.ts'
import { formatNumber, formatShare, formatTime } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'
import { Icon, type IconShape } from '../../ui/icon.tsx'
import { DetectedFile } from './detected-file.tsx'
import { HeldImport } from './held-import.tsx'
import { RowErrors } from './row-errors.tsx'

/** The finding: what came of it, or what it is doing. */
function headline({ status, stage, kind, accepted, changed }: ImportStatus): string {
  const t = texts.value.catalogue
  switch (status) {
    case 'running':
      return t.running(t.stages[stage] ?? stage)
    case 'done':
      return { products: t.doneProducts, reviews: t.doneReviews, events: t.doneEvents }[kind](
        accepted,
        changed,
      )
    case 'held':
      return t.held
    case 'failed':
      return stage === 'discarded' ? t.discarded : t.failed
  }
}

const shapes: Readonly<Record<ImportStatus['status'], IconShape>> = {
  running: 'clock',
  done: 'check',
  held: 'alert',
  failed: 'cross',
}

function Counts({ status }: { status: ImportStatus }) {
  const t = texts.value.catalogue.counts
  const counts = [
    ['read', t.read],
    ['accepted', t.accepted],
    ['rejected', t.rejected],
    ['changed', t.changed],
    ['removed', t.removed],
  ] as const
  return (
    <dl class="counts">
      {counts.map(([name, label]) => (
        <div key={name} class={name === 'rejected' && status.rejected > 0 ? 'bad' : ''}>
          <dt>{label}</dt>
          <dd>{formatNumber(status[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One import, from its first row to what came of it. */
export function ImportReport({ desk, status, title }: { desk: Desk; status: ImportStatus; title: string }) {
  const t = texts.value.catalogue
  const line = headline(status)
  const isFirstSuccess = status.status === 'done' && status.kind === 'products' && status.changed > 0
  return (
    <section class="card report" aria-labelledby="report-title">
      <div class="row between">
        <h2 id="report-title">{title}</h2>
        <p class="muted">
          {t.kindMode(status.kind, status.mode)} ·{' '}
          <time dateTime={status.created_at}>{formatTime(status.created_at)}</time>
        </p>
      </div>
      <p class={`headline ${status.status}`} aria-live="polite">
        <Icon shape={shapes[status.status]} />
        {line}
      </p>
      {status.status === 'running' && (
        <div class="stack">
          <div class="row">
            <progress max={1} value={status.progress} aria-label={line} />
            <span class="number">{formatShare(status.progress)}</span>
          </div>
          {desk.catalogue.trouble.value && <p class="field-problem">{t.stale}</p>}
        </div>
      )}
      {status.status === 'held' && <HeldImport desk={desk} status={status} />}
      <Counts status={status} />
      {isFirstSuccess && (
        <p class="row">
          <span class="muted">{t.next}:</span>
          <a href={routeHref({ page: 'search' })}>{t.nextSearch}</a>
          <a href={routeHref({ page: 'install' })}>{t.nextInstall}</a>
        </p>
      )}
      <RowErrors status={status} />
      {status.detected && status.detected.format !== 'auto' && <DetectedFile detected={status.detected} />}
    </section>
  )
}
