import type { JSX } from 'preact'
import { texts } from '../../messages/language.ts'
import type { ProblemKind } from './rule-draft.ts'

/** What a control carries so that its label, hint and problem are read with it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby'?: string
}

/** Id of a field's control: the field's path, made fit for an id. */
export const controlId = (field: string): string => `tune-${field.replaceAll('.', '-')}`

interface FormFieldProps {
  /** Path of the field in the draft. */
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly problem: ProblemKind | undefined
  readonly children: (control: ControlProps) => JSX.Element
}

/** A labelled control with a hint, and what to mend about it. */
export function FormField({ field, label, hint, problem, children }: FormFieldProps) {
  const id = controlId(field)
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .filter(Boolean)
    .join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        ...(described === '' ? {} : { 'aria-describedby': described }),
      })}
      {problem !== undefined && (
        <p class="field-problem" id={`${id}-problem`}>
          {texts.value.tuning.problems[problem]}
        </p>
      )}
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
