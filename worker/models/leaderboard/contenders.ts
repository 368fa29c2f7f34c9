import type { Contender } from '../../ports/leaderboard-store.ts'
import type { ChosenModel } from '../../ports/models.ts'
import type { Services } from '../../ports/services.ts'
import type { RerankCards } from '../../ports/rerank-gate.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { err, ok, type Result } from '../../result.ts'
import { servesVectorsOnly } from '../choose-model.ts'

/** The shop as it would be if this endpoint, or `default`, put its results in order. */
const rankedBy = (shop: ShopRecord, rerank: string): ShopRecord => ({
  ...shop,
  models: { ...shop.models, serves: { ...shop.models.serves, rerank } },
})

const GONE = 'This model is not set up any more, or processing forbids it now.'
const CHANGED = 'This endpoint has another model now: begin anew to compare it.'

const USUAL_CARDS: RerankCards = 24

/** A contender's model, as long as it is the one the comparison began with and may be asked. */
export function contenderModel(
  { modelFor }: Pick<Services, 'modelFor'>,
  shop: ShopRecord,
  { endpoint, model, owner }: Contender,
): Result<{ readonly chosen: ChosenModel; readonly asRanker: ShopRecord }, string> {
  const asRanker = rankedBy(shop, endpoint)
  const chosen = modelFor(asRanker, 'rerank')
  if (!chosen) return err(GONE)
  const { name, owner: by } = chosen.identity
  return name === model && by === owner ? ok({ chosen, asRanker }) : err(CHANGED)
}

function contenderOf({ modelFor }: Pick<Services, 'modelFor'>, shop: ShopRecord, endpoint: string) {
  const chosen = modelFor(rankedBy(shop, endpoint), 'rerank')
  if (!chosen) return null
  const { owner, name, price } = chosen.identity
  return { endpoint, owner, model: name, price }
}

/** Why there is nobody to compare, or who cannot be. */
export interface NoContender {
  /** The endpoint asked for; left out: none can be asked at all. */
  readonly endpoint?: string
}

/**
 * Who takes part: the endpoints named, each of which must be there and may be asked; else all of the shop's that may, and
 * the installation's own model; each once for each number of cards. Pure.
 */
export function contendersOf(
  services: Pick<Services, 'modelFor'>,
  shop: ShopRecord,
  named: readonly string[] | undefined,
  cards: readonly RerankCards[],
): Result<readonly Contender[], NoContender> {
  const { endpoints, serves } = shop.models
  const all = [...endpoints.map(({ id }) => id).filter((id) => !servesVectorsOnly(id, serves)), 'default']
  const missing = named?.find((id) => !all.includes(id) || !contenderOf(services, shop, id))
  if (missing !== undefined) return err({ endpoint: missing })
  const contenders = [...new Set(named ?? all)].flatMap((endpoint) => {
    const contender = contenderOf(services, shop, endpoint)
    if (!contender) return []
    return cards.map((count) => ({
      ...contender,
      id: count === USUAL_CARDS ? endpoint : `${endpoint}@${count}`,
      cards: count,
    }))
  })
  return contenders.length > 0 ? ok(contenders) : err({})
}
