import type { Hit, OrderEvent } from '../../contract/search.ts'
import { LIMITS } from '../../contract/vocabulary.ts'
import type { AnswerVerdict, ModelFailure } from '../../ports/language-model.ts'
import type { BoundFailure, MeteredModel } from '../../ports/metered-model.ts'
import type { Card, Found, SearchPlan } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'
import { err, ok, type Result } from '../../result.ts'
import { holdPlaces } from '../merchandise/hold-places.ts'
import { placeWorth } from '../merchandise/place-worth.ts'
import { intentKey } from '../understand/intent-key.ts'
import { judgeGate, type Gate, type Gated } from './gate.ts'
import { rerankPrompt } from './prompt.ts'
import { quoteReasons } from './quote-reasons.ts'
import { applyOrder, judgeOrder, readNumbers, readOrder } from './read-order.ts'

/** Why no model was asked, or why its answer changes nothing. Not a failure: the results stand as they are. */
export interface RerankSkip {
  readonly kind: 'skipped'
  readonly because:
    | 'later_page'
    /** The shopper asked for an order of their own. */
    | 'sorted'
    /** A rule leads the shopper elsewhere. */
    | 'redirected'
    /** Browsing: there are no words to judge by. */
    | 'no_words'
    | 'few_cards'
    | 'no_time'
    /** The shop's own evaluation says that this model's order is worse. */
    | 'gate_shut'
    /** One product is asked for, and stands first. */
    | 'known_item'
    /** One product fits, and the rest hardly do. */
    | 'dominant'
    /** The model found nothing that fits. */
    | 'no_preference'
}

export interface RerankInput {
  readonly model: MeteredModel
  readonly plan: SearchPlan
  readonly found: Found
  readonly gate: Gate
  /** Milliseconds since the epoch. */
  readonly deadlineAt: number
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly signal: AbortSignal
  /** The model is also asked why the first products fit. */
  readonly withReasons?: boolean
}

/** With fewer there is nothing to gain that a shopper does not see at a glance. */
const CARDS_LEAST = 4

/** No model answers sooner; asking would only cost money. */
const TIME_LEAST_MS = 150

/** The wishes that took effect: some of the plan's may have turned out to be names of this shop. */
const wishesInEffect = ({ plan, found }: Pick<RerankInput, 'plan' | 'found'>): readonly Wish[] => {
  const ids = new Set(found.understood.map((wish) => wish.id))
  return plan.understanding.wishes.filter((wish) => ids.has(wish.id))
}

/** What a gate judges a search by. */
export const gatedBy = ({ plan, found }: Pick<RerankInput, 'plan' | 'found'>): Gated => ({
  lead: found.lead,
  words: plan.understanding.words.flatMap(({ text, weight }) => (weight >= 1 ? [text] : [])),
  wishes: wishesInEffect({ plan, found }),
  isPlace: (found.named ?? []).length > 0,
})

function reasonToSkip(input: RerankInput): RerankSkip['because'] | undefined {
  const { plan, found, deadlineAt, now } = input
  if (plan.offset > 0) return 'later_page'
  if (found.redirect) return 'redirected'
  if (plan.sort !== 'relevance' || wishesInEffect(input).some(({ effect }) => effect.type === 'sort'))
    return 'sorted'
  if (!plan.understanding.words.some(({ weight }) => weight > 0)) return 'no_words'
  if (found.cards.length < CARDS_LEAST) return 'few_cards'
  if (deadlineAt - now < TIME_LEAST_MS) return 'no_time'
  return judgeGate(gatedBy(input), input.gate)
}

/** What a model sees of a card. */
const asSeen = ({ id, title, price, category, text }: Card): Card => ({ id, title, price, category, text })

/** Every hit at hand once, in retrieval order: the cards' hits first, then the page's that no card stands for. */
function retrievedHits({ hits, beyond, cards }: Found): Hit[] {
  const byId = new Map([...hits, ...beyond].map((hit) => [hit.id, hit]))
  const ids = new Set([...cards.map(({ id }) => id), ...byId.keys()])
  return [...ids].flatMap((id) => byId.get(id) ?? [])
}

/**
 * Retrieval puts sold-out goods last where the shop wants it so, and goods of unknown price below a budget's matches.
 * A model's order moves products within those tiers only. A product that was retrieved above a better tier was let
 * through on purpose (asked for by name) and keeps that right.
 */
function keepTiers(
  order: readonly Hit[],
  retrieved: readonly Hit[],
  input: Pick<RerankInput, 'plan' | 'found'>,
): Hit[] {
  const soldOutLast = input.plan.soldOut === 'last'
  const hasBudget = wishesInEffect(input).some(({ effect }) => effect.type === 'price')
  const held = new Map<Hit, number>()
  let lowest = Number.POSITIVE_INFINITY
  for (const hit of retrieved.toReversed()) {
    const soldOut = soldOutLast && hit.availability === 'out_of_stock' ? 2 : 0
    const priceUnknown = hasBudget && hit.price === null ? 1 : 0
    lowest = Math.min(lowest, soldOut + priceUnknown)
    held.set(hit, lowest)
  }
  return order.toSorted((left, right) => (held.get(left) ?? 0) - (held.get(right) ?? 0))
}

/** A model's order with the merchant's boosts and buries on it, as they were on the order it saw. */
function reweighed(order: readonly Hit[], { factors = [] }: Found): readonly Hit[] {
  if (factors.length === 0) return order
  const byId = new Map(factors.map(({ id, factor }) => [id, factor]))
  return order
    .map((hit, place) => ({ hit, worth: placeWorth(place) * (byId.get(hit.id) ?? 1) }))
    .toSorted((left, right) => right.worth - left.worth)
    .map(({ hit }) => hit)
}

/**
 * The order that begins with the chosen cards' products and goes on as they were retrieved: every hit of the page and of
 * `found.beyond` exactly once, within the tiers retrieval keeps, with the merchant's rules upon it. Pure.
 */
export function orderHits(
  { plan, found }: Pick<RerankInput, 'plan' | 'found'>,
  chosen: readonly string[],
): OrderEvent {
  const retrieved = retrievedHits(found)
  const places = new Map((found.pinned ?? []).map(({ id, position }) => [id, position]))
  const held = retrieved.flatMap(({ id }) => {
    const position = places.get(id)
    return position === undefined ? [] : [{ item: id, position }]
  })
  const free = retrieved.filter(({ id }) => !places.has(id))
  const order = chosen.map((id) => free.findIndex((hit) => hit.id === id))
  const applied = applyOrder(free, order)
  const ordered = keepTiers(chosen.length > 0 ? reweighed(applied, found) : applied, free, { plan, found })
  const ids = holdPlaces(
    ordered.map(({ id }) => id),
    held,
  )
  const onPage = new Set(found.hits.map(({ id }) => id))
  return { ids, reasons: {}, added: retrieved.filter(({ id }) => !onPage.has(id)) }
}

/** The cards of what was found that a model is shown. */
const shownCards = ({ cards }: Found) => cards.slice(0, LIMITS.rerankCardsMax)

/** Equal for searches that may share an order: it is of these cards in this sequence, with their prices and facts of now. */
export const sameOrderAs = (input: Pick<RerankInput, 'plan' | 'found'>): string =>
  JSON.stringify([
    intentKey(input.plan.understanding),
    wishesInEffect(input).map(({ id }) => id),
    shownCards(input.found).map(asSeen),
  ])

/**
 * Asks a model for a better order of what was found. The answer names every hit of the page and of `found.beyond`
 * exactly once; the model's choices come first and the rest keep their places, so nothing is lost and nothing invented;
 * what a rule pinned stays where it stood, what it boosts or buries is boosted or buried. What it says of the first three
 * is shown where it quotes that product's own card.
 * A model whose answer holds no card number counts as failed (`malformed`).
 */
export async function rerankResults(
  input: RerankInput,
): Promise<Result<OrderEvent, RerankSkip | ModelFailure | BoundFailure>> {
  const { model, plan, found, deadlineAt, signal, withReasons = false } = input
  const because = reasonToSkip(input)
  if (because) return err({ kind: 'skipped', because })

  const prompt = rerankPrompt(plan.query, found.understood, found.cards, withReasons)
  const shown = shownCards(found)
  const chosenIn = (text: string) => readOrder(text, shown.length).flatMap((place) => shown[place]?.id ?? [])
  const reasonsIn = (text: string, ids: readonly string[]) =>
    quoteReasons(text, { cards: shown, ids, hits: [...found.hits, ...found.beyond], query: plan.query })
  const judge = (text: string): AnswerVerdict => {
    const verdict = judgeOrder(text, shown.length)
    if (!withReasons || verdict.unused !== undefined) return verdict
    const { dropped } = reasonsIn(text, orderHits(input, chosenIn(text)).ids)
    return { ...verdict, dropped: { ...verdict.dropped, ...dropped } }
  }
  const answer = await model.complete({
    ...prompt,
    temperature: 0,
    deadlineAt,
    signal,
    sameAs: sameOrderAs(input),
    ...(found.keptOrder === undefined ? {} : { known: found.keptOrder }),
    judge,
  })
  if (!answer.ok) return answer

  const chosen = chosenIn(answer.value.text)
  if (chosen.length === 0) {
    return readNumbers(answer.value.text)?.length === 0
      ? err({ kind: 'skipped', because: 'no_preference' })
      : err({ kind: 'malformed', detail: 'no card number in the answer' })
  }

  const order = orderHits(input, chosen)
  return ok(withReasons ? { ...order, reasons: reasonsIn(answer.value.text, order.ids).reasons } : order)
}
