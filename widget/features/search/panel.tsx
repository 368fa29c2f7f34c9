import { GrabHandle } from '../../ui/grab-handle.tsx'
import { Browse } from './browse.tsx'
import { Chips } from './chips.tsx'
import { Failed, NoResults } from './no-results.tsx'
import { Recents } from './recents.tsx'
import { Results, countText } from './results.tsx'
import { SearchField } from './search-field.tsx'
import type { View } from './view.ts'

function Body({ model, host }: View) {
  const status = model.status.value
  if (status === 'idle')
    return (
      <>
        {model.recent.list.value.length > 0 && (
          <div class="side open">
            <Recents model={model} host={host} />
          </div>
        )}
        <div class="main">
          <Browse model={model} host={host} />
        </div>
      </>
    )
  if (status === 'failed')
    return (
      <div class="main">
        <Failed model={model} host={host} />
      </div>
    )
  const isEmpty = model.answer.value && !model.visible.value.length
  return isEmpty ? (
    <div class="main">
      <NoResults model={model} host={host} />
    </div>
  ) : (
    <Results model={model} host={host} />
  )
}

/** What a screen reader is told, politely, when the list changes. */
function announcement({ model, host }: View): string {
  if (model.status.value === 'failed') return host.texts.failed
  if (model.status.value !== 'answered') return ''
  return model.better.value ? host.texts.better : countText({ model, host })
}

/** The overlay: a sheet on a phone, a panel on a desk, modal either way. */
export function Panel({ model, host }: View) {
  return (
    <dialog
      aria-label={host.texts.title}
      onCancel={(event) => {
        event.preventDefault()
        host.close()
      }}
    >
      <div class="panel">
        <GrabHandle onPulledDown={host.close} />
        <SearchField model={model} host={host} />
        <Chips model={model} host={host} />
        <div class="body" aria-busy={model.status.value === 'waiting'}>
          <Body model={model} host={host} />
          {model.better.value && (
            <button type="button" class="pill" onClick={model.takeBetter}>
              {host.texts.better}
            </button>
          )}
        </div>
        <output class="hidden">{announcement({ model, host })}</output>
      </div>
    </dialog>
  )
}
