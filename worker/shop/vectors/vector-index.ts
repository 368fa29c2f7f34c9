import type { QueryVector } from '../../ports/retriever.ts'
import { recordBytes } from '../../search/vectors/quantise.ts'
import { VectorScan, type Near } from '../../search/vectors/vector-scan.ts'
import { readBlock } from './vector-blocks.ts'
import { readVectorState, type VectorState } from './vector-state.ts'

/** More vectors than this are not compared here, for the time it takes. */
export const VECTORS_MOST = 50_000

/** Nor more bytes than so many vectors of 1,024 dimensions have: others would not fit into the object's memory. */
const BYTES_MOST = VECTORS_MOST * recordBytes(1_024)

/** False: a search server has to compare them. */
export const isComparedHere = ({ next_slot, dims }: Pick<VectorState, 'next_slot' | 'dims'>): boolean =>
  next_slot <= VECTORS_MOST && next_slot * recordBytes(dims ?? 0) <= BYTES_MOST

/** Why vectors took no part: there are none of this model, or too many for this object. */
export type NoVectors = 'none' | 'too_many'

/** A shop's vectors in memory: read from its blocks at the first search that has a vector, block by block after changes. */
export class VectorIndex {
  readonly #sql: SqlStorage
  #model = ''
  #scan: VectorScan | null = null

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** These blocks have changed. */
  forget(blocks: Iterable<number>): void {
    this.#scan?.forget(blocks)
  }

  /** The nearest vectors, best first; see `VectorScan.nearest`. */
  nearest(query: QueryVector, most: number): Near[] | NoVectors {
    const state = readVectorState(this.#sql)
    if (state?.model !== query.model || state.dims !== query.dims || state.next_slot === 0) return 'none'
    if (!isComparedHere(state)) return 'too_many'
    return this.#scanOf(state.model, state.dims).nearest(query, state.next_slot, most)
  }

  #scanOf(model: string, dims: number): VectorScan {
    if (this.#scan && this.#model === model && this.#scan.dims === dims) return this.#scan
    this.#model = model
    this.#scan = new VectorScan(dims, (block) => readBlock(this.#sql, block) ?? new ArrayBuffer(0))
    return this.#scan
  }
}
