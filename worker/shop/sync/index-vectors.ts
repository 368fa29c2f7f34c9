import type { IndexEmbedder } from '../../ports/search-index.ts'
import { embedderName } from '../../search/outside/embedder-name.ts'
import { decodeRecords, recordBytes, slotsABlock } from '../../search/vectors/quantise.ts'
import { liveCatalogue } from '../tables/catalogues.ts'
import { askForSync, noteChange } from '../tables/outbox.ts'
import { isComparedHere } from '../vectors/vector-index.ts'
import { isEmbedding } from '../vectors/vector-job.ts'
import { readVectorState } from '../vectors/vector-state.ts'
import type { IndexState } from './index-state.ts'
import { readStates } from './stored-states.ts'

/** Digits behind the point: more than a byte's worth of a number, fewer than JSON would write. */
const PRECISION = 1e5

/** The shop's vectors as a search server has to know them; null while the shop compares them itself. */
export function outsideEmbedder(sql: SqlStorage): IndexEmbedder | null {
  const state = readVectorState(sql)
  if (!state || state.dims === null || isComparedHere(state)) return null
  return { name: embedderName({ model: state.model, dims: state.dims }), dims: state.dims }
}

const holds = (state: IndexState, name: string) =>
  (state.build ?? state.live)?.embedders.includes(name) === true

/**
 * The embedders an index must have: the shop's once all its products have vectors, so that one build brings them all.
 * A build under way is not given up for them; the next one brings them.
 */
export function wantedEmbedders(sql: SqlStorage, state: IndexState): readonly string[] {
  const embedder = outsideEmbedder(sql)
  if (!embedder) return []
  const isTime = state.build === null && !isEmbedding(sql)
  return holds(state, embedder.name) || isTime ? [embedder.name] : []
}

/** Notes that products have new vectors, where an index holds vectors of their model; a build reads them anyway. */
export function noteVectors(
  sql: SqlStorage,
  products: readonly { readonly market: string; readonly id: string }[],
): void {
  const embedder = outsideEmbedder(sql)
  const catalogue = liveCatalogue(sql)
  if (!embedder || !catalogue || !readStates(sql).some((state) => holds(state, embedder.name))) return
  for (const { market, id } of products) noteChange(sql, catalogue.id, market, id)
}

/** All products have vectors: an index may be due that has them too. */
export function noteAllEmbedded(sql: SqlStorage): void {
  if (outsideEmbedder(sql)) askForSync(sql)
}

/** Reads the vectors of single products for documents of an index with these embedders. */
export class IndexVectors {
  readonly #sql: SqlStorage
  readonly #embedders: readonly string[]
  readonly #current: IndexEmbedder | null

  constructor(sql: SqlStorage, embedders: readonly string[]) {
    this.#sql = sql
    this.#embedders = embedders
    this.#current = outsideEmbedder(sql)
  }

  /** Numbers in one document. */
  get numbers(): number {
    const { name, dims } = this.#current ?? { name: '', dims: 0 }
    return this.#embedders.includes(name) ? dims : 0
  }

  /**
   * What a document says of vectors: each embedder of its index, null where the product has none of that model. A
   * server refuses a document that leaves one out.
   */
  of(market: string, id: string): { _vectors?: Record<string, readonly number[] | null> } {
    if (this.#embedders.length === 0) return {}
    return {
      _vectors: Object.fromEntries(
        this.#embedders.map((name) => [name, name === this.#current?.name ? this.#read(market, id) : null]),
      ),
    }
  }

  #read(market: string, id: string): readonly number[] | null {
    const dims = this.#current?.dims ?? 0
    // One record out of its block, in SQLite: a page of products may lie in as many blocks of a megabyte.
    const [row] = this.#sql
      .exec<{ record: ArrayBuffer }>(
        `SELECT substr(b.data, (v.slot % w.slots) * w.bytes + 1, w.bytes) AS record
         FROM (SELECT CAST(? AS INTEGER) AS slots, CAST(? AS INTEGER) AS bytes) w
         CROSS JOIN product_vector v ON v.market = ? AND v.id = ?
         CROSS JOIN vector_block b ON b.block = v.slot / w.slots`,
        slotsABlock(dims),
        recordBytes(dims),
        market,
        id,
      )
      .toArray()
    if (!row) return null
    const { scales, values } = decodeRecords(row.record, dims)
    const scale = scales[0] ?? 0
    return Array.from(values, (value) => Math.round(value * scale * PRECISION) / PRECISION)
  }
}
