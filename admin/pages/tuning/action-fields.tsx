import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { FormField } from './form-field.tsx'
import type { ProductTitles } from './product-titles.ts'
import type { ActionDraft, ProblemKind } from './rule-draft.ts'
import { WhereFields } from './where-fields.tsx'

interface ActionFieldsProps {
  readonly field: string
  readonly action: ActionDraft
  readonly problemOf: (field: string) => ProblemKind | undefined
  /** What is known of a product id. */
  readonly titleOf: ProductTitles['titleOf']
  readonly onChange: (action: ActionDraft) => void
  readonly onRemove: () => void
}

type TextName = 'product' | 'position' | 'by' | 'link' | 'title' | 'text' | 'image'

function Inputs({ field, action, problemOf, titleOf, onChange }: Omit<ActionFieldsProps, 'onRemove'>) {
  const t = texts.value.tuning
  const textField = (
    name: TextName,
    label: string,
    { hint, numeric = false }: { hint?: string; numeric?: boolean } = {},
  ) => (
    <FormField
      field={`${field}.${name}`}
      label={label}
      problem={problemOf(`${field}.${name}`)}
      {...(hint === undefined ? {} : { hint })}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          autocomplete="off"
          {...(numeric ? { inputMode: 'decimal' as const } : {})}
          value={action[name]}
          onInput={({ currentTarget }) => onChange({ ...action, [name]: currentTarget.value })}
        />
      )}
    </FormField>
  )
  const where = (
    <WhereFields
      field={`${field}.where`}
      conditions={action.where}
      problemOf={problemOf}
      onChange={(conditions) => onChange({ ...action, where: conditions })}
    />
  )
  switch (action.do) {
    case 'pin': {
      const id = action.product.trim()
      const title = id === '' ? undefined : titleOf(id)
      const hint = title === undefined ? t.productHint : (title ?? t.noSuchProduct)
      return (
        <>
          <div class="pair short-second">
            {textField('product', t.product, { hint })}
            {textField('position', t.position, { numeric: true })}
          </div>
          <label class="check">
            <input
              type="checkbox"
              checked={action.evenSoldOut}
              onChange={({ currentTarget }) => onChange({ ...action, evenSoldOut: currentTarget.checked })}
            />
            {t.evenSoldOut}
          </label>
        </>
      )
    }
    case 'boost':
    case 'bury':
      return (
        <>
          <div class="short">{textField('by', t.by, { hint: t.byHint, numeric: true })}</div>
          {where}
        </>
      )
    case 'hide':
      return where
    case 'redirect':
      return textField('link', t.link, { hint: t.linkHint })
    case 'banner':
      return (
        <>
          {textField('title', t.bannerTitle)}
          {textField('text', t.bannerText)}
          {textField('link', t.bannerLink, { hint: t.linkHint })}
          {textField('image', t.bannerImage)}
        </>
      )
  }
}

/** One thing a rule does, with its fields. */
export function ActionFields({ onRemove, ...props }: ActionFieldsProps) {
  const t = texts.value.tuning
  const name = t.actions[props.action.do]
  return (
    <fieldset class="action">
      <legend>{name}</legend>
      <button type="button" class="button quiet square" aria-label={t.removeAction(name)} onClick={onRemove}>
        <Icon shape="cross" />
      </button>
      <Inputs {...props} />
    </fieldset>
  )
}
