import { useSignal } from '@preact/signals'
import type { ExplainResponse } from '../../api/explanation.ts'
import { texts } from '../../messages/language.ts'
import { explainHits } from './explain-hits.ts'
import { HitRow } from './hit-row.tsx'
import type { Desk } from '../../desk.ts'
import { TuneHit } from '../tuning/tune-hit.tsx'
import type { SearchModel } from './search-model.ts'

/** Results shown before more are asked for: a screen or three. */
const SHOWN_FIRST = 20

/** Nothing found: which wish to take back, or what else to do. */
function Nothing({ model, answer }: { model: SearchModel; answer: ExplainResponse }) {
  const t = texts.value.search
  const labels = new Map(answer.understood.map(({ id, label }) => [id, label]))
  const relax = (answer.relax ?? []).filter(({ id }) => labels.has(id))
  if (relax.length === 0) return <p class="empty">{t.noneHint}</p>
  return (
    <div class="empty">
      <p>{t.relax}</p>
      <div class="row">
        {relax.map(({ id, total }) => {
          const label = labels.get(id) ?? id
          return (
            <button type="button" class="button" key={id} onClick={() => model.drop(id, label)}>
              {t.relaxWish(label, total)}
            </button>
          )
        })}
      </div>
    </div>
  )
}

/** The list of an answer, best first. */
export function Results({ desk, answer }: { desk: Desk; answer: ExplainResponse }) {
  const model = desk.search
  const t = texts.value.search
  const showsAll = useSignal(false)
  const explained = explainHits(answer)
  if (explained.length === 0) return <Nothing model={model} answer={answer} />
  const shown = showsAll.value ? explained : explained.slice(0, SHOWN_FIRST)
  const left = explained.length - shown.length
  return (
    <>
      <ol class="hits">
        {shown.map((entry) => (
          <HitRow {...entry} key={entry.hit.id}>
            <TuneHit
              desk={desk}
              hit={entry.hit}
              place={entry.place}
              query={answer.query}
              trace={answer.explanation?.tuning}
            />
          </HitRow>
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="button" onClick={() => (showsAll.value = true)}>
          {t.more(left)}
        </button>
      )}
    </>
  )
}
