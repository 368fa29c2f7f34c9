import type { Knowledge, PastSession } from '../../recommend/knowledge.ts'
import { itemOfStep } from '../../recommend/packed-steps.ts'
import {
  insertItem,
  insertSession,
  readContext,
  readCounts,
  readItems,
  readItemsById,
  readRelations,
  readSessions,
  readSessionsByKey,
  relationsOfRow,
  writeItem,
  writeRelations,
  writeSession,
  type HeldRelations,
  type ItemRow,
  type StoredSession,
} from './rec-rows.ts'

/** Counts of so many items are remembered between calls: about 4 MB. */
const COUNTS_MOST = 100_000

/** How many sessions had each item: needed of hundreds of items at each recommendation. */
export class ItemCounts {
  readonly #sql: SqlStorage
  readonly #counts = new Map<number, number>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  of(items: Iterable<number>): (item: number) => number {
    const wanted = [...items]
    if (this.#counts.size > COUNTS_MOST) this.#counts.clear()
    const missing = wanted.filter((item) => !this.#counts.has(item))
    if (missing.length > 0) {
      for (const item of missing) this.#counts.set(item, 0)
      for (const [item, count] of readCounts(this.#sql, missing)) this.#counts.set(item, count)
    }
    return (item) => this.#counts.get(item) ?? 0
  }

  clear(): void {
    this.#counts.clear()
  }

  set(item: number, count: number): void {
    this.#counts.set(item, count)
  }
}

/**
 * What one call has read of the recommender's tables and what it changes in them: each row is read once and written once,
 * by `flush`. Not kept between calls.
 */
export class RecMemory implements Knowledge {
  readonly #sql: SqlStorage
  readonly #counts: ItemCounts
  readonly #items = new Map<string, ItemRow>()
  readonly #itemsById = new Map<number, ItemRow>()
  readonly #relations = new Map<number, HeldRelations>()
  readonly #sessions = new Map<number, PastSession>()
  readonly #byKey = new Map<string, StoredSession>()
  readonly #changedItems = new Set<ItemRow>()
  readonly #changedRelations = new Set<number>()
  readonly #changedSessions = new Set<StoredSession>()
  sessionCount: number

  constructor(sql: SqlStorage, counts: ItemCounts, sessionCount: number) {
    this.#sql = sql
    this.#counts = counts
    this.sessionCount = sessionCount
  }

  /** Reads these products and their relations; unknown ones are left out. */
  loadContext(exts: readonly string[]): void {
    for (const { item, relations } of readContext(this.#sql, exts)) {
      this.#items.set(item.ext, item)
      this.#relations.set(item.id, relations)
    }
  }

  /** Reads what a batch of events will need: its products, its sessions, and what the sessions touch. */
  loadBatch(exts: readonly string[], keys: readonly string[]): void {
    for (const item of readItems(this.#sql, exts)) this.#items.set(item.ext, item)
    for (const session of readSessionsByKey(this.#sql, keys)) this.#byKey.set(session.key, session)
    const items = new Set(Array.from(this.#items.values(), ({ id }) => id))
    for (const { steps } of this.#byKey.values()) for (const step of steps) items.add(itemOfStep(step))
    this.loadRelations([...items])
  }

  loadItemsById(ids: readonly number[]): void {
    for (const item of readItemsById(this.#sql, ids)) this.#itemsById.set(item.id, item)
  }

  loadRelations(items: readonly number[]): void {
    for (const [item, relations] of readRelations(this.#sql, items)) this.#relations.set(item, relations)
  }

  item(ext: string): ItemRow | undefined {
    return this.#items.get(ext)
  }

  itemToLearn(ext: string): ItemRow {
    const held = this.#items.get(ext) ?? insertItem(this.#sql, ext)
    this.#items.set(ext, held)
    this.#changedItems.add(held)
    return held
  }

  /** One of `loadItemsById`, to be written to; null: there is no such item any more. */
  itemToChange(id: number): ItemRow | null {
    const held = this.#itemsById.get(id) ?? null
    if (held) this.#changedItems.add(held)
    return held
  }

  sessionToLearn(key: string, at: number): StoredSession {
    let held = this.#byKey.get(key)
    if (!held) {
      held = insertSession(this.#sql, key, at)
      this.sessionCount += 1
    }
    this.#byKey.set(key, held)
    this.#changedSessions.add(held)
    this.#sessions.set(held.id, held)
    return held
  }

  relations(item: number): HeldRelations | undefined {
    return this.#relations.get(item)
  }

  /** The same, to be written to. */
  relationsToLearn(item: number): HeldRelations {
    const held =
      this.#relations.get(item) ?? relationsOfRow({ post: null, nxt: null, co: null, orders: null })
    this.#relations.set(item, held)
    this.#changedRelations.add(item)
    return held
  }

  sessions(ids: readonly number[]): readonly PastSession[] {
    const missing = ids.filter((id) => !this.#sessions.has(id))
    if (missing.length > 0)
      for (const session of readSessions(this.#sql, missing)) this.#sessions.set(session.id, session)
    return ids.flatMap((id) => this.#sessions.get(id) ?? [])
  }

  counts(items: Iterable<number>): (item: number) => number {
    return this.#counts.of(items)
  }

  /** Another session has had an item, or one fewer. */
  recount(item: ItemRow, by: number): void {
    item.n = Math.max(0, item.n + by)
    this.#counts.set(item.id, item.n)
  }

  flush(): void {
    for (const item of this.#changedItems) writeItem(this.#sql, item)
    for (const id of this.#changedRelations) {
      const held = this.#relations.get(id)
      if (held) writeRelations(this.#sql, id, held)
    }
    for (const session of this.#changedSessions) writeSession(this.#sql, session)
  }
}
