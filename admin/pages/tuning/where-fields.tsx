import { availabilities } from '../../../worker/contract/vocabulary.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { FormField } from './form-field.tsx'
import {
  conditionKinds,
  emptyCondition,
  type ConditionDraft,
  type ConditionKind,
  type ProblemKind,
} from './rule-draft.ts'

interface WhereFieldsProps {
  readonly field: string
  readonly conditions: readonly ConditionDraft[]
  readonly problemOf: (field: string) => ProblemKind | undefined
  readonly onChange: (conditions: readonly ConditionDraft[]) => void
}

interface ConditionProps {
  readonly field: string
  readonly condition: ConditionDraft
  readonly problemOf: (field: string) => ProblemKind | undefined
  readonly onChange: (condition: ConditionDraft) => void
}

function Range({ field, condition, problemOf, onChange }: ConditionProps) {
  const t = texts.value.tuning
  return (
    <div class="pair">
      <FormField field={field} label={t.least} problem={problemOf(field)}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            value={condition.min}
            onInput={({ currentTarget }) => onChange({ ...condition, min: currentTarget.value })}
          />
        )}
      </FormField>
      <FormField field={`${field}.max`} label={t.most} problem={undefined}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            value={condition.max}
            onInput={({ currentTarget }) => onChange({ ...condition, max: currentTarget.value })}
          />
        )}
      </FormField>
      {condition.kind === 'margin' && <span class="hint wide">{t.marginHint}</span>}
    </div>
  )
}

function Values({ field, condition, problemOf, onChange }: ConditionProps) {
  const t = texts.value.tuning
  const isDays = condition.kind === 'newer_than_days' || condition.kind === 'older_than_days'
  return (
    <FormField
      field={field}
      label={isDays ? t.conditions[condition.kind] : t.values}
      problem={problemOf(field)}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          {...(isDays ? { inputMode: 'numeric' as const } : {})}
          value={condition.values}
          onInput={({ currentTarget }) => onChange({ ...condition, values: currentTarget.value })}
        />
      )}
    </FormField>
  )
}

function ConditionInputs(props: ConditionProps) {
  const { field, condition, problemOf, onChange } = props
  const t = texts.value.tuning
  switch (condition.kind) {
    case 'price':
    case 'margin':
    case 'rating':
      return <Range {...props} />
    case 'availability':
      return (
        <FormField field={field} label={t.conditions.availability} problem={problemOf(field)}>
          {(control) => (
            <select
              {...control}
              value={condition.values}
              onChange={({ currentTarget }) => onChange({ ...condition, values: currentTarget.value })}
            >
              {availabilities.map((state) => (
                <option value={state} key={state}>
                  {texts.value.search.availabilities[state]}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )
    case 'attribute':
      return (
        <div class="pair">
          <FormField field={`${field}.name`} label={t.attributeName} problem={problemOf(`${field}.name`)}>
            {(control) => (
              <input
                {...control}
                type="text"
                value={condition.name}
                onInput={({ currentTarget }) => onChange({ ...condition, name: currentTarget.value })}
              />
            )}
          </FormField>
          <Values {...props} />
        </div>
      )
    case 'products':
    case 'category':
    case 'brand':
    case 'newer_than_days':
    case 'older_than_days':
      return <Values {...props} />
  }
}

/** Which products an action is about: conditions that all have to hold. */
export function WhereFields({ field, conditions, problemOf, onChange }: WhereFieldsProps) {
  const t = texts.value.tuning
  const problem = problemOf(field)
  const change = (index: number, condition: ConditionDraft): void =>
    onChange(conditions.map((other, at) => (at === index ? condition : other)))
  return (
    <fieldset class="where">
      <legend>{t.where}</legend>
      <span class="hint">{t.whereHint}</span>
      {conditions.map((condition, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- conditions have no names; they only come and go at will.
        <div class="condition" key={index}>
          <select
            aria-label={t.condition}
            value={condition.kind}
            onChange={({ currentTarget }) =>
              change(index, emptyCondition(currentTarget.value as ConditionKind))
            }
          >
            {conditionKinds.map((kind) => (
              <option value={kind} key={kind}>
                {t.conditions[kind]}
              </option>
            ))}
          </select>
          <ConditionInputs
            field={`${field}.${index}`}
            condition={condition}
            problemOf={problemOf}
            onChange={(next) => change(index, next)}
          />
          <button
            type="button"
            class="button quiet square"
            aria-label={t.named(t.removeCondition, t.conditions[condition.kind])}
            onClick={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            <Icon shape="cross" />
          </button>
        </div>
      ))}
      {problem !== undefined && <p class="field-problem">{t.problems[problem]}</p>}
      <button
        type="button"
        class="button quiet start"
        onClick={() =>
          onChange([...conditions, emptyCondition(conditions.length === 0 ? 'products' : 'category')])
        }
      >
        <Icon shape="plus" />
        {t.addCondition}
      </button>
    </fieldset>
  )
}
