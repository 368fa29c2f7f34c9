import { useSignal } from '@preact/signals'
import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'

/** A replacement too drastic to go live unseen: why, and the two ways on. */
export function HeldImport({ desk, status }: { desk: Desk; status: ImportStatus }) {
  const t = texts.value.catalogue
  const isBusy = useSignal(false)
  const reason = status.held_because ?? ''

  const decide = async (decision: 'accept' | 'discard'): Promise<void> => {
    const isSure = await desk.questions.ask(
      decision === 'accept'
        ? { title: t.acceptTitle, text: t.acceptText(reason), yes: t.acceptYes }
        : { title: t.discardTitle, text: t.discardText, yes: t.discardYes, destroys: true },
    )
    if (!isSure) return
    isBusy.value = true
    const answer = await desk.catalogue.decide(status.import, decision)
    isBusy.value = false
    if (answer.ok) desk.notices.done(decision === 'accept' ? t.accepted : t.discardedNotice)
    else desk.notices.bad(texts.value.failure(answer.failure))
  }

  return (
    <div class="callout stack">
      <p lang="en">{reason}</p>
      <p class="muted">{t.heldStays}</p>
      <div class="row">
        <button
          type="button"
          class="button primary"
          disabled={isBusy.value}
          onClick={() => void decide('accept')}
        >
          {t.accept}
        </button>
        <button
          type="button"
          class="button destroys"
          disabled={isBusy.value}
          onClick={() => void decide('discard')}
        >
          {t.discard}
        </button>
      </div>
    </div>
  )
}
