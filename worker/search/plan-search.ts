import { currencyExponent, parseMoney } from '../catalogue/money.ts'
import type { SearchRequest } from '../contract/search.ts'
import type { Market } from '../contract/shops.ts'
import { LIMITS, availabilities } from '../contract/vocabulary.ts'
import type { RequestFilters, SearchPlan } from '../ports/retriever.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import type { Span, Understanding } from '../ports/understanding.ts'
import { err, ok, type Result } from '../result.ts'
import { localeOf, marketOf } from '../shops/market-of.ts'
import { understandQuery } from './understand/understand-query.ts'

/** A request that names something the shop does not have, or a filter that cannot be read. */
export interface PlanFailure {
  readonly kind: 'unreadable'
  readonly field: string
  readonly message: string
}

const unreadable = (field: string, message: string) =>
  err<PlanFailure>({ kind: 'unreadable', field, message })

const listed = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).filter((text) => text !== '')

const attributePrefix = 'attr.'
const known = new Set(['price', 'brand', 'category', 'availability'])

/** `10..50`, `..50`, `10..`: major units to inclusive minor ones, from the decimal text. */
function readRange(text: string, currency: string): Result<{ min?: number; max?: number }, PlanFailure> {
  const ends = text.split('..')
  if (ends.length !== 2)
    return unreadable('filter[price]', 'filter[price] must look like 10..50, 10.. or ..50')
  const amounts = ends.map((end) => parseMoney(end, currency))
  const [low, high] = amounts
  const foreign = amounts.some((amount) => amount.ok && (amount.value.currency ?? currency) !== currency)
  if (!low?.ok || !high?.ok || foreign)
    return unreadable('filter[price]', 'filter[price] must hold plain numbers, such as 10..49.90')
  return ok({
    ...(low.value.minor === null ? {} : { min: low.value.minor }),
    // A typed 0 as the upper end is a bound like any other; elsewhere 0 means "ask".
    ...(ends[1] === '' ? {} : { max: high.value.minor ?? 0 }),
  })
}

function readFilters(
  filters: SearchRequest['filters'],
  currency: string,
): Result<RequestFilters, PlanFailure> {
  const unknown = Object.keys(filters).find((name) => !known.has(name) && !name.startsWith(attributePrefix))
  if (unknown !== undefined) {
    return unreadable(
      `filter[${unknown}]`,
      `filter[${unknown}] is unknown: use price, brand, category, availability or attr.NAME`,
    )
  }
  const availability = listed(filters['availability'])
  const wrong = availability.find((value) => !availabilities.some((name) => name === value))
  if (wrong !== undefined) {
    return unreadable(
      'filter[availability]',
      `filter[availability] must be one of ${availabilities.join(', ')}`,
    )
  }
  const [range] = listed(filters['price'])
  const price = range === undefined ? undefined : readRange(range, currency)
  if (price && !price.ok) return price
  return ok({
    ...(price ? { price: price.value } : {}),
    brand: listed(filters['brand']),
    category: listed(filters['category']),
    availability,
    attributes: Object.entries(filters)
      .filter(([name]) => name.startsWith(attributePrefix))
      .map(([name, value]) => ({ name: name.slice(attributePrefix.length), values: listed(value) }))
      .filter(({ values }) => values.length > 0),
  })
}

const overlap = (left: Span, right: Span) => left.start < right.end && right.start < left.end

/** Takes back what the shopper crossed out: its effect, and its words where they only carried a wish. */
function withoutWishes(understanding: Understanding, ids: ReadonlySet<string>): Understanding {
  const dropped = understanding.wishes.filter(({ id }) => ids.has(id))
  if (dropped.length === 0) return understanding
  const isDropped = (span: Span) => dropped.some((wish) => overlap(wish.span, span))
  return {
    ...understanding,
    concepts: understanding.concepts.filter(({ span }) => !isDropped(span)),
    wishes: understanding.wishes.filter(({ id }) => !ids.has(id)),
    words: understanding.words.map((word) => (isDropped(word.span) ? { ...word, weight: 0 } : word)),
  }
}

/** The market a request is about; one the shop does not have is named to the caller. */
export function marketAsked(shop: ShopRecord, asked: string | undefined): Result<Market, PlanFailure> {
  const market = marketOf(shop, asked)
  return market ? ok(market) : unreadable('market', `This shop has no market "${asked ?? ''}".`)
}

/** Turns a request into the one plan that is carried to the shop. Pure. */
export function planSearch(
  request: SearchRequest,
  shop: ShopRecord,
  context: { now: number; cards: number; explain: boolean },
): Result<SearchPlan, PlanFailure> {
  const named = marketAsked(shop, request.market)
  if (!named.ok) return named
  const market = named.value
  const filters = readFilters(request.filters, market.currency)
  if (!filters.ok) return filters
  const locale = localeOf(request.locale, market)
  const understanding = understandQuery(request.q, {
    locale,
    currency: market.currency,
    exponent: currencyExponent(market.currency),
    now: context.now,
  })
  return ok({
    query: request.q,
    exact: request.exact === '1',
    understanding: withoutWishes(understanding, new Set(listed(request.without?.split(',')))),
    // A shop builder's collection is a category here.
    filters: { ...filters.value, category: [...filters.value.category, ...listed(request.collection)] },
    sort: request.sort ?? 'relevance',
    offset: request.offset,
    limit: request.limit,
    locale,
    market: market.id,
    now: context.now,
    soldOut: shop.settings.search.sold_out,
    adult: request.adult === '1',
    cards: request.offset === 0 ? Math.min(context.cards, LIMITS.rerankCardsMax) : 0,
    explain: context.explain,
  })
}
