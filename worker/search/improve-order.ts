import type { OrderEvent } from '../contract/search.ts'
import { shopModel, type ModelUse } from '../metering/shop-model.ts'
import type { ModelFailure } from '../ports/language-model.ts'
import type { BoundFailure, MeteredModel } from '../ports/metered-model.ts'
import type { Found } from '../ports/retriever.ts'
import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { expandQuery } from './expand/expand-query.ts'
import { redact } from '../privacy/redact.ts'
import { joinFound } from './rerank/join-found.ts'
import { knowsItem } from './rerank/gate.ts'
import { gateFor } from './rerank/shop-gate.ts'
import { gatedBy, orderHits, rerankResults } from './rerank/rerank-results.ts'
import type { Searched } from './search-products.ts'

/** Share of the time a model has that expansion may take: its words are worth nothing once it is over. */
const EXPANSION_SHARE = 0.6

/** No model answers sooner; asking would only cost money. */
const TIME_LEAST_MS = 150

/** What is worked on behind an answer takes from the time it needs to arrive: results have left before a model is asked. */
const LEAVES_MS = 20

export interface Improvement {
  readonly order?: OrderEvent
  /** What the search had to do without: a model that failed or rests, or the shop's bounds that kept it from being asked. */
  readonly degraded?: 'model' | 'budget'
}

export interface ImproveRequest extends Omit<ModelUse, 'purpose'> {
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number
  /** Aborts when the shopper has gone. */
  readonly signal: AbortSignal
}

type Missed = Pick<Improvement, 'degraded'>

/** What a failure of a model means for the shopper: nothing, when it is the shopper who has gone. */
function missed({ kind }: ModelFailure | BoundFailure): Missed {
  if (kind === 'aborted') return {}
  return { degraded: kind === 'budget' ? 'budget' : 'model' }
}

interface Widened extends Missed {
  readonly found: Found
}

/** True when the shopper has not gone on within these milliseconds. */
const staysFor = (ms: number, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const timer = setTimeout(() => resolve(true), ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(false)
    })
    return undefined
  })

/** Looks again with words that a model adds, where the shop keeps none of this wish. */
async function widen(
  services: Services,
  shop: ShopRecord,
  { plan, found }: Searched,
  { model, arrivedAt, signal, later }: ImproveRequest & { readonly model: MeteredModel },
): Promise<Widened> {
  const { expansion } = plan
  if (found.expansion?.kind !== 'wanted' || !expansion || !('key' in expansion)) return { found }
  const deadlineAt = arrivedAt + shop.settings.models.deadline_ms * EXPANSION_SHARE
  if (plan.offset > 0 || found.redirect || deadlineAt - Date.now() < TIME_LEAST_MS) return { found }
  const expanded = await expandQuery({
    model,
    query: redact(plan.query),
    locale: plan.locale,
    departments: found.expansion.departments,
    deadlineAt,
    signal,
  })
  if (!expanded.ok) return { found, ...missed(expanded.error) }
  later(services.shops.saveExpansion(shop.id, expansion.key, expanded.value))
  const again = await services.retriever.search(
    shop.id,
    { ...plan, expansion: { words: expanded.value } },
    shop.settings.limits.searches_per_second,
  )
  // The shop is busy, or gone: what was found first stands.
  return { found: again.ok ? joinFound(found, again.value, plan.cards) : found }
}

/** What the words suggest that came while the shopper waited; the first answer has told of those kept before. */
const newHints = (first: Found, { hints }: Found): Pick<OrderEvent, 'hints'> =>
  hints && hints !== first.hints ? { hints: [...hints] } : {}

const isSameOrder = ({ ids, added }: OrderEvent, { hits }: Found): boolean =>
  added.length === 0 && hits.every(({ id }, place) => ids[place] === id)

/**
 * A model's better order of what was found, with what its words found besides; nothing when none is configured, none
 * is needed or none came in time. A model that is late for one part leaves the other as it is.
 */
export async function improveOrder(
  services: Services,
  shop: ShopRecord,
  searched: Searched,
  asking: ImproveRequest,
): Promise<Improvement> {
  const { rerank, expand, reasons } = shop.settings.models
  const modelFor = (purpose: ModelUse['purpose']) => shopModel(services, shop, { ...asking, purpose })
  const expander = expand ? modelFor('expand') : null
  const ranker = rerank ? modelFor('rerank') : null
  if (!expander && !ranker) return {}
  const { plan, found: first, isTyping } = searched
  // No model is asked for half a wish: what it became is asked anew.
  if (isTyping || !(await staysFor(LEAVES_MS, asking.signal))) return {}
  const gate = gateFor(services, shop)
  const { found, ...narrow } =
    expander && !knowsItem(gatedBy(searched), gate)
      ? await widen(services, shop, searched, { ...asking, model: expander })
      : { found: first }
  const input = { plan, found }
  const reranked = ranker
    ? await rerankResults({
        ...input,
        gate,
        model: ranker,
        deadlineAt: asking.arrivedAt + shop.settings.models.deadline_ms,
        now: Date.now(),
        signal: asking.signal,
        withReasons: reasons,
      })
    : null
  const hints = newHints(first, found)
  if (reranked?.ok) return { order: { ...reranked.value, ...hints }, ...narrow }
  const unordered = reranked && reranked.error.kind !== 'skipped' ? missed(reranked.error) : {}
  const degraded = { ...unordered, ...narrow }
  if (found === first) return degraded
  const order = orderHits(input, [])
  return isSameOrder(order, first) && !hints.hints ? degraded : { order: { ...order, ...hints }, ...degraded }
}
