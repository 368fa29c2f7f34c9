import { useLayoutEffect } from 'preact/hooks'
import type { Rule } from '../../../worker/contract/tuning.ts'
import type { Desk } from '../../desk.ts'
import { formatNumber } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'
import { Problem } from '../../ui/problem.tsx'
import { newEntryId } from './list-edits.ts'
import { draftOf, emptyRule } from './rule-draft.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RulesList } from './rules-list.tsx'
import { SynonymsList } from './synonyms-list.tsx'

const isList = (item: string | undefined): item is 'rules' | 'synonyms' | undefined =>
  item === undefined || item === 'rules' || item === 'synonyms'

/** The page's title is how much is tuned, or which rule is open. */
function titleOf({ tuning }: Desk, item: string | undefined, open: Rule | undefined): string {
  const t = texts.value.tuning
  if (item === 'new') return t.newRule
  if (!isList(item)) return open ? t.named(t.editRule, open.name) : t.editRule
  const rules = tuning.rules.entries.value?.length ?? 0
  const synonyms = tuning.synonyms.entries.value?.length ?? 0
  return rules + synonyms === 0 ? t.titleNone : t.title(rules, synonyms)
}

/** The form of one rule: what was begun and not saved is still there. */
function OpenRule({ desk, item, q }: { desk: Desk; item: string; q: string | undefined }) {
  const { draft, rules } = desk.tuning
  const list = rules.entries.value
  const known = list?.find(({ id }) => id === item)
  const begun = draft.value
  const isOpen =
    begun !== null && (item === 'new' ? !list?.some(({ id }) => id === begun.id) : begun.id === item)
  useLayoutEffect(() => {
    if (isOpen) return
    if (known) draft.value = draftOf(known)
    else if (item === 'new') draft.value = emptyRule(newEntryId(), q ?? '')
  }, [item, known !== undefined])
  if (list === null) return null
  if (!isOpen || begun === null) {
    return known || item === 'new' ? null : <p class="callout">{texts.value.tuning.ruleMissing}</p>
  }
  return <RuleEditor desk={desk} draft={begun} isKnown={known !== undefined} key={begun.id} />
}

export function TuningPage({ desk }: { desk: Desk }) {
  const t = texts.value.tuning
  const { rules, synonyms, load } = desk.tuning
  const { item, q } = desk.router.route.value
  const open = rules.entries.value?.find(({ id }) => id === item)
  const title = titleOf(desk, item, open)
  const failure = rules.failure.value ?? synonyms.failure.value
  const current = item === 'synonyms' ? 'synonyms' : 'rules'
  useLayoutEffect(() => {
    document.title = `${title} · Aisle`
  }, [title])

  return (
    <div class="page tuning-page">
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      {failure && <Problem failure={failure} onRetry={() => void load()} />}
      {isList(item) && (
        <nav class="tabs" aria-label={t.lists}>
          {(['rules', 'synonyms'] as const).map((list) => (
            <a
              key={list}
              href={routeHref({ page: 'tuning', item: list })}
              {...(list === current ? { 'aria-current': 'page' as const } : {})}
            >
              {t[list]}{' '}
              <span class="number">{formatNumber(desk.tuning[list].entries.value?.length ?? 0)}</span>
            </a>
          ))}
        </nav>
      )}
      {!isList(item) ? (
        <OpenRule desk={desk} item={item} q={q} />
      ) : current === 'synonyms' ? (
        synonyms.entries.value && <SynonymsList desk={desk} synonyms={synonyms.entries.value} />
      ) : (
        rules.entries.value && <RulesList desk={desk} rules={rules.entries.value} />
      )}
    </div>
  )
}
