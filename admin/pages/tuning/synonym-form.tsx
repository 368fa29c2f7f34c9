import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Synonym } from '../../../worker/contract/tuning.ts'
import { texts } from '../../messages/language.ts'
import { controlId } from './form-field.tsx'
import { readSynonym, type SynonymDraft } from './synonym-draft.ts'

interface SynonymFormProps {
  readonly first: SynonymDraft
  readonly onSave: (entry: Synonym) => Promise<boolean>
  readonly onClose: () => void
}

/** One entry, new or changed. */
export function SynonymForm({ first, onSave, onClose }: SynonymFormProps) {
  const t = texts.value.tuning
  const draft = useSignal(first)
  const isTold = useSignal(false)
  const { entry, problem } = readSynonym(draft.value)
  const { kind } = draft.value
  useEffect(() => {
    document.getElementById(controlId(kind === 'two_way' ? 'words' : 'from'))?.focus()
  }, [])

  const save = async (): Promise<void> => {
    isTold.value = true
    if (problem) document.getElementById(controlId(problem.field))?.focus()
    else if (await onSave(entry)) onClose()
  }
  const field = (name: 'words' | 'from', label: string) => {
    const told = isTold.value && problem?.field === name ? problem.kind : undefined
    const id = controlId(name)
    return (
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          value={draft.value[name]}
          aria-invalid={told !== undefined}
          {...(told === undefined ? {} : { 'aria-describedby': `${id}-problem` })}
          onInput={({ currentTarget }) => (draft.value = { ...draft.value, [name]: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) onClose()
          }}
        />
        {told !== undefined && (
          <p class="field-problem" id={`${id}-problem`} role="alert">
            {t.problems[told]}
          </p>
        )}
      </div>
    )
  }

  return (
    <form
      class="card synonym-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <fieldset class="kinds">
        <legend>{t.kind}</legend>
        {(['two_way', 'one_way'] as const).map((one) => (
          <label class="check" key={one}>
            <input
              type="radio"
              name="synonym-kind"
              checked={kind === one}
              onChange={() => (draft.value = { ...draft.value, kind: one })}
            />
            <span>
              {one === 'two_way' ? t.twoWay : t.oneWay}
              <span class="hint">{one === 'two_way' ? t.twoWayHint : t.oneWayHint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {kind === 'two_way' ? (
        field('words', t.twoWayWords)
      ) : (
        <div class="pair">
          {field('from', t.fromWord)}
          {field('words', t.toWords)}
        </div>
      )}
      <div class="row">
        <button type="submit" class="button primary">
          {t.save}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {texts.value.cancel}
        </button>
      </div>
    </form>
  )
}
