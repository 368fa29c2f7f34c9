import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { formatNumber } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import type { ExplainedTerm, ExplainResponse, Explanation } from '../../api/explanation.ts'
import { Bar } from '../../ui/bar.tsx'
import { TunedBy } from '../tuning/tuned-by.tsx'
import { groupTerms } from './explain-hits.ts'
import type { SearchModel } from './search-model.ts'
import { WishChips } from './wish-chips.tsx'

/** Weights of what is shown share one scale: how much a term can bring is its weight times its rarity. */
const worth = ({ weight, idf }: ExplainedTerm): number => weight * idf

function TermTable({
  terms,
  best,
  caption,
}: {
  terms: readonly ExplainedTerm[]
  best: number
  caption: string
}) {
  const t = texts.value.search
  return (
    <table class="terms">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.term}</th>
          <th scope="col" class="number">
            {t.documents}
          </th>
          <th scope="col">{t.weight}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={`${term.word} ${term.term}`}>
            <th scope="row">{term.term}</th>
            <td class="number">
              {term.documents === 0 ? <span class="muted">{t.inNone}</span> : formatNumber(term.documents)}
            </td>
            <td>
              <span class="with-bar">
                <span class="number">{formatNumber(worth(term), 1)}</span>
                <Bar share={best > 0 ? worth(term) / best : 0} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Terms({ explanation }: { explanation: Explanation }) {
  const t = texts.value.search
  const { own, added, unused } = groupTerms(explanation)
  const best = Math.max(0, ...[...own, ...added].filter(({ documents }) => documents > 0).map(worth))
  if (own.length + added.length === 0) return null
  return (
    <section>
      <h3>{t.terms}</h3>
      {own.length > 0 && <TermTable terms={own} best={best} caption={t.terms} />}
      {added.length > 0 && (
        <details>
          <summary>{t.added(added.length)}</summary>
          <p class="hint">
            {t.addedHint} {unused > 0 && t.addedUnused(unused)}
          </p>
          <TermTable terms={added} best={best} caption={t.added(added.length)} />
        </details>
      )}
    </section>
  )
}

function Pool({ pool }: { pool: Explanation['pool'] }) {
  const t = texts.value.search
  const steps = [
    [t.matched, pool.matched],
    [t.ranked, pool.ranked],
    [t.kept, pool.kept],
  ] as const
  return (
    <section>
      <h3>{t.pool}</h3>
      <dl class="steps">
        {steps.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="number">{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Why the list is as it is: what was understood, which terms were searched, how many products were left at each step. */
export function WhyPanel({ model, answer }: { model: SearchModel; answer: ExplainResponse }) {
  const t = texts.value.search
  const { explanation, understood } = answer
  const names =
    explanation?.understanding.wishes.filter(({ id }) => explanation.read_as_names.includes(id)) ?? []
  const ignored = explanation?.understanding.words.filter(({ weight }) => weight === 0) ?? []
  /** On a narrow screen, where the rest would push the results away. */
  const isOpen = useSignal(false)
  const details = useId()
  return (
    <aside class="why" aria-label={t.why}>
      <h2>{t.why}</h2>
      <section>
        <h3>{t.understood}</h3>
        <WishChips model={model} wishes={understood} />
        {understood.length > 0 && <p class="hint">{t.understoodHint}</p>}
        {ignored.length > 0 && (
          <p class="hint">
            {t.ignored}: {ignored.map(({ text }) => text).join(', ')}
          </p>
        )}
      </section>
      {names.length > 0 && (
        <section>
          <h3>{t.asNames}</h3>
          <ul class="chips">
            {names.map(({ id, label }) => (
              <li class="chip plain" key={id}>
                {label}
              </li>
            ))}
          </ul>
          <p class="hint">{t.asNamesHint}</p>
        </section>
      )}
      {explanation?.tuning && <TunedBy trace={explanation.tuning} answer={answer} />}
      {explanation && (
        <>
          <button
            type="button"
            class="button more-why"
            aria-expanded={isOpen.value}
            aria-controls={details}
            onClick={() => (isOpen.value = !isOpen.value)}
          >
            {t.details}
          </button>
          <div id={details} class={isOpen.value ? 'why-details open' : 'why-details'}>
            <Terms explanation={explanation} />
            <Pool pool={explanation.pool} />
          </div>
        </>
      )}
    </aside>
  )
}
