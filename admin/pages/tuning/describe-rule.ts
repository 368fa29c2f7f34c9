import type { ProductWhere, Rule, RuleAction } from '../../../worker/contract/tuning.ts'
import { formatDay, formatTime } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'

function between({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min === undefined) return `≤ ${max}`
  return max === undefined ? `≥ ${min}` : `${min} – ${max}`
}

/** What a product is called; its id while nobody knows. */
export type NameOf = (id: string) => string

/** A time as it is read: a day without a time is a day everywhere. */
const timeOf = (iso: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? formatDay(iso) : formatTime(iso))

/** Which products are meant, in a few words. */
export function describeWhere(where: ProductWhere, nameOf: NameOf): string {
  const { conditions } = texts.value.tuning
  const { availabilities } = texts.value.search
  const parts = [
    ...(where.products ?? []).map(nameOf),
    ...(where.category ?? []),
    ...(where.brand ?? []),
    ...(where.attributes ?? []).map(({ name, values }) => `${name}: ${values.join('/')}`),
    ...(where.availability ?? []).map((state) => availabilities[state]),
    ...(['price', 'margin', 'rating'] as const).flatMap((kind) => {
      const range = where[kind]
      return range ? [`${conditions[kind]} ${between(range)}`] : []
    }),
    ...(['newer_than_days', 'older_than_days'] as const).flatMap((kind) =>
      where[kind] === undefined ? [] : [`${conditions[kind]} ${where[kind]}`],
    ),
  ]
  return parts.join(', ')
}

function describeAction(action: RuleAction, nameOf: NameOf): string {
  const { does } = texts.value.tuning
  switch (action.do) {
    case 'pin':
      return does.pin(nameOf(action.product), action.position)
    case 'boost':
      return does.boost(action.by, describeWhere(action.where, nameOf))
    case 'bury':
      return does.bury(action.by, describeWhere(action.where, nameOf))
    case 'hide':
      return does.hide(describeWhere(action.where, nameOf))
    case 'redirect':
      return does.redirect(action.link)
    case 'banner':
      return does.banner(action.title)
  }
}

/** When a rule holds, in a few words. */
export function describeWhen({ when }: Rule): string {
  const t = texts.value.tuning
  const { query, browsing, category, market, from, to } = when
  const parts = [
    ...(query ? [t.whenQuery[query.match](query.words)] : []),
    ...(browsing === true ? [t.whenBrowsing] : browsing === false && !query ? [t.whenQuery.any()] : []),
    ...(category === undefined ? [] : [t.whenCategory(category)]),
    ...(market === undefined ? [] : [t.whenMarket(market)]),
    ...(from === undefined ? [] : [t.whenFrom(timeOf(from))]),
    ...(to === undefined ? [] : [t.whenTo(timeOf(to))]),
  ]
  return parts.length === 0 ? t.always : parts.join(' · ')
}

/** What a rule does, each thing in a few words. */
export const describeActions = ({ then }: Rule, nameOf: NameOf): string[] =>
  then.map((action) => describeAction(action, nameOf))

/** Ids of the products a rule speaks of. */
export const productsOf = ({ then }: Rule): string[] =>
  then.flatMap((action) =>
    action.do === 'pin' ? [action.product] : 'where' in action ? (action.where.products ?? []) : [],
  )
