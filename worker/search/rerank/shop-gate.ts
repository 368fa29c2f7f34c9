import { LIMITS } from '../../contract/vocabulary.ts'
import type { ModelIdentity } from '../../ports/models.ts'
import type { LearntGate, RerankCards } from '../../ports/rerank-gate.ts'
import type { Services } from '../../ports/services.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { DEFAULT_GAP, defaultGate, openGate, type Gate } from './gate.ts'

type Ranker = Pick<ModelIdentity, 'id' | 'name'>

/** What the shop's own evaluation has taught about the model that orders its results; null: nothing. Pure. */
export const learntGate = ({ gates = [] }: Pick<ShopRecord, 'gates'>, ranker: Ranker): LearntGate | null =>
  gates.find(({ endpoint, model }) => endpoint === ranker.id && model === ranker.name) ?? null

/** The gate before a model, as the shop's settings want it. Pure. */
export function gateBefore(shop: Pick<ShopRecord, 'gates' | 'settings'>, ranker: Ranker | null): Gate {
  const { rerank_gate: wanted } = shop.settings.models
  if (wanted === 'off') return openGate
  const learnt = wanted === 'auto' && ranker ? learntGate(shop, ranker) : null
  if (!learnt) return defaultGate
  return learnt.shut ? { kind: 'shut' } : { kind: 'judging', gap: learnt.gap ?? DEFAULT_GAP }
}

/** The gate before the model that orders a shop's results, whoever that is. */
export const gateFor = (services: Pick<Services, 'modelFor'>, shop: ShopRecord): Gate =>
  gateBefore(shop, services.modelFor(shop, 'rerank')?.identity ?? null)

/** How many cards a model is shown, as the shop's settings want it. Pure. */
export function cardsBefore(shop: Pick<ShopRecord, 'gates' | 'settings'>, ranker: Ranker): RerankCards {
  const { rerank_cards: wanted } = shop.settings.models
  return wanted === 'auto' ? (learntGate(shop, ranker)?.cards ?? LIMITS.rerankCards) : wanted
}

/** How many cards a search of this shop takes: what is asked ahead of shoppers must take the same. */
export function cardsFor(services: Pick<Services, 'modelFor'>, shop: ShopRecord): RerankCards {
  const ranker = shop.settings.models.rerank ? services.modelFor(shop, 'rerank') : null
  return ranker ? cardsBefore(shop, ranker.identity) : LIMITS.rerankCards
}
