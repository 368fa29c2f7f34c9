import type { ProductWhere, Rule, RuleAction } from '../../../worker/contract/tuning.ts'
import { TUNING, availabilities, type QueryMatch } from '../../../worker/contract/vocabulary.ts'
import { areUsable, readWords, writeWords } from './read-words.ts'

/** A rule as it stands in the form: every field a text, however wrong. */

export const draftMatches = ['is', 'contains', 'starts_with', 'any', 'always', 'browsing'] as const
export type DraftMatch = (typeof draftMatches)[number]

export const conditionKinds = [
  'products',
  'category',
  'brand',
  'attribute',
  'availability',
  'price',
  'margin',
  'rating',
  'newer_than_days',
  'older_than_days',
] as const
export type ConditionKind = (typeof conditionKinds)[number]

export interface ConditionDraft {
  readonly kind: ConditionKind
  /** The attribute's name. */
  readonly name: string
  /** Values separated by commas, or a number of days. */
  readonly values: string
  readonly min: string
  readonly max: string
}

export interface ActionDraft {
  /** For the page only: which one it is while others come and go. */
  readonly key: string
  readonly do: RuleAction['do']
  readonly product: string
  readonly position: string
  readonly evenSoldOut: boolean
  readonly by: string
  readonly where: readonly ConditionDraft[]
  readonly link: string
  readonly title: string
  readonly text: string
  readonly image: string
}

export interface RuleDraft {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  readonly match: DraftMatch
  readonly words: string
  readonly category: string
  /** '' for all. */
  readonly market: string
  /** As `datetime-local` has it, in the reader's zone. */
  readonly from: string
  readonly to: string
  readonly actions: readonly ActionDraft[]
}

export type ProblemKind =
  | 'name'
  | 'words'
  | 'phrase'
  | 'dates'
  | 'actions'
  | 'product'
  | 'position'
  | 'by'
  | 'where'
  | 'values'
  | 'attributeName'
  | 'range'
  | 'days'
  | 'link'
  | 'title'

/** A field that has to be mended: its path in the draft, which is also its place on the page. */
export interface Problem {
  readonly field: string
  readonly kind: ProblemKind
}

export const emptyCondition = (kind: ConditionKind = 'products'): ConditionDraft => ({
  kind,
  name: '',
  values: kind === 'availability' ? 'out_of_stock' : '',
  min: '',
  max: '',
})

export const emptyAction = (kind: RuleAction['do'], key: string): ActionDraft => ({
  key,
  do: kind,
  product: '',
  position: '1',
  evenSoldOut: false,
  by: '3',
  where: [emptyCondition()],
  link: '',
  title: '',
  text: '',
  image: '',
})

export const emptyRule = (id: string, query: string): RuleDraft => ({
  id,
  name: '',
  enabled: true,
  match: 'is',
  words: query,
  category: '',
  market: '',
  from: '',
  to: '',
  actions: [],
})

const pad = (value: number): string => String(value).padStart(2, '0')

/** An ISO time as a `datetime-local` field has it; a day without a time is taken at its beginning or end. */
export function localTime(iso: string | undefined, isEnd: boolean): string {
  if (iso === undefined) return ''
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return `${iso}T${isEnd ? '23:59' : '00:00'}`
  const at = new Date(iso)
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

const isoTime = (local: string): string => new Date(local).toISOString()

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value))

function draftConditions(where: ProductWhere): ConditionDraft[] {
  const lists = (['products', 'category', 'brand', 'availability'] as const).flatMap((kind) => {
    const values = where[kind]
    return values ? [{ ...emptyCondition(kind), values: writeWords(values) }] : []
  })
  const attributes = (where.attributes ?? []).map(({ name, values }) => ({
    ...emptyCondition('attribute'),
    name,
    values: writeWords(values),
  }))
  const ranges = (['price', 'margin', 'rating'] as const).flatMap((kind) => {
    const range = where[kind]
    return range ? [{ ...emptyCondition(kind), min: shown(range.min), max: shown(range.max) }] : []
  })
  const days = (['newer_than_days', 'older_than_days'] as const).flatMap((kind) =>
    where[kind] === undefined ? [] : [{ ...emptyCondition(kind), values: shown(where[kind]) }],
  )
  return [...lists, ...attributes, ...ranges, ...days]
}

function draftAction(action: RuleAction, key: string): ActionDraft {
  const empty = emptyAction(action.do, key)
  switch (action.do) {
    case 'pin':
      return {
        ...empty,
        product: action.product,
        position: String(action.position),
        evenSoldOut: action.even_sold_out === true,
      }
    case 'boost':
    case 'bury':
      return { ...empty, by: String(action.by), where: draftConditions(action.where) }
    case 'hide':
      return { ...empty, where: draftConditions(action.where) }
    case 'redirect':
      return { ...empty, link: action.link }
    case 'banner':
      return {
        ...empty,
        title: action.title,
        text: action.text ?? '',
        link: action.link ?? '',
        image: action.image_link ?? '',
      }
  }
}

function draftMatch({ query, browsing }: Rule['when']): DraftMatch {
  if (query) return query.match
  return browsing === true ? 'browsing' : browsing === false ? 'any' : 'always'
}

/** A saved rule as the form shows it. Pure. */
export function draftOf(rule: Rule): RuleDraft {
  const { id, name, enabled, when, then } = rule
  return {
    id,
    name,
    enabled,
    match: draftMatch(when),
    words: writeWords(when.query?.words ?? []),
    category: when.category ?? '',
    market: when.market ?? '',
    from: localTime(when.from, false),
    to: localTime(when.to, true),
    actions: then.map((action, index) => draftAction(action, `${id}-${index}`)),
  }
}

type Report = (field: string, kind: ProblemKind) => void

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))
const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most

function readRange({ min, max }: ConditionDraft): { min?: number; max?: number } | null {
  const [low, high] = [min, max].map((text) => (text.trim() === '' ? undefined : Number(text)))
  const given = [low, high].filter((value) => value !== undefined)
  if (given.length === 0 || given.some((value) => Number.isNaN(value))) return null
  if (low !== undefined && high !== undefined && low > high) return null
  return { ...(low === undefined ? {} : { min: low }), ...(high === undefined ? {} : { max: high }) }
}

function readWhere(conditions: readonly ConditionDraft[], path: string, report: Report): ProductWhere {
  if (conditions.length === 0) report(path, 'where')
  let where: ProductWhere = {}
  conditions.forEach((condition, index) => {
    const { kind, name } = condition
    const field = `${path}.${index}`
    const values = readWords(condition.values)
    switch (kind) {
      case 'products':
      case 'category':
      case 'brand':
        if (values.length === 0) report(field, 'values')
        where = { ...where, [kind]: [...(where[kind] ?? []), ...values] }
        break
      case 'attribute':
        if (name.trim() === '') report(`${field}.name`, 'attributeName')
        if (values.length === 0) report(field, 'values')
        where = { ...where, attributes: [...(where.attributes ?? []), { name: name.trim(), values }] }
        break
      case 'availability':
        where = {
          ...where,
          availability: availabilities.filter((state) => values.includes(state)),
        }
        break
      case 'price':
      case 'margin':
      case 'rating': {
        const range = readRange(condition)
        if (range === null) report(field, 'range')
        else where = { ...where, [kind]: range }
        break
      }
      case 'newer_than_days':
      case 'older_than_days': {
        const days = numberOf(condition.values)
        if (!Number.isInteger(days) || !isWithin(days, 1, 3650)) report(field, 'days')
        where = { ...where, [kind]: days }
        break
      }
    }
  })
  return where
}

/** As the contract has it: https, or a path of the shop's own site. */
const linkForm = /^(?:https:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?|\/(?![/\\])[^\s\\]*)$/iu

function readAction(draft: ActionDraft, path: string, report: Report): RuleAction {
  const link = draft.link.trim()
  const optional = (text: string) => (text.trim() === '' ? undefined : text.trim())
  const checkLink = (text: string, field: string): void => {
    if (!linkForm.test(text)) report(`${path}.${field}`, 'link')
  }
  switch (draft.do) {
    case 'pin': {
      const position = numberOf(draft.position)
      if (draft.product.trim() === '') report(`${path}.product`, 'product')
      if (!Number.isInteger(position) || !isWithin(position, 1, TUNING.pinPosition))
        report(`${path}.position`, 'position')
      return {
        do: 'pin',
        product: draft.product.trim(),
        position,
        ...(draft.evenSoldOut ? { even_sold_out: true } : {}),
      }
    }
    case 'boost':
    case 'bury': {
      const by = numberOf(draft.by)
      if (!isWithin(by, 1, 10)) report(`${path}.by`, 'by')
      return { do: draft.do, by, where: readWhere(draft.where, `${path}.where`, report) }
    }
    case 'hide':
      return { do: 'hide', where: readWhere(draft.where, `${path}.where`, report) }
    case 'redirect':
      checkLink(link, 'link')
      return { do: 'redirect', link }
    case 'banner': {
      const image = optional(draft.image)
      const text = optional(draft.text)
      if (draft.title.trim() === '') report(`${path}.title`, 'title')
      if (link !== '') checkLink(link, 'link')
      if (image !== undefined) checkLink(image, 'image')
      return {
        do: 'banner',
        title: draft.title.trim(),
        ...(text === undefined ? {} : { text }),
        ...(link === '' ? {} : { link }),
        ...(image === undefined ? {} : { image_link: image }),
      }
    }
  }
}

const hasWords = (match: DraftMatch): match is Exclude<QueryMatch, 'any'> =>
  match === 'is' || match === 'contains' || match === 'starts_with'

/** Reads the form: the rule, or every field to mend, in the order of the page. Pure. */
export function readRule(draft: RuleDraft): { rule: Rule; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const report: Report = (field, kind) => problems.push({ field, kind })
  const words = readWords(draft.words)
  if (draft.name.trim() === '') report('name', 'name')
  if (hasWords(draft.match)) {
    if (words.length === 0) report('words', 'words')
    else if (!areUsable(words, TUNING.ruleWords)) report('words', 'phrase')
  }
  if (draft.from !== '' && draft.to !== '' && draft.to < draft.from) report('to', 'dates')
  if (draft.actions.length === 0) report('actions', 'actions')
  const then = draft.actions.map((action, index) => readAction(action, `actions.${index}`, report))
  const when: Rule['when'] = {
    ...(hasWords(draft.match) ? { query: { match: draft.match, words } } : {}),
    ...(draft.match === 'any' ? { query: { match: 'any' as const, words: [] } } : {}),
    ...(draft.match === 'browsing' ? { browsing: true } : {}),
    ...(draft.category.trim() === '' ? {} : { category: draft.category.trim() }),
    ...(draft.market === '' ? {} : { market: draft.market }),
    ...(draft.from === '' ? {} : { from: isoTime(draft.from) }),
    ...(draft.to === '' ? {} : { to: isoTime(draft.to) }),
  }
  return { rule: { id: draft.id, name: draft.name.trim(), enabled: draft.enabled, when, then }, problems }
}
