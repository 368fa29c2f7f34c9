import type { Rule, RuleAction } from '../../../worker/contract/tuning.ts'
import { TUNING } from '../../../worker/contract/vocabulary.ts'

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ')

/** True for a rule that holds for exactly these words and asks for nothing else. */
function isFor(rule: Rule, query: string): boolean {
  const { query: asked, category, market, from, to } = rule.when
  return (
    rule.enabled &&
    asked?.match === 'is' &&
    asked.words.length === 1 &&
    plain(asked.words[0] ?? '') === plain(query) &&
    [category, market, from, to].every((condition) => condition === undefined) &&
    rule.then.length < TUNING.actionsOfRule
  )
}

/** What a rule did with a product before is let go: pinned anew, or hidden instead of pinned. */
const keeps = (action: RuleAction, added: RuleAction): boolean => {
  if (action.do !== 'pin') return true
  if (added.do === 'pin') return action.product !== added.product && action.position !== added.position
  return !(added.do === 'hide' && (added.where.products ?? []).includes(action.product))
}

/**
 * Lets a query do one thing more: added to the rule that is there for exactly these words, else as a new rule before
 * all others, so that it takes hold. Pure.
 */
export const withActionFor =
  (query: string, action: RuleAction, fresh: { readonly id: string; readonly name: string }) =>
  (rules: readonly Rule[]): readonly Rule[] => {
    const there = rules.find((rule) => isFor(rule, query))
    if (there) {
      const changed: Rule = {
        ...there,
        then: [...there.then.filter((one) => keeps(one, action)), action],
      }
      return rules.map((rule) => (rule === there ? changed : rule))
    }
    const rule: Rule = {
      ...fresh,
      enabled: true,
      when: { query: { match: 'is', words: [query.trim()] } },
      then: [action],
    }
    return [rule, ...rules]
  }
