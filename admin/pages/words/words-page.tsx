import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { Problem } from '../../ui/problem.tsx'
import { BrandTable } from './brand-table.tsx'
import { ContentLinks } from './content-links.tsx'
import { SuggestionLists } from './suggestion-lists.tsx'
import { UnshownTags } from './unshown-tags.tsx'

/** What shoppers type and what it leads to: brands by other names, suggestions, tags, pages that are no products. */
export function WordsPage({ desk }: { desk: Desk }) {
  const t = texts.value.words
  const { words } = desk
  useEffect(() => {
    void words.load()
  }, [words])
  useLayoutEffect(() => {
    document.title = `${t.pageTitle} · Aisle`
  }, [t.pageTitle])
  return (
    <div class="page narrow">
      <div class="page-head">
        <h1>{t.pageTitle}</h1>
      </div>
      {words.failure.value && <Problem failure={words.failure.value} onRetry={() => void words.load()} />}
      <BrandTable desk={desk} />
      <SuggestionLists desk={desk} />
      <UnshownTags desk={desk} />
      <ContentLinks desk={desk} />
    </div>
  )
}
