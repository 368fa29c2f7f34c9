import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { ruleAction, type RuleAction } from '../../../worker/contract/tuning.ts'
import { LIMITS } from '../../../worker/contract/vocabulary.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'
import { Icon } from '../../ui/icon.tsx'
import { ActionFields } from './action-fields.tsx'
import { changeList } from './change-list.ts'
import { controlId } from './form-field.tsx'
import { newEntryId, replaced, without } from './list-edits.ts'
import { emptyAction, emptyCondition, readRule, type RuleDraft } from './rule-draft.ts'
import { readWords } from './read-words.ts'
import { RulePreview } from './rule-preview.tsx'
import { WhenFields } from './when-fields.tsx'

const kinds = ruleAction.options.map(({ shape }) => shape.do.value)

interface RuleEditorProps {
  readonly desk: Desk
  readonly draft: RuleDraft
  /** True when the list has the rule already. */
  readonly isKnown: boolean
}

/** A rule's form, and beside it what the rule does to a search. */
export function RuleEditor({ desk, draft, isKnown }: RuleEditorProps) {
  const t = texts.value.tuning
  const { tuning, notices, router, settings } = desk
  const isTold = useSignal(false)
  const isSaving = useSignal(false)
  const tried = useSignal<string | null>(null)
  const announced = useRef<HTMLOutputElement>(null)
  const preview = useMemo(() => tuning.createPreview(), [tuning])
  useEffect(() => preview.dispose, [preview])

  const read = useComputed(() => readRule(tuning.draft.value ?? draft))
  const { rule, problems } = read.value
  const query = tried.value ?? readWords(draft.words)[0] ?? ''
  const hampering = problems.filter(({ field }) => field !== 'name')
  const canTry =
    hampering.length === 0 && (query.trim() !== '' || draft.match === 'browsing' || draft.match === 'always')
  const saved = tuning.rules.entries.value

  useEffect(() => {
    const against = without<typeof rule>(rule.id)(saved ?? [])
    const asTried = { ...rule, name: rule.name === '' ? t.newRule : rule.name, enabled: true }
    preview.show(
      canTry
        ? {
            rules: replaced(asTried)(saved ?? []),
            against,
            q: draft.match === 'browsing' ? '' : query,
            ...(rule.when.category === undefined ? {} : { category: rule.when.category }),
            ...(rule.when.market === undefined ? {} : { market: rule.when.market }),
          }
        : null,
    )
  }, [JSON.stringify(rule), query, canTry, saved])

  const named = JSON.stringify(
    draft.actions.filter(({ do: what }) => what === 'pin').map(({ product }) => product.trim()),
  )
  useEffect(() => {
    // When the keys rest: half an id is no product's.
    const timer = setTimeout(() => tuning.titles.want(JSON.parse(named) as string[]), 600)
    return () => clearTimeout(timer)
  }, [named])

  const shown = preview.state.value
  useEffect(() => {
    if (shown.kind === 'shown') tuning.titles.know([...shown.last.before.hits, ...shown.last.after.hits])
  }, [shown])

  const set = (patch: Partial<RuleDraft>): void => {
    tuning.draft.value = { ...draft, ...patch }
  }
  const problemOf = (field: string) =>
    isTold.value ? problems.find((problem) => problem.field === field)?.kind : undefined
  const add = (kind: RuleAction['do'], parts: object = {}): void => {
    const action = { ...emptyAction(kind, newEntryId()), ...parts }
    set({ actions: [...draft.actions, action] })
  }
  const done = (): void => {
    tuning.draft.value = null
    router.go({ page: 'tuning', item: 'rules' })
  }
  const save = async (): Promise<void> => {
    const [first] = problems
    isTold.value = true
    if (first) {
      const control = document.getElementById(controlId(first.field))
      ;(control ?? announced.current)?.focus()
      return
    }
    isSaving.value = true
    const before = saved?.find(({ id }) => id === rule.id)
    const isSaved = await changeList(notices, tuning.rules, replaced(rule), {
      done: rule.enabled ? t.ruleSaved(rule.name) : t.ruleSavedOff(rule.name),
      undo: before ? replaced(before) : without(rule.id),
    })
    isSaving.value = false
    if (isSaved) done()
  }

  return (
    <>
      <p>
        <a href={routeHref({ page: 'tuning', item: 'rules' })}>{t.backToRules}</a>
      </p>
      <div class="tuning-columns">
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <WhenFields
            draft={draft}
            markets={settings.settings.value.markets}
            problemOf={problemOf}
            onChange={set}
          />
          <section class="card" aria-labelledby="then-title">
            <h2 id="then-title">{t.thenDo}</h2>
            {draft.actions.length === 0 && <p class="muted">{t.noActions}</p>}
            {draft.actions.map((action, index) => (
              <ActionFields
                key={action.key}
                field={`actions.${index}`}
                action={action}
                problemOf={problemOf}
                titleOf={tuning.titles.titleOf}
                onChange={(next) =>
                  set({ actions: draft.actions.map((other) => (other.key === action.key ? next : other)) })
                }
                onRemove={() => set({ actions: draft.actions.filter(({ key }) => key !== action.key) })}
              />
            ))}
            {problemOf('actions') !== undefined && <p class="field-problem">{t.problems.actions}</p>}
            <fieldset class="add-action">
              <legend class="visually-hidden">{t.addAction}</legend>
              <div class="row">
                {kinds.map((kind, index) => (
                  <button
                    type="button"
                    class="button"
                    key={kind}
                    {...(index === 0 ? { id: controlId('actions') } : {})}
                    onClick={() => add(kind)}
                  >
                    <Icon shape="plus" />
                    {t.actions[kind]}
                  </button>
                ))}
              </div>
            </fieldset>
          </section>
          <div class="row editor-end">
            <button type="submit" class="button primary" disabled={isSaving.value}>
              {t.save}
            </button>
            <button type="button" class="button" onClick={done}>
              {texts.value.cancel}
            </button>
            <label class="check">
              <input
                type="checkbox"
                checked={draft.enabled}
                onChange={({ currentTarget }) => set({ enabled: currentTarget.checked })}
              />
              {t.enabled}
            </label>
            <output class="field-problem" tabIndex={-1} ref={announced}>
              {isTold.value && problems.length > 0 ? t.mend(problems.length) : ''}
            </output>
            {!isKnown && problems.length === 0 && <span class="muted">{t.unsaved}</span>}
          </div>
        </form>
        <section class="card preview" aria-labelledby="preview-title">
          <h2 id="preview-title">{t.preview}</h2>
          <p class="muted">{t.previewHint}</p>
          {draft.match !== 'browsing' && (
            <div class="field">
              <label for="preview-query">{t.previewQuery}</label>
              <input
                id="preview-query"
                type="text"
                inputMode="search"
                autocomplete="off"
                maxLength={LIMITS.queryCharacters}
                value={query}
                onInput={({ currentTarget }) => (tried.value = currentTarget.value)}
              />
            </div>
          )}
          <RulePreview
            rule={rule.id}
            state={shown}
            idle={hampering.length > 0 && draft.actions.length > 0 ? t.previewNeeds : t.previewEmpty}
            onPin={(product, place) => add('pin', { product, position: String(place) })}
            onHide={(product) => add('hide', { where: [{ ...emptyCondition('products'), values: product }] })}
          />
        </section>
      </div>
    </>
  )
}
