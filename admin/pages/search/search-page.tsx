import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { ExplainResponse } from '../../api/explanation.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'
import { Problem } from '../../ui/problem.tsx'
import { exampleSearches } from './example-searches.ts'
import { Results } from './results.tsx'
import { ShopperField } from './shopper-field.tsx'
import { WhyPanel } from './why-panel.tsx'

/** The page's title is what came out. */
function titleOf(answer: ExplainResponse | null): string {
  const t = texts.value.search
  if (!answer) return t.title
  switch (answer.answer) {
    case 'found':
      return t.found(answer.total)
    case 'nearest':
      return t.nearest(answer.total)
    case 'none':
      return t.none
  }
}

/** Nothing typed yet: what this page is for, and something to begin with. */
function Beginning({ desk }: { desk: Desk }) {
  const t = texts.value.search
  if (desk.catalogue.live.value === 0) {
    return (
      <div class="empty">
        <p>{t.emptyCatalogue}</p>
        <a class="button primary" href={routeHref({ page: 'catalogue' })}>
          {t.toCatalogue}
        </a>
      </div>
    )
  }
  const locale = desk.settings.settings.value.markets[0]?.locale ?? 'en'
  return (
    <div class="empty">
      <p>{t.lead}</p>
      <h2 class="label">{t.examples}</h2>
      <ul class="chips" lang={locale}>
        {exampleSearches[locale].map((words) => (
          <li key={words}>
            <button type="button" class="chip" onClick={() => desk.search.type(words, true)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function SearchPage({ desk }: { desk: Desk }) {
  const t = texts.value.search
  const { search: model, router } = desk
  const state = model.state.value
  const words = model.words.value
  const answer = state.kind === 'waiting' || state.kind === 'answered' ? state.last : null
  const title = titleOf(answer)
  const { q } = router.route.value

  // The words stand in the address, so that a reload or a link shows the same search.
  useEffect(() => {
    if (q !== undefined && words === '') model.type(q, true)
  }, [])
  useEffect(() => {
    const typed = words.trim()
    if (typed !== (q ?? '') && state.kind === 'answered') router.replace({ page: 'search', q: typed })
    if (typed === '' && q !== undefined && state.kind === 'idle') router.replace({ page: 'search' })
  }, [state, words])
  useLayoutEffect(() => {
    document.title = `${title} · Aisle`
  }, [title])

  return (
    <div class="page search-page">
      <ShopperField words={words} onWords={model.type} />
      <div class="page-head">
        <h1 aria-live="polite">{title}</h1>
        {answer && <p class="muted number">{t.meta(answer.took_ms, t.modes[answer.mode])}</p>}
      </div>
      {state.kind === 'idle' && <Beginning desk={desk} />}
      {state.kind === 'failed' && <Problem title={t.failed} failure={state.failure} onRetry={model.retry} />}
      {state.kind === 'waiting' && !answer && <output class="muted">{texts.value.loading}</output>}
      {answer && (
        <div class="search-columns" aria-busy={state.kind === 'waiting'}>
          <WhyPanel model={model} answer={answer} />
          <section class="found" aria-label={title}>
            <Results desk={desk} answer={answer} key={answer.request_id} />
          </section>
        </div>
      )}
    </div>
  )
}
