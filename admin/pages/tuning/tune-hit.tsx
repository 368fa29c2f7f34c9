import type { Hit } from '../../../worker/contract/search.ts'
import { TUNING } from '../../../worker/contract/vocabulary.ts'
import type { RuleAction, TuningTrace } from '../../../worker/contract/tuning.ts'
import type { Desk } from '../../desk.ts'
import { formatNumber } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { changeList } from './change-list.ts'
import { newEntryId } from './list-edits.ts'
import { withActionFor } from './rules-for-query.ts'

interface TuneHitProps {
  readonly desk: Desk
  readonly hit: Hit
  readonly place: number
  readonly query: string
  readonly trace: TuningTrace | undefined
}

/** What rules did with one product: its pin, and by how much it was lifted or lowered. */
function marksOf(trace: TuningTrace | undefined, id: string): string[] {
  const t = texts.value.tuning
  const did = (trace?.rules ?? [])
    .flatMap((rule) => rule.did)
    .filter((action) => (action.products ?? []).some((product) => product.id === id))
  const factor = did.reduce((product, action) => product * (action.factor ?? 1), 1)
  return [
    ...(did.some((action) => action.do === 'pin') ? [t.pinned] : []),
    ...(factor === 1 ? [] : [`× ${formatNumber(factor, factor < 1 ? 2 : 0)}`]),
  ]
}

/** Pin or hide one result for the words that were searched, in one step and with a way back. */
export function TuneHit({ desk, hit, place, query, trace }: TuneHitProps) {
  const t = texts.value.tuning
  const { tuning, notices, search } = desk
  const add = async (action: RuleAction, done: string): Promise<void> => {
    const before = tuning.rules.entries.value ?? []
    const edit = withActionFor(query, action, {
      id: newEntryId(),
      name: t.ruleFor(query.trim()).slice(0, 100),
    })
    const touched = edit(before).find((rule) => !before.includes(rule))
    const was = before.find(({ id }) => id === touched?.id)
    const isSaved = await changeList(notices, tuning.rules, edit, {
      done,
      undo: (rules) =>
        rules.flatMap((rule) => (rule.id !== touched?.id ? [rule] : was === undefined ? [] : [was])),
    })
    if (isSaved) search.retry()
  }
  const marks = marksOf(trace, hit.id)
  return (
    <p class="tune-hit">
      {marks.map((mark) => (
        <span class="badge running" key={mark}>
          {mark}
        </span>
      ))}
      {place <= TUNING.pinPosition && (
        <button
          type="button"
          class="link-button"
          aria-label={t.pinHereOf(hit.title, place)}
          onClick={() =>
            void add({ do: 'pin', product: hit.id, position: place }, t.pinnedNow(hit.title, place))
          }
        >
          <Icon shape="pin" />
          {t.pinHere}
        </button>
      )}
      <button
        type="button"
        class="link-button"
        aria-label={t.hideHereOf(hit.title)}
        onClick={() => void add({ do: 'hide', where: { products: [hit.id] } }, t.hiddenNow(hit.title))}
      >
        <Icon shape="cross" />
        {t.hideHere}
      </button>
    </p>
  )
}
