import type { Sum } from './score.ts'

/** A row of the shop with what a query comes to in it. */
export interface ScoredRow extends Sum {
  readonly row: number
  readonly total: number
}

/** Rows are collected until there are so many times the wanted number, then all but the best are let go. */
const ROOM = 3

/** Keeps the best rows of any number that are offered. Among equals the first offered stays. */
export class BestRows {
  readonly #most: number
  #rows: ScoredRow[] = []
  /** A row must be better than this. */
  #floor = 0

  constructor(most: number) {
    this.#most = most
  }

  /** False when so low a total is not worth offering. */
  wants(total: number): boolean {
    return total > this.#floor
  }

  offer(row: ScoredRow): void {
    if (!this.wants(row.total)) return
    this.#rows.push(row)
    if (this.#rows.length >= this.#most * ROOM) this.#cut()
  }

  /** The best, best first. */
  take(): readonly ScoredRow[] {
    return this.#rows.toSorted((left, right) => right.total - left.total).slice(0, this.#most)
  }

  #cut(): void {
    const totals = Float64Array.from(this.#rows, ({ total }) => total).sort()
    const floor = totals[totals.length - this.#most] ?? 0
    let equals = this.#most - this.#rows.filter(({ total }) => total > floor).length
    this.#rows = this.#rows.filter(({ total }) => total > floor || (total === floor && equals-- > 0))
    this.#floor = floor
  }
}
