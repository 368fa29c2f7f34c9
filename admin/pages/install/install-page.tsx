import { useLayoutEffect } from 'preact/hooks'
import type { SettingsResponse } from '../../../worker/contract/shops.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'
import { OriginsEditor } from './origins-editor.tsx'
import { SnippetBox } from './snippet-box.tsx'
import { WhoSeesIt } from './who-sees-it.tsx'

/** How it stands, in one sentence: what most keeps shoppers from searching comes first. */
function titleOf({ off, ramp, origins }: SettingsResponse): string {
  const t = texts.value.install
  if (off) return t.titleOff
  if (origins.length === 0) return t.titleNoOrigins
  return ramp < 100 ? t.titleRamp(ramp) : t.title
}

export function InstallPage({ desk }: { desk: Desk }) {
  const title = titleOf(desk.settings.settings.value)
  useLayoutEffect(() => {
    document.title = `${title} · Aisle`
  }, [title])
  return (
    <div class="page narrow">
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      {desk.catalogue.live.value === 0 && (
        <p class="callout">
          {texts.value.install.nothingYet}{' '}
          <a href={routeHref({ page: 'catalogue' })}>{texts.value.search.toCatalogue}</a>
        </p>
      )}
      <SnippetBox desk={desk} />
      <OriginsEditor desk={desk} />
      <WhoSeesIt desk={desk} />
    </div>
  )
}
