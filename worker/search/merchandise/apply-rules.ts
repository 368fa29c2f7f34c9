import type { Banner } from '../../contract/search.ts'
import type { ActionTrace, Rule, RuleAction, TuningTrace } from '../../contract/tuning.ts'
import type { Candidate } from '../rank/candidate.ts'
import type { Ranked } from '../rank/rank-candidates.ts'
import { holdPlaces, type Held } from './hold-places.ts'
import { placeWorth } from './place-worth.ts'
import { productMeant, type MeaningContext } from './product-meant.ts'
import { whyNot, type Occasion, type ReadyRule } from './rule-holds.ts'

export interface RuleRequest {
  readonly rules: readonly ReadyRule[]
  readonly occasion: Occasion
  /** Best first, as ranking left them. */
  readonly ranked: readonly Ranked[]
  /** Pinned products that ranking does not hold, and that this shopper may see here. */
  readonly guests: readonly Ranked[]
  readonly meaning: MeaningContext
  /** The shopper asked for an order of their own: pins, boosts and buries rest. */
  readonly isSorted: boolean
  readonly isFirstPage: boolean
  /** Parts of the list that no boost leaves; see `tierOf`. */
  readonly tier: (ranked: Ranked) => number
  /** True where no words were scored, so that only places tell what is better. */
  readonly byPlace: boolean
  readonly traces: boolean
}

export interface Merchandised {
  readonly ranked: readonly Ranked[]
  /** What stands fixed, with the place it got. */
  readonly pinned: readonly { readonly id: string; readonly position: number }[]
  readonly redirect: { readonly link: string } | null
  readonly banners: readonly Banner[]
  /** Listed products that were taken out. */
  readonly hidden: number
  /** Guests that came in. */
  readonly added: number
  /** What boosts (above 1) and buries (below 1) made of products, by id. */
  readonly factors: ReadonlyMap<string, number>
  readonly trace: TuningTrace['rules']
}

type Pin = Extract<RuleAction, { do: 'pin' }>

/** Affected products an explanation lists. */
const TRACED = 20

/** Ids of the products that rules in force would pin. Pure. */
export const wantedPins = (rules: readonly ReadyRule[], occasion: Occasion): string[] => [
  ...new Set(
    rules
      .filter((ready) => whyNot(ready, occasion) === null)
      .flatMap(({ rule }) => rule.then.flatMap((action) => (action.do === 'pin' ? [action.product] : []))),
  ),
]

/** Of these products, those that rules in force hide: wherever goods are shown, not in results alone. Pure. */
export function hiddenProducts(
  rules: readonly ReadyRule[],
  occasion: Occasion,
  candidates: readonly Candidate[],
  meaning: MeaningContext,
): ReadonlySet<string> {
  const hides = rules
    .filter((ready) => whyNot(ready, occasion) === null)
    .flatMap(({ rule }) => rule.then.flatMap((action) => (action.do === 'hide' ? [action] : [])))
    .map((action) => productMeant(action.where, meaning))
  return new Set(
    candidates.filter((candidate) => hides.some((isMeant) => isMeant(candidate))).map(({ id }) => id),
  )
}

/** What a run of the rules collects. */
class Desk {
  readonly hidden = new Set<string>()
  readonly factors = new Map<string, number>()
  readonly pins = new Map<string, Held<Ranked>>()
  redirect: { link: string } | null = null
  readonly banners: Banner[] = []
  /** For each action: what kept it from doing anything, or the products it concerned. */
  readonly outcomes = new Map<RuleAction, { because?: ActionTrace['because']; ids?: readonly string[] }>()
  readonly #request: RuleRequest
  readonly #known: ReadonlyMap<string, Ranked>

  constructor(request: RuleRequest) {
    this.#request = request
    this.#known = new Map(
      [...request.guests, ...request.ranked].map((ranked) => [ranked.candidate.id, ranked]),
    )
  }

  hide(action: Extract<RuleAction, { do: 'hide' }>): void {
    const isMeant = productMeant(action.where, this.#request.meaning)
    const ids = [...this.#known.values()].filter(({ candidate }) => isMeant(candidate)).map(idOf)
    for (const id of ids) this.hidden.add(id)
    this.#done(action, ids)
  }

  weigh(action: Extract<RuleAction, { do: 'boost' | 'bury' }>): void {
    if (this.#request.isSorted) return this.#kept(action, 'sorted')
    const isMeant = productMeant(action.where, this.#request.meaning)
    const ids = this.#request.ranked
      .filter(({ candidate }) => isMeant(candidate) && !this.hidden.has(candidate.id))
      .map(idOf)
    const factor = action.do === 'boost' ? action.by : 1 / action.by
    for (const id of ids) this.factors.set(id, (this.factors.get(id) ?? 1) * factor)
    return this.#done(action, ids)
  }

  pin(action: Pin): void {
    const { product, position, even_sold_out: evenSoldOut } = action
    const ranked = this.#known.get(product)
    if (this.#request.isSorted) return this.#kept(action, 'sorted')
    if (!ranked) return this.#kept(action, 'not_shown')
    if (this.hidden.has(product)) return this.#kept(action, 'hidden')
    if (ranked.candidate.availability === 'out_of_stock' && evenSoldOut !== true) {
      return this.#kept(action, 'sold_out')
    }
    if (this.pins.has(product)) return this.#kept(action, 'already_pinned')
    if ([...this.pins.values()].some((pin) => pin.position === position)) {
      return this.#kept(action, 'position_taken')
    }
    this.pins.set(product, { item: ranked, position })
    return this.#done(action, [product])
  }

  lead(action: Extract<RuleAction, { do: 'redirect' }>): void {
    if (!this.#request.isFirstPage) return this.#kept(action, 'later_page')
    if (this.redirect) return this.#kept(action, 'already_redirected')
    this.redirect = { link: action.link }
    return undefined
  }

  show(action: Extract<RuleAction, { do: 'banner' }>, id: string): void {
    if (!this.#request.isFirstPage) return this.#kept(action, 'later_page')
    const { title, text, link, image_link: image } = action
    this.banners.push({
      id,
      title,
      ...(text === undefined ? {} : { text }),
      ...(link === undefined ? {} : { link }),
      ...(image === undefined ? {} : { image_link: image }),
    })
    return undefined
  }

  #kept(action: RuleAction, because: ActionTrace['because']): void {
    this.outcomes.set(action, { because })
  }

  #done(action: RuleAction, ids: readonly string[]): void {
    this.outcomes.set(action, ids.length === 0 ? { because: 'no_product' } : { ids })
  }
}

const idOf = ({ candidate }: Ranked): string => candidate.id

/** Scores with their factors, each within its part of the list; equals keep their order. */
function reweighed(
  ranked: readonly Ranked[],
  factors: ReadonlyMap<string, number>,
  { tier, byPlace }: RuleRequest,
): Ranked[] {
  if (factors.size === 0) return [...ranked]
  return ranked
    .map((entry, place) => ({
      entry,
      tier: tier(entry),
      value: (byPlace ? placeWorth(place) : entry.value) * (factors.get(idOf(entry)) ?? 1),
    }))
    .sort((left, right) => left.tier - right.tier || right.value - left.value)
    .map(({ entry }) => entry)
}

/**
 * Runs the merchant's rules over a ranked list. Hides are first and final: nothing shows what a rule hides. Then come
 * boosts and buries, then pins, so that no boost stands above a pin. Of two pins for one place, or of one product, the
 * earlier rule's counts. What no rule speaks of keeps its order. Pure.
 */
export function applyRules(request: RuleRequest): Merchandised {
  const { rules, occasion, ranked, guests } = request
  const verdicts = rules.map((ready) => ({ rule: ready.rule, because: whyNot(ready, occasion) }))
  const holding = verdicts.flatMap(({ rule, because }) => (because === null ? [rule] : []))
  const desk = new Desk(request)
  const each = (run: (action: RuleAction, rule: Rule, index: number) => void): void => {
    for (const rule of holding) rule.then.forEach((action, index) => run(action, rule, index))
  }
  each((action) => {
    if (action.do === 'hide') desk.hide(action)
  })
  each((action, rule, index) => {
    switch (action.do) {
      case 'boost':
      case 'bury':
        return desk.weigh(action)
      case 'pin':
        return desk.pin(action)
      case 'redirect':
        return desk.lead(action)
      case 'banner':
        return desk.show(action, `${rule.id}:${index}`)
      case 'hide':
        return undefined
    }
  })

  const left = desk.hidden.size === 0 ? ranked : ranked.filter((entry) => !desk.hidden.has(idOf(entry)))
  const after = holdPlaces(reweighed(left, desk.factors, request), [...desk.pins.values()])
  const places = new Map(after.map((entry, index) => [idOf(entry), index + 1]))
  const isGuest = new Set(guests.map(idOf))
  return {
    ranked: after,
    pinned: [...desk.pins.keys()].map((id) => ({ id, position: places.get(id) ?? 0 })),
    redirect: desk.redirect,
    banners: desk.banners,
    hidden: ranked.length - left.length,
    added: [...desk.pins.keys()].filter((id) => isGuest.has(id)).length,
    factors: desk.factors,
    trace: request.traces ? verdicts.map((verdict) => traceOf(verdict, desk, ranked, places)) : [],
  }
}

function traceOf(
  { rule, because }: { rule: Rule; because: ReturnType<typeof whyNot> },
  desk: Desk,
  before: readonly Ranked[],
  places: ReadonlyMap<string, number>,
): TuningTrace['rules'][number] {
  const { id, name, then } = rule
  if (because !== null) return { id, name, matched: false, because, did: [] }
  const was = new Map(before.map((entry, index) => [idOf(entry), index + 1]))
  const did = then.map((action): ActionTrace => {
    const { because: reason, ids } = desk.outcomes.get(action) ?? {}
    const factor = action.do === 'boost' ? action.by : action.do === 'bury' ? 1 / action.by : undefined
    return {
      do: action.do,
      ...(reason === undefined ? {} : { because: reason }),
      ...(factor === undefined ? {} : { factor }),
      ...(ids === undefined
        ? {}
        : {
            count: ids.length,
            products: ids.slice(0, TRACED).map((product) => ({
              id: product,
              from: was.get(product) ?? null,
              to: places.get(product) ?? null,
            })),
          }),
    }
  })
  return { id, name, matched: true, did }
}
