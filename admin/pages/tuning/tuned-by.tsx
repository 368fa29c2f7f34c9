import type { ActionTrace, TuningTrace } from '../../../worker/contract/tuning.ts'
import type { ExplainResponse } from '../../api/explanation.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'

/** What one action came to, in a few words. */
function outcomeOf({ because, count }: ActionTrace): string {
  const t = texts.value.tuning
  if (because !== undefined) return t.kept[because]
  return count === undefined ? '' : t.concerned(count)
}

/** Which synonyms and rules of the merchant's had a hand in a search, and which had not, and why. */
export function TunedBy({ trace, answer }: { trace: TuningTrace; answer: ExplainResponse }) {
  const t = texts.value.tuning
  const matched = trace.rules.filter((rule) => rule.matched)
  const others = trace.rules.filter((rule) => !rule.matched)
  if (trace.synonyms.length + trace.rules.length === 0) return null
  return (
    <section class="tuned-by">
      <h3>{t.tuned}</h3>
      {trace.synonyms.map(({ from, to }) => (
        <p key={from}>{t.synonymUsed(from, to)}</p>
      ))}
      {matched.map(({ id, name, did }) => (
        <div key={id}>
          <a href={routeHref({ page: 'tuning', item: id })}>{name}</a>
          <ul>
            {did.map((action, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- actions have no names, and this list never changes.
              <li class="hint" key={index}>
                {[t.actions[action.do], outcomeOf(action)].filter(Boolean).join(': ')}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {answer.redirect && <p class="hint">{t.redirects(answer.redirect.link)}</p>}
      {others.length > 0 && (
        <details>
          <summary class="hint">{t.otherRules(others.length)}</summary>
          <ul>
            {others.map(({ id, name, because }) => (
              <li class="hint" key={id}>
                {because === undefined ? name : t.named(name, t.unmatched[because])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
