import { candidateColumns, toCandidate, type CandidateRow, type StoredCandidate } from './stored-candidate.ts'

/**
 * Memory for candidates in one isolate. An isolate has 128 MB and may hold the objects of several shops, so the
 * sum over all of them is bounded, not each.
 */
const ISOLATE_BYTES = 40 * 1024 * 1024

/** Texts shared between a shop's candidates; above it they are forgotten and shared anew. */
const SHARED_TEXTS = 50_000

/** Caches in use, the one used longest ago first. */
const caches = new Set<CandidateCache>()

/**
 * Candidates read from a shop's database, kept until their row changes or memory is needed: reading one takes five
 * microseconds, and a search looks at a thousand. Two generations, of which the older goes when the younger is full.
 */
export class CandidateCache {
  readonly #sql: SqlStorage
  #young = new Map<number, StoredCandidate>()
  #old = new Map<number, StoredCandidate>()
  #youngBytes = 0
  #oldBytes = 0
  #texts = new Map<string, string>()
  /** The last change that is known of. */
  #seen = 0

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Grows with every change of a product that has been taken in. */
  get seen(): number {
    return this.#seen
  }

  /** Forgets what has changed. To be called at the beginning of a search. */
  refresh(): void {
    const { built } = this.#sql
      .exec<{ built: number }>('SELECT ifnull(max(built), 0) AS built FROM index_part')
      .one()
    // Changes up to there have been taken away, and some of them may never have been seen here.
    if (built > this.#seen) this.#clear()
    this.#seen = Math.max(this.#seen, built)
    const changes = this.#sql
      .exec<{ seq: number; row: number }>(
        'SELECT seq, row FROM product_change WHERE seq > ? ORDER BY seq',
        this.#seen,
      )
      .toArray()
    for (const { row } of changes) this.#forget(row)
    this.#seen = changes.at(-1)?.seq ?? this.#seen
    caches.delete(this)
    caches.add(this)
  }

  /** The candidates of some rows, in their order. Rows that are gone are left out. */
  read(rows: readonly number[]): StoredCandidate[] {
    const held = rows.map((row) => this.#young.get(row) ?? this.#take(row))
    const missing = rows.filter((_, index) => held[index] === undefined)
    if (missing.length === 0) return held.filter((candidate) => candidate !== undefined)
    const read = new Map<number, StoredCandidate>()
    const cursor = this.#sql.exec(
      `SELECT ${candidateColumns} FROM json_each(?) JOIN product p ON p.row = value`,
      JSON.stringify(missing),
    )
    for (const columns of cursor.raw<CandidateRow>()) {
      const candidate = toCandidate(columns, (text) => this.#share(text))
      read.set(candidate.row, candidate)
      this.#keep(candidate)
    }
    this.#makeRoom()
    return rows.flatMap((row, index) => held[index] ?? read.get(row) ?? [])
  }

  /** Brings a row over from the older generation. */
  #take(row: number): StoredCandidate | undefined {
    const candidate = this.#old.get(row)
    if (!candidate) return undefined
    this.#old.delete(row)
    this.#oldBytes -= candidate.bytes
    this.#keep(candidate)
    return candidate
  }

  #keep(candidate: StoredCandidate): void {
    this.#young.set(candidate.row, candidate)
    this.#youngBytes += candidate.bytes
  }

  #forget(row: number): void {
    this.#youngBytes -= this.#young.get(row)?.bytes ?? 0
    this.#oldBytes -= this.#old.get(row)?.bytes ?? 0
    this.#young.delete(row)
    this.#old.delete(row)
  }

  #clear(): void {
    this.#young = new Map()
    this.#old = new Map()
    this.#youngBytes = 0
    this.#oldBytes = 0
    this.#texts = new Map()
  }

  #share(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    if (this.#texts.size >= SHARED_TEXTS) this.#texts = new Map()
    this.#texts.set(text, text)
    return text
  }

  #makeRoom(): void {
    if (this.#youngBytes > ISOLATE_BYTES / 2) {
      this.#old = this.#young
      this.#oldBytes = this.#youngBytes
      this.#young = new Map()
      this.#youngBytes = 0
    }
    let held = 0
    for (const cache of caches) held += cache.#youngBytes + cache.#oldBytes
    for (const cache of caches) {
      if (held <= ISOLATE_BYTES || cache === this) break
      held -= cache.#youngBytes + cache.#oldBytes
      // A shop whose object has gone is never heard of again: its cache must not stay.
      cache.#clear()
      caches.delete(cache)
    }
  }
}
