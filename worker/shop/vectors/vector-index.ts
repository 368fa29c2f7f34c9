import type { QueryVector } from '../../ports/retriever.ts'
import { decodeRecords } from '../../search/vectors/quantise.ts'
import { nearestPlaces, signDistances, wordsOf, writeSignBits } from '../../search/vectors/sign-bits.ts'
import { readBlock, slotsABlock } from './vector-blocks.ts'
import { readVectorState } from './vector-state.ts'

/** More vectors than this are not compared here: 1,024 bytes each, they would not fit into the object's memory. */
export const VECTORS_MOST = 50_000

/** Up to so many are all compared in full, in a few milliseconds. */
const COMPARED_IN_FULL = 2_000

/** Vectors that tell the mean of each dimension. */
const SAMPLED = 2_000

interface Block {
  readonly count: number
  readonly scales: Float32Array
  readonly values: Int8Array
  readonly bits: Int32Array
}

export interface Near {
  readonly slot: number
  readonly cosine: number
}

/** Why vectors took no part: there are none of this model, or too many for this object. */
export type NoVectors = 'none' | 'too_many'

/** A shop's vectors in memory: read from its blocks at the first search that has a vector, block by block after changes. */
export class VectorIndex {
  readonly #sql: SqlStorage
  readonly #blocks = new Map<number, Block>()
  #space = ''
  #centre = new Float32Array(0)

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** These blocks have changed: they are read again when they are needed. */
  forget(blocks: Iterable<number>): void {
    for (const block of blocks) this.#blocks.delete(block)
  }

  /** The nearest vectors, best first: at least `most` of them where there are that many, chosen by a coarse look among many. */
  nearest(query: QueryVector, most: number): Near[] | NoVectors {
    const state = readVectorState(this.#sql)
    if (state?.model !== query.model || state.dims !== query.dims || state.next_slot === 0) return 'none'
    if (state.next_slot > VECTORS_MOST) return 'too_many'
    this.#use(`${state.model} ${state.dims}`, state.dims)
    const perBlock = slotsABlock(state.dims)
    const blocks = Array.from({ length: Math.ceil(state.next_slot / perBlock) }, (_, block) =>
      this.#block(block, query.dims),
    )
    const slots =
      state.next_slot <= COMPARED_IN_FULL
        ? Array.from({ length: state.next_slot }, (_, slot) => slot)
        : this.#nearInBits(blocks, query, perBlock, most)
    const values = Int32Array.from(query.values)
    return slots
      .map((slot) => ({ slot, cosine: cosine(blocks[Math.floor(slot / perBlock)], slot % perBlock, values) }))
      .map(({ slot, cosine: product }) => ({ slot, cosine: product * query.scale }))
      .sort((left, right) => right.cosine - left.cosine || left.slot - right.slot)
  }

  /** Another model's vectors are another shop's as far as memory goes. */
  #use(space: string, dims: number): void {
    if (space === this.#space) return
    this.#space = space
    this.#blocks.clear()
    this.#centre = new Float32Array(dims)
  }

  #block(number: number, dims: number): Block {
    const held = this.#blocks.get(number)
    if (held) return held
    const { count, scales, values } = decodeRecords(readBlock(this.#sql, number) ?? new ArrayBuffer(0), dims)
    if (this.#blocks.size === 0) this.#centre = meanOf(values, Math.min(count, SAMPLED), dims)
    const words = wordsOf(dims)
    const bits = new Int32Array(count * words)
    for (let record = 0; record < count; record++) {
      writeSignBits(values, record * dims, this.#centre, bits, record * words)
    }
    const block = { count, scales, values, bits }
    this.#blocks.set(number, block)
    return block
  }

  #nearInBits(blocks: readonly Block[], query: QueryVector, perBlock: number, most: number): number[] {
    const bits = new Int32Array(wordsOf(query.dims))
    writeSignBits(Int8Array.from(query.values), 0, this.#centre, bits, 0)
    const total = blocks.reduce((sum, { count }) => sum + count, 0)
    const distances = new Uint16Array(total)
    let at = 0
    for (const { bits: of, count } of blocks) {
      signDistances(bits, of, count, distances, at)
      at += count
    }
    // Every block but the last is full, so that places are slots.
    return nearestPlaces(distances, Math.min(total, blocks.length * perBlock), most)
  }
}

/** The mean of each dimension, on the scale of the values. */
function meanOf(values: Int8Array, count: number, dims: number): Float32Array<ArrayBuffer> {
  const mean = new Float32Array(dims)
  for (let at = 0; at < count * dims; at++) mean[at % dims] = (mean[at % dims] ?? 0) + (values[at] ?? 0)
  return mean.map((sum) => sum / Math.max(count, 1))
}

function cosine(block: Block | undefined, record: number, query: Int32Array): number {
  if (!block || record >= block.count) return 0
  const { values, scales } = block
  let product = 0
  const from = record * query.length
  for (let dim = 0; dim < query.length; dim++) product += (values[from + dim] ?? 0) * (query[dim] ?? 0)
  return product * (scales[record] ?? 0)
}
