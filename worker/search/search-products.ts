import type { SearchRequest, SearchResponse } from '../contract/search.ts'
import type { Rule } from '../contract/tuning.ts'
import { modelName } from '../models/model-name.ts'
import type { Services } from '../ports/services.ts'
import type { SearchLogEntry, ShopRecord } from '../ports/shop-store.ts'
import type { Found, SearchPlan } from '../ports/retriever.ts'
import { ok, type Result } from '../result.ts'
import type { SearchFailure } from './failures.ts'
import { findContent } from './content/find-content.ts'
import { beginningKeys, expansionKey, readsAsWish } from './expand/expansion-key.ts'
import { planSearch } from './plan-search.ts'
import { orderedBy } from './rerank/kept-order-key.ts'
import { soundsUnfinished } from './understand/sounds-unfinished.ts'
import { queryVector, type QueryVectorOutcome } from './query-vector.ts'
import { cardsFor } from './rerank/shop-gate.ts'
import { redact } from '../privacy/redact.ts'

export interface Searched {
  readonly plan: SearchPlan
  /** The visitor's id as the page gives it; undefined when it does not. */
  readonly visitor: string | undefined
  /** The shopper has not said it all yet. */
  readonly isTyping: boolean
  readonly found: Found
  readonly response: SearchResponse
}

export interface Asked {
  readonly requestId: string
  /** Milliseconds since the epoch. */
  readonly arrivedAt: number
  /** True when the answer can be followed by a better order. */
  readonly streams: boolean
  /** True: a declared bot, which is served by words alone. */
  readonly isBot?: boolean
  /** True: nobody types this, and what was asked about the beginning of a wish does not stand for its end. */
  readonly isWhole?: boolean
  readonly explain?: boolean
  /** Keeps work alive after the answer has left. */
  readonly later: (work: Promise<unknown>) => void
  /** Rules to try instead of the saved ones. */
  readonly rules?: readonly Rule[]
}

/** The models that may improve a search; null each where there is none or the shop wants none. */
export function modelsFor(services: Services, shop: ShopRecord) {
  const { rerank, expand } = shop.settings.models
  return {
    rerank: rerank ? services.modelFor(shop, 'rerank') : null,
    expand: expand ? services.modelFor(shop, 'expand') : null,
  }
}

/** The words a model has added to this wish before, for anybody; nothing where none may be asked. */
function expansionOf(
  services: Services,
  shop: ShopRecord,
  { understanding, locale, sort, exact }: SearchPlan,
  isWhole: boolean,
): Pick<SearchPlan, 'expansion'> {
  if (sort !== 'relevance' || exact || !readsAsWish(understanding)) return {}
  const { expand } = modelsFor(services, shop)
  if (!expand) return {}
  const model = modelName(expand.identity)
  return {
    expansion: {
      key: expansionKey(understanding, locale, model),
      beginnings: isWhole ? [] : beginningKeys(understanding, locale, model),
    },
  }
}

/** The vector of what is wished for; nothing where none is configured, wanted or worth asking for. */
async function wishVector(
  services: Services,
  shop: ShopRecord,
  plan: SearchPlan,
  { arrivedAt, later, isBot = false }: Asked,
): Promise<QueryVectorOutcome> {
  const waitMs = shop.settings.models.embed_deadline_ms
  // Only the order by relevance looks at meaning.
  if (isBot || waitMs === 0 || plan.sort !== 'relevance') return { kind: 'not_worth' }
  const embeddings = services.embeddingsFor(shop)
  if (!embeddings) return { kind: 'not_worth' }
  return queryVector(embeddings, {
    understanding: plan.understanding,
    deadlineAt: arrivedAt + waitMs,
    later,
  })
}

/** True while the wish is not all there: a shopper types, or thinks about the word that is to come. */
const isHalfTyped = ({ typing }: SearchRequest, { understanding }: SearchPlan): boolean =>
  typing === '1' || (typing === 'rest' && soundsUnfinished(understanding))

/** Plan, one hop, present: the answer that leaves at once, whatever a model may add later. */
export async function searchProducts(
  services: Services,
  shop: ShopRecord,
  request: SearchRequest,
  asked: Asked,
): Promise<Result<Searched, SearchFailure>> {
  const { rerank, expand } = modelsFor(services, shop)
  const { reasons } = shop.settings.models
  const cards = asked.streams && !asked.isBot && (rerank || expand) ? cardsFor(services, shop) : 0
  const plan = planSearch(request, shop, { now: asked.arrivedAt, cards, explain: asked.explain ?? false })
  if (!plan.ok) return plan
  const isTyping = isHalfTyped(request, plan.value)
  const asPlanned: SearchPlan = {
    ...plan.value,
    // Nothing is put in another order behind this answer.
    ...(isTyping ? { cards: 0 } : {}),
    ...expansionOf(services, shop, plan.value, asked.isWhole ?? false),
    ...(rerank && cards > 0 && !isTyping ? { orderedBy: orderedBy(rerank.identity, reasons) } : {}),
    ...(rerank && cards > 0 && !isTyping && reasons ? { quotable: true } : {}),
    ...(asked.rules ? { rules: asked.rules } : {}),
  }
  const wish = await wishVector(services, shop, asPlanned, asked)
  const whole = wish.kind === 'vector' ? { ...asPlanned, vector: wish.vector } : asPlanned
  const found = await services.retriever.search(shop.id, whole, shop.settings.limits.searches_per_second)
  if (!found.ok) return found
  // An embedder was configured, or changed, after the last import: nobody has to start the work by hand.
  if (found.value.semantic === 'unavailable') asked.later(services.vectors.requestVectors(shop.id))
  const isWithoutMeaning = wish.kind === 'missing' || found.value.semantic === 'unavailable'
  const {
    hits,
    total,
    facets,
    understood,
    hints,
    answer,
    relax,
    spelling,
    named = [],
    redirect,
    banners,
  } = found.value
  const degraded = [...(found.value.degraded ?? []), ...(isWithoutMeaning ? ['embedder' as const] : [])]
  const content = findContent(plan.value.understanding, named, shop.settings)
  return ok({
    plan: whole,
    visitor: request.visitor,
    isTyping,
    found: found.value,
    response: {
      query: request.q,
      hits: [...hits],
      total,
      facets,
      ...(content.length > 0 ? { content } : {}),
      understood: [...understood],
      ...(hints ? { hints: [...hints] } : {}),
      ...(spelling ? { spelling } : {}),
      answer,
      ...(relax.length > 0 ? { relax: [...relax] } : {}),
      ...(redirect ? { redirect } : {}),
      ...(banners ? { banners: [...banners] } : {}),
      ...(degraded.length > 0 ? { degraded } : {}),
      mode: found.value.semantic === 'used' ? 'hybrid' : 'keyword',
      took_ms: Date.now() - asked.arrivedAt,
      request_id: asked.requestId,
    },
  })
}

/** The line this search leaves in the shop's log. */
export function logEntry(
  { response, plan, visitor }: Searched,
  mode: SearchResponse['mode'],
  now: number,
  arrivedAt: number,
): SearchLogEntry {
  return {
    at: arrivedAt,
    query: redact(response.query),
    // An exclusion's id carries the shopper's own word.
    understood: response.understood.map(({ id }) => redact(id)),
    hits: response.hits.map(({ id }) => id),
    total: response.total,
    answer: response.answer,
    mode,
    tookMs: now - arrivedAt,
    requestId: response.request_id,
    market: plan.market,
    visit:
      visitor === undefined || visitor === '' || plan.offset > 0 ? null : { visitor, market: plan.market },
  }
}
