import type { RerankGate } from '../contract/models.ts'
import type { LearntGate } from '../ports/rerank-gate.ts'
import type { Services } from '../ports/services.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { cardsBefore, gateBefore, learntGate } from '../search/rerank/shop-gate.ts'

const three = (value: number): string => value.toFixed(3)

function sentence(setting: RerankGate['setting'], learnt: LearntGate | null, gap: number | null): string {
  const skips =
    gap === null
      ? 'It is asked about every search.'
      : `It is not asked where a search names one product, or the best leads by ${Math.round(gap * 100)} % or more.`
  if (!learnt) return `No comparison has judged this model on 30 queries yet. ${skips}`
  if (!learnt.shut) return `Judged on ${learnt.queries} of your queries. ${skips}`
  const loss = learnt.gain ? ` (${three(learnt.gain.mean)} nDCG)` : ''
  const harm = `On ${learnt.queries} of your judged queries this model's order was worse than the one without it${loss}.`
  return setting === 'auto'
    ? `${harm} It is not asked to order results: choose another model, or set models.rerank_gate to default to have it asked all the same.`
    : `${harm} It is asked all the same, as models.rerank_gate says. ${skips}`
}

/** What a merchant is told of the gate before the model that orders results; null: there is no such model. */
export function describeGate(services: Pick<Services, 'modelFor'>, shop: ShopRecord): RerankGate | null {
  const ranker = services.modelFor(shop, 'rerank')?.identity
  if (!ranker) return null
  const { rerank_gate: setting } = shop.settings.models
  const learnt = learntGate(shop, ranker)
  const gate = gateBefore(shop, ranker)
  const gap = gate.kind === 'judging' ? gate.gap : null
  const hasLearnt = learnt !== null && (learnt.gap !== null || learnt.cards === 48)
  return {
    state: learnt?.shut ? 'shut' : hasLearnt ? 'learnt' : 'default',
    setting,
    gap,
    cards: cardsBefore(shop, ranker),
    ...(learnt ? { queries: learnt.queries, learnt_at: new Date(learnt.learntAt).toISOString() } : {}),
    ...(learnt?.gain ? { gain: learnt.gain } : {}),
    message: sentence(setting, learnt, gap),
  }
}
