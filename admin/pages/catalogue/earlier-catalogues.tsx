import { useSignal } from '@preact/signals'
import type { CatalogueEntry } from '../../../worker/contract/catalogue.ts'
import type { Desk } from '../../desk.ts'
import { formatTime } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'

/** What was live before, and the way back to it. */
export function EarlierCatalogues({
  desk,
  catalogues,
}: {
  desk: Desk
  catalogues: readonly CatalogueEntry[]
}) {
  const t = texts.value.catalogue
  const isBusy = useSignal(false)
  const live = desk.catalogue.live.value ?? 0
  const hasEarlier = catalogues.some(({ state }) => state === 'retired')

  const restore = async ({ id, products }: CatalogueEntry): Promise<void> => {
    const isSure = await desk.questions.ask({
      title: t.restoreTitle,
      text: t.restoreText(products, live),
      yes: t.restoreYes,
    })
    if (!isSure) return
    isBusy.value = true
    const answer = await desk.catalogue.restore(id)
    isBusy.value = false
    if (answer.ok) desk.notices.done(t.restored(products))
    else desk.notices.bad(texts.value.failure(answer.failure))
  }

  return (
    <section class="card" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t.earlier}</h2>
      <p class="muted">{hasEarlier ? t.earlierHint : t.earlierNone}</p>
      {hasEarlier && (
        <ul class="earlier">
          {catalogues.map((entry) => (
            <li key={entry.id}>
              <span>
                {t.productsOf(entry.products)}
                <span class="muted number">
                  <time dateTime={entry.created_at}>{formatTime(entry.created_at)}</time>
                </span>
              </span>
              {entry.state === 'live' ? (
                <span class="badge done">{t.live}</span>
              ) : (
                <button
                  type="button"
                  class="button"
                  disabled={isBusy.value}
                  aria-label={`${t.restore}: ${t.productsOf(entry.products)}, ${formatTime(entry.created_at)}`}
                  onClick={() => void restore(entry)}
                >
                  {t.restore}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
