import type { RulesPreviewResponse } from '../../../worker/contract/tuning.ts'
import { texts } from '../../messages/language.ts'
import { Problem } from '../../ui/problem.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { compareLists, type Compared } from './compare-lists.ts'
import type { PreviewState } from './preview-model.ts'

interface Handlers {
  readonly onPin: (id: string, place: number) => void
  readonly onHide: (id: string) => void
}

function Mark({ entry, isBefore }: { entry: Compared; isBefore: boolean }) {
  const t = texts.value.tuning
  const { moved, isPinned } = entry
  const marks = [
    ...(isPinned ? [<span class="badge running">{t.pinned}</span>] : []),
    ...(moved === null
      ? [<span class={isBefore ? 'badge failed' : 'badge done'}>{isBefore ? t.goneOut : t.cameIn}</span>]
      : []),
    ...(moved !== null && moved !== 0
      ? [
          <span class={moved > 0 ? 'moved won' : 'moved'}>
            <span aria-hidden="true">{moved > 0 ? '↑' : '↓'}</span> {t.moved(moved)}
          </span>,
        ]
      : []),
  ]
  return marks.length === 0 ? null : <p class="marks">{marks}</p>
}

function Row({ entry, isBefore, onPin, onHide }: { entry: Compared; isBefore: boolean } & Handlers) {
  const t = texts.value.tuning
  const { hit, place } = entry
  return (
    <li class={entry.moved === 0 && !entry.isPinned ? 'compared' : 'compared changed'}>
      <span class="place number">{place}</span>
      <Thumbnail hit={hit} />
      <div>
        <p class="compared-title" title={hit.title}>
          {hit.title}
        </p>
        <Mark entry={entry} isBefore={isBefore} />
      </div>
      {!isBefore && (
        <div class="compared-tools">
          {!entry.isPinned && (
            <button
              type="button"
              class="link-button"
              aria-label={t.named(t.pinIt, hit.title)}
              onClick={() => onPin(hit.id, place)}
            >
              {t.pinIt}
            </button>
          )}
          <button
            type="button"
            class="link-button"
            aria-label={t.named(t.hideIt, hit.title)}
            onClick={() => onHide(hit.id)}
          >
            {t.hideIt}
          </button>
        </div>
      )}
    </li>
  )
}

/** What the edited rule did here, in a sentence; and what kept parts of it from doing anything. */
function Verdict({ answer, rule }: { answer: RulesPreviewResponse; rule: string }) {
  const t = texts.value.tuning
  const trace = answer.tuning.rules.find(({ id }) => id === rule)
  if (!trace) return null
  if (trace.because !== undefined) {
    return <p class="callout">{t.previewUnmatched(t.unmatched[trace.because])}</p>
  }
  const { before, after } = answer
  const isSame =
    before.total === after.total && before.hits.every(({ id }, index) => after.hits[index]?.id === id)
  const kept = trace.did.flatMap(({ do: what, because }) =>
    because === undefined ? [] : [t.named(t.actions[what], t.kept[because])],
  )
  return (
    <div class="verdict">
      <p>{isSame && !answer.redirect && !answer.banners ? t.previewSame : t.previewMatched}</p>
      {kept.map((line) => (
        <p class="muted" key={line}>
          {line}
        </p>
      ))}
      {answer.redirect && <p>{t.redirects(answer.redirect.link)}</p>}
      {(answer.banners ?? []).map((banner) => (
        <p class="banner-shown" key={banner.id}>
          <span class="badge">{t.banner}</span> <strong>{banner.title}</strong> {banner.text}
        </p>
      ))}
    </div>
  )
}

interface RulePreviewProps extends Handlers {
  /** Id of the edited rule. */
  readonly rule: string
  readonly state: PreviewState
  /** Why there is nothing to show yet. */
  readonly idle: string
}

/** The first results without the rule and with it, side by side. */
export function RulePreview({ rule, state, idle, ...handlers }: RulePreviewProps) {
  const t = texts.value.tuning
  if (state.kind === 'failed') return <Problem failure={state.failure} />
  const answer = state.kind === 'idle' ? null : state.last
  if (!answer) return <p class="muted">{state.kind === 'idle' ? idle : texts.value.loading}</p>
  const lists = compareLists(answer)
  if (lists.before.length + lists.after.length === 0) {
    return (
      <>
        <Verdict answer={answer} rule={rule} />
        <p class="muted">{t.previewNothing}</p>
      </>
    )
  }
  return (
    <div aria-busy={state.kind === 'waiting'}>
      <Verdict answer={answer} rule={rule} />
      <div class="compared-lists">
        {(['before', 'after'] as const).map((side) => (
          <section key={side} aria-label={t[side]}>
            <h3>
              {t[side]} <span class="muted number">{t.total(answer[side].total)}</span>
            </h3>
            <ol>
              {lists[side].map((entry) => (
                <Row entry={entry} isBefore={side === 'before'} {...handlers} key={entry.hit.id} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}
