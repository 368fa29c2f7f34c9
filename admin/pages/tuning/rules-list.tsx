import { useEffect } from 'preact/hooks'
import type { Rule } from '../../../worker/contract/tuning.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { routeHref } from '../../router.ts'
import { Icon } from '../../ui/icon.tsx'
import { changeList } from './change-list.ts'
import { describeActions, describeWhen, productsOf } from './describe-rule.ts'
import { insertedAt, movedBy, replaced, without } from './list-edits.ts'

function RuleRow({ desk, rule, index, count }: { desk: Desk; rule: Rule; index: number; count: number }) {
  const t = texts.value.tuning
  const { tuning, notices } = desk
  const { id, name, enabled } = rule
  const change = (edit: Parameters<typeof changeList<Rule>>[2], done: string, undo: typeof edit) =>
    changeList(notices, tuning.rules, edit, { done, undo })
  const move = async (by: -1 | 1, button: HTMLElement): Promise<void> => {
    const to = index + by
    if (to < 0 || to >= count) return
    await change(movedBy(id, by), t.ruleMoved(name, to + 1), movedBy(id, -by))
    // The row moves, and the button with it: who uses the keyboard goes on from there.
    setTimeout(() => button.focus())
  }
  return (
    <li class={enabled ? 'rule' : 'rule off'}>
      <span class="rule-order">
        <button
          type="button"
          class="button quiet square"
          aria-label={t.named(t.moveUp, name)}
          aria-disabled={index === 0}
          onClick={({ currentTarget }) => void move(-1, currentTarget)}
        >
          <Icon shape="up" />
        </button>
        <button
          type="button"
          class="button quiet square"
          aria-label={t.named(t.moveDown, name)}
          aria-disabled={index === count - 1}
          onClick={({ currentTarget }) => void move(1, currentTarget)}
        >
          <Icon shape="down" />
        </button>
      </span>
      <div class="rule-text">
        <h2>
          <a href={routeHref({ page: 'tuning', item: id })}>{name}</a>
          {!enabled && <span class="badge">{t.disabled}</span>}
        </h2>
        <p class="muted">{describeWhen(rule)}</p>
        <ul class="chips">
          {describeActions(rule, (product) => tuning.titles.titleOf(product) ?? product).map((text) => (
            <li class="chip plain" key={text}>
              {text}
            </li>
          ))}
        </ul>
      </div>
      <span class="rule-tools">
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={enabled}
          aria-checked={enabled}
          aria-label={t.named(t.enabled, name)}
          onChange={() =>
            void change(
              replaced({ ...rule, enabled: !enabled }),
              enabled ? t.turnedOff(name) : t.turnedOn(name),
              replaced(rule),
            )
          }
        />
        <button
          type="button"
          class="button quiet square"
          aria-label={t.named(t.remove, name)}
          onClick={() => void change(without(id), t.ruleRemoved(name), insertedAt(index, rule))}
        >
          <Icon shape="cross" />
        </button>
      </span>
    </li>
  )
}

/** The rules in the order of their precedence. */
export function RulesList({ desk, rules }: { desk: Desk; rules: readonly Rule[] }) {
  const t = texts.value.tuning
  useEffect(() => desk.tuning.titles.want(rules.flatMap(productsOf)), [rules])
  if (rules.length === 0) {
    return (
      <section class="card empty" aria-labelledby="no-rules">
        <h2 id="no-rules">{t.noRules}</h2>
        <p>{t.noRulesText}</p>
        <div class="row">
          <a class="button primary" href={routeHref({ page: 'search' })}>
            {t.toSearch}
          </a>
          <a class="button" href={routeHref({ page: 'tuning', item: 'new' })}>
            {t.newRule}
          </a>
        </div>
      </section>
    )
  }
  return (
    <section aria-label={t.rules}>
      <div class="row between list-head">
        <p class="muted">{t.orderHint}</p>
        <a class="button primary" href={routeHref({ page: 'tuning', item: 'new' })}>
          <Icon shape="plus" />
          {t.newRule}
        </a>
      </div>
      <ol class="rules">
        {rules.map((rule, index) => (
          <RuleRow desk={desk} rule={rule} index={index} count={rules.length} key={rule.id} />
        ))}
      </ol>
    </section>
  )
}
