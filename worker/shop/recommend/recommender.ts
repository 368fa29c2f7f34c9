import type { EventLearner, StoredEvent } from '../../ports/event-learner.ts'
import type {
  LearntEvent,
  Recommendations,
  RecommendContext,
  RecommenderState,
  RecommendRules,
} from '../../ports/recommender.ts'
import { forgetVisitor } from './forget-visitor.ts'
import { learnEvents } from './learn-events.ts'
import { ItemCounts, RecMemory } from './rec-memory.ts'
import { readModel, writeModel } from './rec-model.ts'
import { recommendForSession, recommendFromOrders } from './recommend-products.ts'

/** Events read, learnt and written together: what they need is a few megabytes. */
const BATCH = 1_000

/**
 * A shop's recommender over its tables. It learns each event as it comes and has nothing to train; what it remembers
 * between calls is a cache. Callers wrap what writes in a transaction.
 */
export class Recommender implements EventLearner {
  readonly #sql: SqlStorage
  readonly #counts: ItemCounts

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#counts = new ItemCounts(sql)
  }

  onEventsStored(events: readonly StoredEvent[]): void {
    try {
      this.learnEvents(events)
    } catch (error) {
      // What was counted is undone with the rest of what was written.
      this.#counts.clear()
      throw error
    }
  }

  onVisitorErased(visitor: string, sessions: readonly string[]): void {
    this.forgetVisitor(visitor, sessions)
  }

  /** Learns events, each once: who calls has dropped repeats. Returns how many taught something. */
  learnEvents(events: readonly LearntEvent[]): number {
    let model = readModel(this.#sql)
    let learnt = 0
    for (let from = 0; from < events.length; from += BATCH) {
      const batch = learnEvents(
        events.slice(from, from + BATCH),
        new RecMemory(this.#sql, this.#counts, model.sessions),
        model,
      )
      model = batch.model
      learnt += batch.learnt
    }
    if (learnt > 0) writeModel(this.#sql, model)
    return learnt
  }

  /** The best `k` products for a session; see `recommendForSession`. Empty where nothing was learnt yet. */
  recommendProducts(context: RecommendContext, k: number, rules: RecommendRules): Recommendations {
    const model = readModel(this.#sql)
    const memory = new RecMemory(this.#sql, this.#counts, model.sessions)
    const products = recommendForSession(this.#sql, memory, model, context, { k, rules, random: Math.random })
    return { products, preset: model.pool.chosen }
  }

  /** What is bought along with some products, best first; empty where orders do not say. */
  boughtTogether(products: readonly string[], k: number, rules: RecommendRules): Recommendations {
    const model = readModel(this.#sql)
    const memory = new RecMemory(this.#sql, this.#counts, model.sessions)
    const asked = { k, rules, random: Math.random }
    return {
      products: recommendFromOrders(this.#sql, memory, products, asked),
      preset: model.pool.chosen,
    }
  }

  /** Returns how many sessions were taken back; see `forgetVisitor`. */
  forgetVisitor(visitor: string, sessions: readonly string[] = []): number {
    const model = readModel(this.#sql)
    const memory = new RecMemory(this.#sql, this.#counts, model.sessions)
    const forgotten = forgetVisitor(this.#sql, memory, visitor, sessions)
    if (forgotten > 0) writeModel(this.#sql, { ...model, sessions: Math.max(0, model.sessions - forgotten) })
    return forgotten
  }

  state(): RecommenderState {
    const { gate, pool, sessions } = readModel(this.#sql)
    return {
      sessions,
      repeats: { current: gate.current, earlier: gate.earlier },
      preset: pool.chosen,
      observations: pool.observations,
      gains: pool.gains,
      changes: pool.changes,
    }
  }
}
