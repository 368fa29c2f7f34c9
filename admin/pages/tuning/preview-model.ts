import { signal, type ReadonlySignal } from '@preact/signals'
import type { Rule, RulesPreviewResponse } from '../../../worker/contract/tuning.ts'
import type { ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'

/** Milliseconds of quiet after a change before it is tried. */
const DEBOUNCE_MS = 250

export interface Trial {
  /** Every rule as it would be, the edited one among them. */
  readonly rules: readonly Rule[]
  /** Every rule but the edited one. */
  readonly against: readonly Rule[]
  readonly q: string
  readonly category?: string
  readonly market?: string
}

export type PreviewState =
  | { readonly kind: 'idle' }
  /** `last` stays on the screen until there is something newer. */
  | { readonly kind: 'waiting'; readonly last: RulesPreviewResponse | null }
  | { readonly kind: 'shown'; readonly last: RulesPreviewResponse }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }

export interface PreviewModel {
  readonly state: ReadonlySignal<PreviewState>
  /** Tries when changes rest; null: there is nothing to try. The latest wins, whatever order answers arrive in. */
  readonly show: (trial: Trial | null) => void
  readonly dispose: () => void
}

export function createPreviewModel(client: Pick<Client, 'previewRules'>): PreviewModel {
  const state = signal<PreviewState>({ kind: 'idle' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let abort = new AbortController()

  function stop(): void {
    clearTimeout(timer)
    abort.abort()
  }

  async function run(trial: Trial): Promise<void> {
    const mine = new AbortController()
    abort = mine
    const { value } = state
    state.value = {
      kind: 'waiting',
      last: value.kind === 'waiting' || value.kind === 'shown' ? value.last : null,
    }
    const answer = await client.previewRules(
      { ...trial, rules: [...trial.rules], against: [...trial.against] },
      mine.signal,
    )
    if (mine.signal.aborted) return
    state.value = answer.ok
      ? { kind: 'shown', last: answer.value }
      : { kind: 'failed', failure: answer.failure }
  }

  return {
    state,
    show(trial) {
      stop()
      if (trial) timer = setTimeout(() => void run(trial), DEBOUNCE_MS)
      else state.value = { kind: 'idle' }
    },
    dispose: stop,
  }
}
