import { useLayoutEffect } from 'preact/hooks'
import type { Desk } from '../../desk.ts'
import { formatTime } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { Problem } from '../../ui/problem.tsx'
import { EarlierCatalogues } from './earlier-catalogues.tsx'
import { ImportBox } from './import-box.tsx'
import { ImportReport } from './import-report.tsx'
import { SearchServer } from './search-server.tsx'
import { RecentImports } from './recent-imports.tsx'

/** The page's title is how many products shoppers can find. */
function titleOf(live: number | null): string {
  const t = texts.value.catalogue
  if (live === null) return t.titleUnknown
  return live === 0 ? t.titleNone : t.title(live)
}

/** A shop that has nothing yet is told what a file must hold. */
function Teaching() {
  const t = texts.value.catalogue
  return (
    <section class="card" aria-labelledby="teach-title">
      <h2 id="teach-title">{t.teachTitle}</h2>
      <p class="muted">{t.teach}</p>
      <pre>
        <code>{'id,title,price,link\nA-1,Linen shirt,49.00,https://…'}</code>
      </pre>
    </section>
  )
}

export function CataloguePage({ desk }: { desk: Desk }) {
  const t = texts.value.catalogue
  const { imports, catalogues, live, failure, load } = desk.catalogue
  const { item } = desk.router.route.value
  const title = titleOf(live.value)
  const current = catalogues.value?.find(({ state }) => state === 'live')
  const list = imports.value
  const shown = item === undefined ? list?.[0] : list?.find((one) => one.import === item)
  useLayoutEffect(() => {
    document.title = `${title} · Aisle`
  }, [title])

  return (
    <div class="page">
      <div class="page-head">
        <h1>{title}</h1>
        {current && current.products > 0 && <p class="muted">{t.since(formatTime(current.created_at))}</p>}
        {live.value === 0 && <p class="muted">{t.leadNone}</p>}
      </div>
      {failure.value && <Problem failure={failure.value} onRetry={() => void load()} />}
      <div class="catalogue-columns">
        <div class="stack">
          <ImportBox desk={desk} />
          {list?.length === 0 && <Teaching />}
          {shown && (
            <ImportReport
              desk={desk}
              status={shown}
              title={item === undefined ? t.latest : t.chosen(formatTime(shown.created_at))}
              key={shown.import}
            />
          )}
          {item !== undefined && list && !shown && <p class="callout">{t.missing}</p>}
        </div>
        <div class="stack">
          <SearchServer desk={desk} />
          {list && <RecentImports imports={list} shown={shown?.import} />}
          {catalogues.value && <EarlierCatalogues desk={desk} catalogues={catalogues.value} />}
        </div>
      </div>
    </div>
  )
}
