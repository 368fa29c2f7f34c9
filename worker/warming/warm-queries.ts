import { digest } from '../catalogue/digest.ts'
import { searchRequest } from '../contract/search.ts'
import { WARMING } from '../contract/vocabulary.ts'
import { shopModel } from '../metering/shop-model.ts'
import { errorLine } from '../models/error-line.ts'
import type { ModelFailure } from '../ports/language-model.ts'
import type { BoundFailure } from '../ports/metered-model.ts'
import type { Found, SearchPlan } from '../ports/retriever.ts'
import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import type {
  WarmingStep,
  WarmingTrouble,
  WarmingWork,
  WarmOutcome,
  WarmPass,
} from '../ports/warming-store.ts'
import { redact } from '../privacy/redact.ts'
import { err, ok, type Result } from '../result.ts'
import { expandQuery } from '../search/expand/expand-query.ts'
import { publicError } from '../search/failures.ts'
import { keptOrderCards, keptOrderKey } from '../search/rerank/kept-order-key.ts'
import { mergeOrders } from '../search/rerank/merge-orders.ts'
import { readOrder } from '../search/rerank/read-order.ts'
import { judgeGate, knowsItem, type Gate } from '../search/rerank/gate.ts'
import { readReasons } from '../search/rerank/read-reasons.ts'
import { gatedBy, rerankResults } from '../search/rerank/rerank-results.ts'
import { gateFor } from '../search/rerank/shop-gate.ts'
import { searchProducts } from '../search/search-products.ts'
import { inBackground, type BackgroundModel } from './background-model.ts'
import { shuffledPlaces } from './shuffled-places.ts'

export interface Warming {
  readonly services: Services
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When to stop and let the next turn go on, milliseconds since the epoch. */
  readonly until: number
  readonly signal: AbortSignal
}

/** `more`: call again, after so many milliseconds. */
export type WarmingEnd = { readonly kind: 'done' } | { readonly kind: 'more'; readonly afterMs: number }

type Query = Extract<WarmingWork, { kind: 'work' }>

/** Nobody waits: a model that is too slow for shoppers is of use here. */
const CALL_MS = 20_000

/** A pause up to this long is waited out here: handing over and coming back takes about as long. */
const SHORT_PAUSE_MS = 1_500

/** Places whose reasons are kept: a shopper's first three may be others than the order's, by a rule or for want of stock. */
const REASONS_KEPT = 6

/** A vector that comes too late for one search is remembered for the next. */
const SEARCHES_MOST = 2

interface Search {
  readonly plan: SearchPlan
  readonly found: Found
}

/** Why a query cannot be gone on with for now; `interrupted`: nothing is wrong, somebody comes again. */
type Stopped = WarmingTrouble | { readonly kind: 'interrupted' }

/** What a failure says: `null` is an answer of no use, which another call would hardly make better. */
function stoppedBy(failure: ModelFailure | BoundFailure): Stopped | null {
  switch (failure.kind) {
    case 'aborted':
      return { kind: 'interrupted' }
    case 'budget':
      return { kind: 'budget', reason: failure.because }
    case 'malformed':
    case 'empty':
    case 'too_large':
      return null
    case 'timeout':
      return { kind: 'model', error: errorLine(failure), isLate: true }
    case 'refused':
    case 'unreachable':
    case 'key_unusable':
    case 'resting':
      return { kind: 'model', error: errorLine(failure), isLate: false }
  }
}

/** One turn of a run. */
class Turn {
  readonly #warming: Warming
  readonly #shop: string
  readonly #lease = crypto.randomUUID()

  constructor(warming: Warming, shop: string) {
    this.#warming = warming
    this.#shop = shop
  }

  async run(): Promise<WarmingEnd> {
    const { services, now, until, signal } = this.#warming
    while (now() < until && !signal.aborted) {
      const work = await services.warming.next(this.#shop, this.#lease, now())
      if (work.kind === 'done') return { kind: 'done' }
      if (work.kind === 'work') await this.#warm(work)
      else if (work.ms > SHORT_PAUSE_MS) return { kind: 'more', afterMs: work.ms }
      else await new Promise((resolve) => setTimeout(resolve, work.ms))
    }
    await services.warming.endTurn(this.#shop, this.#lease, true)
    return { kind: 'more', afterMs: 0 }
  }

  async #warm(work: Query): Promise<void> {
    // Read anew each time: what a shop forbids holds at once.
    const shop = await this.#warming.services.shops.read(this.#shop)
    if (!shop) return
    const expanded = await this.#expand(shop, work)
    if (!expanded.ok) return this.#stop(work, expanded.error)
    const { search, outcome: expansion } = expanded.value
    const ordered = await this.#order(shop, work, search)
    if (!ordered.ok) return this.#stop(work, ordered.error)
    await this.#report(work, { kind: 'done', expansion, ordering: ordered.value })
  }

  /** What a shopper's search finds; with the words of its wish, where a model has any. */
  async #expand(
    shop: ShopRecord,
    work: Query,
  ): Promise<Result<{ readonly search: Search; readonly outcome: WarmOutcome }, Stopped>> {
    const first = await this.#search(shop, work)
    if (!first.ok) return first
    const { plan, found } = first.value
    const { kind } = found.expansion ?? { kind: 'not_needed' }
    const done = (outcome: WarmOutcome) => ok({ search: first.value, outcome })
    const expander = shop.settings.models.expand ? this.#model(shop, work, 'expand') : null
    if (kind === 'used') return done('kept')
    if (found.expansion?.kind !== 'wanted' || !plan.expansion || !('key' in plan.expansion) || !expander)
      return done('none')
    if (knowsItem(gatedBy(first.value), gateFor(this.#warming.services, shop))) return done('none')
    const { now, signal } = this.#warming
    const words = await expander.ask(({ model }) =>
      expandQuery({
        model,
        query: redact(plan.query),
        locale: plan.locale,
        departments: found.expansion?.kind === 'wanted' ? found.expansion.departments : [],
        deadlineAt: now() + CALL_MS,
        signal,
      }),
    )
    if (!words.ok) {
      const stopped = stoppedBy(words.error)
      return stopped ? err(stopped) : done('failed')
    }
    await this.#report(work, { kind: 'words', key: plan.expansion.key, words: words.value })
    const again = await this.#search(shop, work)
    return again.ok ? ok({ search: again.value, outcome: 'made' }) : again
  }

  /** Has the cards ordered in several sequences, and keeps what the orders come to together. */
  async #order(shop: ShopRecord, work: Query, search: Search): Promise<Result<WarmOutcome, Stopped>> {
    const { plan, found } = search
    const key = keptOrderKey(plan)
    const ranker = shop.settings.models.rerank ? this.#model(shop, work, 'rerank') : null
    if (!work.wantsOrder || !ranker || key === null) return ok('none')
    if (found.keptOrder !== undefined) return ok('kept')
    const gate = gateFor(this.#warming.services, shop)
    if (judgeGate(gatedBy(search), gate)) return ok('none')
    // A shopper's search would ask for words first and order other cards.
    if (found.expansion?.kind === 'wanted') return ok('failed')
    const cards = keptOrderCards(plan, found)
    const orders: WarmPass[] = work.passes?.cards === cards ? [...work.passes.orders] : []
    // Those of passes in an earlier turn are not known any more: reasons are shown where there are any.
    const reasons = new Map<number, string>()
    const { now, until, signal } = this.#warming
    while (orders.length < WARMING.passes) {
      if (signal.aborted || now() >= until) return err({ kind: 'interrupted' })
      const seed = Number.parseInt(digest(`${cards} ${orders.length}`).slice(0, 8), 16)
      const sequence =
        orders.length === 0 ? found.cards.map((_, place) => place) : shuffledPlaces(found.cards.length, seed)
      const order = await this.#pass(
        ranker,
        search,
        gate,
        sequence,
        shop.settings.models.reasons ? reasons : null,
      )
      if (!order.ok) return order
      if (order.value === 'not_needed') return ok('none')
      orders.push(order.value)
      await this.#report(work, { kind: 'pass', cards, order: order.value })
    }
    const usable = orders.filter((order) => order !== null)
    if (usable.length === 0) return ok('failed')
    const places = mergeOrders(usable, found.cards.length)
    const r = places.map((place) => place + 1)
    const w = places.slice(0, REASONS_KEPT).flatMap((place) => {
      const phrase = reasons.get(place)
      return phrase === undefined ? [] : [`${place + 1}|${phrase}`]
    })
    const answer = JSON.stringify(w.length > 0 ? { r, w } : { r })
    await this.#report(work, { kind: 'order', key, cards, answer })
    return ok('made')
  }

  /**
   * One order of the cards as they stand in this sequence; null: no usable answer.
   * @param reasons takes what is said of the cards, by their places; null: nothing is to be said
   */
  async #pass(
    ranker: Asked,
    { plan, found }: Search,
    gate: Gate,
    sequence: readonly number[],
    reasons: Map<number, string> | null,
  ): Promise<Result<WarmPass | 'not_needed', Stopped>> {
    const { now, signal } = this.#warming
    const cards = sequence.flatMap((place) => found.cards[place] ?? [])
    const { ordered, text } = await ranker.ask(async (asked) => {
      const time = now()
      const input = { plan, found: { ...found, cards }, gate, deadlineAt: time + CALL_MS, now: time, signal }
      const withReasons = reasons !== null
      return {
        ordered: await rerankResults({ ...input, model: asked.model, withReasons }),
        text: asked.take(),
      }
    })
    for (const { place, phrase } of readReasons(text ?? '', cards.length).written) {
      const own = sequence[place]
      if (own !== undefined && !reasons?.has(own)) reasons?.set(own, phrase)
    }
    if (ordered.ok) return ok(readOrder(text ?? '', cards.length).flatMap((place) => sequence[place] ?? []))
    if (ordered.error.kind === 'skipped')
      return ok(ordered.error.because === 'no_preference' ? [] : 'not_needed')
    const stopped = stoppedBy(ordered.error)
    return stopped ? err(stopped) : ok(null)
  }

  /** A search as a shopper's page makes it. */
  async #search(shop: ShopRecord, { market, query }: Query): Promise<Result<Search, Stopped>> {
    const { services, now } = this.#warming
    for (let searches = 1; ; searches++) {
      const settled: Promise<unknown>[] = []
      const searched = await searchProducts(services, shop, searchRequest.parse({ q: query, market }), {
        requestId: '',
        arrivedAt: now(),
        streams: true,
        isWhole: true,
        later: (work) => void settled.push(work),
      })
      await Promise.allSettled(settled)
      if (!searched.ok) return err({ kind: 'search', error: publicError(searched.error).message })
      const { plan, found, response } = searched.value
      const isWithoutMeaning = response.degraded?.includes('embedder') ?? false
      if (!isWithoutMeaning || searches === SEARCHES_MOST) return ok({ plan, found })
    }
  }

  #model(shop: ShopRecord, { run }: Query, purpose: 'expand' | 'rerank'): Asked | null {
    const settled: Promise<unknown>[] = []
    const model = shopModel(this.#warming.services, shop, {
      purpose,
      caller: null,
      requestId: run,
      share: WARMING.budgetShare,
      later: (work) => void settled.push(work),
    })
    return model && new Asked(inBackground(model), settled)
  }

  async #stop(work: Query, because: Stopped): Promise<void> {
    if (because.kind !== 'interrupted') await this.#report(work, { kind: 'trouble', because })
  }

  #report({ run, position }: Query, step: WarmingStep): Promise<void> {
    const { services, now } = this.#warming
    return services.warming.report(this.#shop, { run, position, now: now(), step })
  }
}

/** A model and what is still to be told of its calls. */
class Asked {
  readonly #model: BackgroundModel
  readonly #settled: Promise<unknown>[]

  constructor(model: BackgroundModel, settled: Promise<unknown>[]) {
    this.#model = model
    this.#settled = settled
  }

  /** The next call is judged by what this one came to, not by the most it could have. */
  async ask<T>(question: (model: BackgroundModel) => Promise<T>): Promise<T> {
    const answer = await question(this.#model)
    await Promise.allSettled(this.#settled.splice(0))
    return answer
  }
}

/**
 * Has a model think about what most shoppers search for until all is ready, the time is over, or a pause is needed. Every
 * step is stored as it comes, so that it may be stopped at any moment and called again from anywhere.
 */
export const warmQueries = (warming: Warming, shop: string): Promise<WarmingEnd> =>
  new Turn(warming, shop).run()
