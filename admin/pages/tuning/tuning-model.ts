import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Rule, Synonym } from '../../../worker/contract/tuning.ts'
import { answered, type Answer, type ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'
import { createPreviewModel, type PreviewModel } from './preview-model.ts'
import { createProductTitles, type ProductTitles } from './product-titles.ts'
import type { RuleDraft } from './rule-draft.ts'

export type Edit<Entry> = (list: readonly Entry[]) => readonly Entry[]

/** One list of the server, changed as a whole and never over somebody else's change. */
export interface TuningList<Entry> {
  /** null until known. */
  readonly entries: ReadonlySignal<readonly Entry[] | null>
  /** Why it could not be loaded. */
  readonly failure: ReadonlySignal<ApiFailure | null>
  readonly load: () => Promise<void>
  /**
   * Makes a change and saves it; changes wait for each other. When the list was changed elsewhere, nothing is saved
   * and the newest list is loaded.
   */
  readonly change: (edit: Edit<Entry>) => Promise<Answer<null>>
}

export interface TuningModel {
  readonly rules: TuningList<Rule>
  readonly synonyms: TuningList<Synonym>
  /** The rule in the form, saved or not: it is still there after a look at another page. */
  readonly draft: Signal<RuleDraft | null>
  readonly titles: ProductTitles
  readonly createPreview: () => PreviewModel
  readonly load: () => Promise<void>
}

interface Held<Entry> {
  readonly version: number
  readonly entries: readonly Entry[]
}

async function pick<Value, Picked>(
  answer: Promise<Answer<Value>>,
  from: (value: Value) => Picked,
): Promise<Answer<Picked>> {
  const settled = await answer
  return settled.ok ? answered(from(settled.value)) : settled
}

function createList<Entry>(
  read: () => Promise<Answer<Held<Entry>>>,
  save: (entries: readonly Entry[], version: number) => Promise<Answer<Held<Entry>>>,
): TuningList<Entry> {
  const entries = signal<readonly Entry[] | null>(null)
  const failure = signal<ApiFailure | null>(null)
  let version = 0
  let turn: Promise<unknown> = Promise.resolve()

  function take(held: Held<Entry>): void {
    version = held.version
    batch(() => {
      entries.value = held.entries
      failure.value = null
    })
  }

  async function load(): Promise<void> {
    const answer = await read()
    if (answer.ok) take(answer.value)
    else failure.value = answer.failure
  }

  async function apply(edit: Edit<Entry>): Promise<Answer<null>> {
    if (entries.value === null) await load()
    const { value } = entries
    if (value === null) return { ok: false, failure: failure.value ?? { kind: 'unreachable' } }
    const answer = await save(edit(value), version)
    if (answer.ok) {
      take(answer.value)
      return answered(null)
    }
    if (answer.failure.kind === 'refused' && answer.failure.code === 'conflict') await load()
    return answer
  }

  return {
    entries,
    failure,
    load,
    change(edit) {
      const mine = turn.then(() => apply(edit))
      turn = mine
      return mine
    },
  }
}

/** What the merchant tunes by hand. Lives as long as the session, so that other pages can add to it. */
export function createTuningModel(
  client: Pick<Client, 'rules' | 'saveRules' | 'synonyms' | 'saveSynonyms' | 'previewRules' | 'product'>,
): TuningModel {
  const rules = createList<Rule>(
    () => pick(client.rules(), ({ version, rules: entries }) => ({ version, entries })),
    (entries, version) =>
      pick(client.saveRules({ rules: [...entries], if_version: version }), (saved) => ({
        version: saved.version,
        entries: saved.rules,
      })),
  )
  const synonyms = createList<Synonym>(
    () => pick(client.synonyms(), ({ version, synonyms: entries }) => ({ version, entries })),
    (entries, version) =>
      pick(client.saveSynonyms({ synonyms: [...entries], if_version: version }), (saved) => ({
        version: saved.version,
        entries: saved.synonyms,
      })),
  )
  return {
    rules,
    synonyms,
    draft: signal(null),
    titles: createProductTitles(client),
    createPreview: () => createPreviewModel(client),
    async load() {
      await Promise.all([rules.load(), synonyms.load()])
    },
  }
}
