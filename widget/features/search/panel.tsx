import { fill } from '../../messages/fill.ts'
import { Categories } from './browse.tsx'
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
        <div class="main begin">
          <Categories model={model} host={host} />
          {model.later.value?.beginning()}
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
  if (model.better.value) return host.texts.better
  const { spelling, answer } = model.answer.value ?? {}
  return [
    spelling && fill(host.texts.spelling, { text: spelling.shown }),
    answer === 'nearest' && host.texts.nearest,
    countText({ model, host }),
  ]
    .filter(Boolean)
    .join(' ')
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
        <div class="grab" aria-hidden="true" />
        <SearchField model={model} host={host} />
        {model.later.value?.suggestions()}
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
