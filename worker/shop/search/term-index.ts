import { PartColumns, type ColumnRule } from '../../search/document/part-columns.ts'
import { PART_ROWS, bucketOf, readPostings } from '../../search/document/postings.ts'
import { fieldMask, textFields } from '../../search/document/term-vector.ts'
import type { BestRows } from '../../search/rank/best-rows.ts'
import { isOwn, massOf, namingFields, totalOf, type SearchTerm, type Worth } from '../../search/rank/score.ts'
import { partOf, partOfKey, postingsKey } from '../tables/index-parts.ts'

/** With more rows changed than this, reading them all would cost more than searching without this index. */
const CHANGED_MOST = 4 * PART_ROWS

interface Part {
  readonly built: number
  readonly columns: PartColumns
}

export interface Matches {
  /** Products that have a term and pass the rule. */
  readonly matched: number
  /** By the hash of each term: at most so many products of any catalogue here have it in their category. */
  readonly inCategory: ReadonlyMap<number, number>
}

const categoryField = fieldMask([textFields.indexOf('category')])

/** Sums of one part, used again for the next. */
class Sums {
  readonly sum = new Float64Array(PART_ROWS)
  readonly covered = new Float64Array(PART_ROWS)
  readonly named = new Float64Array(PART_ROWS)
  readonly #touched = new Uint16Array(PART_ROWS)
  readonly #isTouched = new Uint8Array(PART_ROWS)
  #count = 0

  touch(place: number): void {
    if (this.#isTouched[place] === 1) return
    this.#isTouched[place] = 1
    this.#touched[this.#count++] = place
  }

  /** The places that were touched, in the order of the terms. */
  get touched(): Uint16Array {
    return this.#touched.subarray(0, this.#count)
  }

  clear(): void {
    for (const place of this.touched) {
      this.sum[place] = 0
      this.covered[place] = 0
      this.named[place] = 0
      this.#isTouched[place] = 0
    }
    this.#count = 0
  }
}

/**
 * A catalogue's index by terms as a search sees it: the parts on disk, and the rows that have changed since they were
 * built. Ranks every product that has a term, exactly as the ranker will.
 */
export class TermIndex {
  readonly #sql: SqlStorage
  #catalogue = 0
  #parts = new Map<number, Part>()
  /** Row to the catalogue it is in now; null when it is gone. */
  #changed = new Map<number, number | null>()
  #changedPlaces = new Map<number, Set<number>>()
  #seen = 0

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Takes in what has changed. To be called at the beginning of a search. */
  refresh(catalogue: number): void {
    if (catalogue !== this.#catalogue) this.#parts = new Map()
    this.#catalogue = catalogue
    const listed = this.#sql
      .exec<{ part: number; built: number }>(
        'SELECT part, built FROM index_part WHERE first_catalogue <= ? AND last_catalogue >= ?',
        catalogue,
        catalogue,
      )
      .toArray()
    const isSame =
      listed.length === this.#parts.size &&
      listed.every(({ part, built }) => this.#parts.get(part)?.built === built)
    if (!isSame) {
      this.#parts = new Map(
        listed.map(({ part, built }) => {
          const held = this.#parts.get(part)
          return [part, held?.built === built ? held : this.#readPart(part)]
        }),
      )
    }
    this.#readChanges(isSame ? this.#seen : 0)
  }

  #readPart(part: number): Part {
    const { built, markets, columns } = this.#sql
      .exec<{ built: number; markets: string; columns: ArrayBuffer }>(
        'SELECT built, markets, columns FROM index_part WHERE part = ?',
        part,
      )
      .one()
    return { built, columns: new PartColumns(columns, JSON.parse(markets) as string[]) }
  }

  /** A part that was built anew has taken its changes in: then all that are left are read again. */
  #readChanges(after: number): void {
    if (after === 0) {
      this.#changed = new Map()
      this.#changedPlaces = new Map()
      this.#seen = 0
    }
    if (!this.isUsable) return
    const changes = this.#sql
      .exec<{ seq: number; row: number; catalogue: number | null }>(
        `SELECT c.seq, c.row, p.catalogue FROM product_change c LEFT JOIN product p ON p.row = c.row
         WHERE c.seq > ? ORDER BY c.seq LIMIT ?`,
        after,
        CHANGED_MOST + 1,
      )
      .toArray()
    for (const { seq, row, catalogue } of changes) {
      this.#seen = seq
      this.#changed.set(row, catalogue)
      const part = partOf(row)
      const places = this.#changedPlaces.get(part) ?? new Set()
      this.#changedPlaces.set(part, places.add(row % PART_ROWS))
    }
  }

  /** Rows to be looked at one by one: they are not in their part as they are now. */
  get changedRows(): number[] {
    return [...this.#changed].flatMap(([row, catalogue]) => (catalogue === this.#catalogue ? [row] : []))
  }

  /** True when what is not built yet is little enough to be looked at row by row. */
  get isUsable(): boolean {
    return this.#changed.size <= CHANGED_MOST
  }

  /** How many rows wait for their part to be built anew. */
  get changes(): number {
    return this.#changed.size
  }

  /**
   * Offers every product that has any of the terms and passes the rule, `changedRows` left aside, and counts them.
   */
  find(terms: readonly SearchTerm[], worth: Worth, rule: ColumnRule, best: BestRows): Matches {
    const mass = massOf(terms)
    const found = terms.map((term) => ({ term, buckets: this.#buckets(term.hash) }))
    const sums = new Sums()
    let matched = 0
    const inCategory = new Map<number, number>()
    for (const [part, { columns }] of this.#parts) {
      for (const { term, buckets } of found) {
        const bytes = buckets.get(part)
        if (!bytes) continue
        const having = addPostings(sums, term, bytes, worth, columns.words)
        inCategory.set(term.hash, (inCategory.get(term.hash) ?? 0) + having)
      }
      const allows = columns.allows(rule)
      const changed = this.#changedPlaces.get(part)
      for (const place of sums.touched) {
        if (!allows(place) || changed?.has(place)) continue
        matched += 1
        const sum = sums.sum[place] ?? 0
        const covered = sums.covered[place] ?? 0
        const total = totalOf(sum, covered, mass)
        if (!best.wants(total)) continue
        best.offer({ row: part * PART_ROWS + place, total, sum, covered, named: sums.named[place] ?? 0 })
      }
      sums.clear()
    }
    return { matched, inCategory }
  }

  /** The buckets of a hash by part, of the parts in use. */
  #buckets(hash: number): Map<number, ArrayBuffer> {
    if (this.#parts.size === 0) return new Map()
    const bucket = bucketOf(hash)
    const parts = [...this.#parts.keys()]
    const cursor = this.#sql.exec(
      'SELECT key, bytes FROM index_postings WHERE key BETWEEN ? AND ?',
      postingsKey(bucket, Math.min(...parts)),
      postingsKey(bucket, Math.max(...parts)),
    )
    return new Map(Array.from(cursor.raw<[number, ArrayBuffer]>(), ([key, bytes]) => [partOfKey(key), bytes]))
  }
}

/** Adds what a term is worth in the products of a part. Returns how many have it in their category. */
function addPostings(
  sums: Sums,
  term: SearchTerm,
  bucket: ArrayBuffer,
  worth: Worth,
  words: Uint32Array,
): number {
  const postings = readPostings(bucket, term.hash)
  if (!postings) return 0
  const { places, counts } = postings
  const mass = term.idf * term.weight
  const own = isOwn(term)
  let inCategory = 0
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0
    const count = counts[index] ?? 0
    sums.touch(place)
    if ((count & categoryField) !== 0) inCategory += 1
    sums.sum[place] = (sums.sum[place] ?? 0) + mass * worth.of(count, words, PartColumns.headerAt(place))
    if (!own) continue
    sums.covered[place] = (sums.covered[place] ?? 0) + mass
    if ((count & namingFields) !== 0) sums.named[place] = (sums.named[place] ?? 0) + mass
  }
  return inCategory
}
