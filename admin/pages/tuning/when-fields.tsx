import type { Market } from '../../../worker/contract/shops.ts'
import { texts } from '../../messages/language.ts'
import { FormField } from './form-field.tsx'
import { draftMatches, type DraftMatch, type ProblemKind, type RuleDraft } from './rule-draft.ts'

interface WhenFieldsProps {
  readonly draft: RuleDraft
  readonly markets: readonly Market[]
  readonly problemOf: (field: string) => ProblemKind | undefined
  readonly onChange: (patch: Partial<RuleDraft>) => void
}

const wantsWords = (match: DraftMatch): boolean => ['is', 'contains', 'starts_with'].includes(match)

/** A rule's name and its conditions. */
export function WhenFields({ draft, markets, problemOf, onChange }: WhenFieldsProps) {
  const t = texts.value.tuning
  return (
    <section class="card" aria-labelledby="when-title">
      <FormField field="name" label={t.name} hint={t.nameHint} problem={problemOf('name')}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={100}
            autocomplete="off"
            value={draft.name}
            onInput={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
        )}
      </FormField>
      <h2 id="when-title">{t.when}</h2>
      <p class="muted">{t.whenHint}</p>
      <div class="pair">
        <FormField field="match" label={t.match} problem={undefined}>
          {(control) => (
            <select
              {...control}
              value={draft.match}
              onChange={({ currentTarget }) => onChange({ match: currentTarget.value as DraftMatch })}
            >
              {draftMatches.map((match) => (
                <option value={match} key={match}>
                  {t.matches[match]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {wantsWords(draft.match) && (
          <FormField field="words" label={t.words} problem={problemOf('words')}>
            {(control) => (
              <input
                {...control}
                type="text"
                autocomplete="off"
                value={draft.words}
                onInput={({ currentTarget }) => onChange({ words: currentTarget.value })}
              />
            )}
          </FormField>
        )}
      </div>
      {wantsWords(draft.match) && <span class="hint">{t.wordsHint}</span>}
      <details open={[draft.category, draft.market, draft.from, draft.to].some((text) => text !== '')}>
        <summary>{t.moreConditions}</summary>
        <div class="stack more">
          <div class="pair">
            <FormField field="category" label={t.category} hint={t.categoryHint} problem={undefined}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  autocomplete="off"
                  value={draft.category}
                  onInput={({ currentTarget }) => onChange({ category: currentTarget.value })}
                />
              )}
            </FormField>
            {markets.length > 1 && (
              <FormField field="market" label={t.market} problem={undefined}>
                {(control) => (
                  <select
                    {...control}
                    value={draft.market}
                    onChange={({ currentTarget }) => onChange({ market: currentTarget.value })}
                  >
                    <option value="">{t.everyMarket}</option>
                    {markets.map(({ id }) => (
                      <option value={id} key={id}>
                        {id}
                      </option>
                    ))}
                  </select>
                )}
              </FormField>
            )}
          </div>
          <div class="pair">
            {(['from', 'to'] as const).map((end) => (
              <FormField key={end} field={end} label={t[end]} problem={problemOf(end)}>
                {(control) => (
                  <input
                    {...control}
                    type="datetime-local"
                    value={draft[end]}
                    onInput={({ currentTarget }) => onChange({ [end]: currentTarget.value })}
                  />
                )}
              </FormField>
            ))}
            <span class="hint wide">{t.datesHint}</span>
          </div>
        </div>
      </details>
    </section>
  )
}
