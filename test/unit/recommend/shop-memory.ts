import type { ItemRelations, Knowledge, PastSession } from '../../../worker/recommend/knowledge.ts'
import { kindOfEvent } from '../../../worker/recommend/event-kinds.ts'
import { learnStep, unlearnSession } from '../../../worker/recommend/learn-step.ts'
import { PairList } from '../../../worker/recommend/packed-pairs.ts'
import { appendNumber, itemOfStep } from '../../../worker/recommend/packed-steps.ts'
import { sizes } from '../../../worker/recommend/presets.ts'

type Steps = Uint32Array<ArrayBuffer>

interface Held extends ItemRelations {
  sessions: Steps
}

/** What a shop has learnt, in memory, by the same rules as over its database. */
export class ShopMemory implements Knowledge {
  readonly items = new Map<number, Held>()
  readonly past = new Map<number, { id: number; at: number; steps: Steps }>()
  readonly #counts = new Map<number, number>()

  get sessionCount(): number {
    return this.past.size
  }

  /** One event; `at` in milliseconds. */
  learn(session: number, item: number, at: number, name = 'view_item'): void {
    const held = this.past.get(session) ?? { id: session, at, steps: new Uint32Array(0) }
    this.past.set(session, held)
    const kind = kindOfEvent(name)
    if (kind === null) throw new Error(`${name} teaches nothing`)
    const learnt = learnStep(held.steps, { item, kind, at }, (one) => this.held(one))
    if (!learnt) return
    held.steps = learnt.steps
    held.at = Math.max(held.at, at)
    if (!learnt.isNewItem) return
    this.#counts.set(item, (this.#counts.get(item) ?? 0) + 1)
    const relations = this.held(item)
    relations.sessions = appendNumber(relations.sessions, session, sizes.postings)
  }

  unlearn(session: number): void {
    const held = this.past.get(session)
    if (held) unlearnSession(held.steps, held.at, (item) => this.items.get(item))
  }

  held(item: number): Held {
    const held = this.items.get(item) ?? {
      sessions: new Uint32Array(0),
      next: PairList.read(null),
      together: PairList.read(null),
      bought: PairList.read(null),
    }
    this.items.set(item, held)
    return held
  }

  relations(item: number): ItemRelations | undefined {
    return this.items.get(item)
  }

  sessions(ids: readonly number[]): readonly PastSession[] {
    return ids.flatMap((id) => this.past.get(id) ?? [])
  }

  counts(): (item: number) => number {
    return (item) => this.#counts.get(item) ?? 0
  }

  stepsOf(session: number): number[] {
    return Array.from(this.past.get(session)?.steps ?? [], itemOfStep)
  }
}

/** The relations of an item as an object. */
export const pairsOf = (list: PairList): Record<number, number> =>
  Object.fromEntries(Array.from({ length: list.length }, (_, index) => [list.id(index), list.weight(index)]))
