import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import { formatTime } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'

interface RecentImportsProps {
  readonly imports: readonly ImportStatus[]
  /** Id of the one that is looked at. */
  readonly shown: string | undefined
}

/** What was imported lately; each opens its report. */
export function RecentImports({ imports, shown }: RecentImportsProps) {
  const t = texts.value.catalogue
  return (
    <section class="card" aria-labelledby="recent-title">
      <h2 id="recent-title">{t.recent}</h2>
      {imports.length === 0 ? (
        <p class="muted">{t.recentNone}</p>
      ) : (
        <ul class="recent">
          {imports.map(({ import: id, kind, mode, status, stage, accepted, rejected, created_at: at }) => (
            <li key={id}>
              <a
                href={routeHref({ page: 'catalogue', item: id })}
                {...(id === shown ? { 'aria-current': 'true' as const } : {})}
              >
                <span>
                  {t.kindMode(kind, mode)}
                  {stage === 'discarded' ? (
                    <span class="badge">{t.stages[stage]}</span>
                  ) : (
                    <span class={`badge ${status}`}>{t.status[status]}</span>
                  )}
                </span>
                <span class="muted number">
                  <time dateTime={at}>{formatTime(at)}</time>
                  {status === 'done' && ` · ${t.summary(accepted, rejected)}`}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
