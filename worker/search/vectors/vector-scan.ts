import type { QueryVector } from '../../ports/retriever.ts'
import { decodeRecords, slotsABlock } from './quantise.ts'
import { nearestPlaces, signDistances, wordsOf, writeSignBits } from './sign-bits.ts'

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

/** Vectors of one model in memory, found by comparing them all. Blocks are read when they are first needed. */
export class VectorScan {
  readonly dims: number
  readonly #read: (block: number) => ArrayBuffer
  readonly #blocks = new Map<number, Block>()
  #centre: Int32Array

  constructor(dims: number, read: (block: number) => ArrayBuffer) {
    this.dims = dims
    this.#read = read
    this.#centre = new Int32Array(dims)
  }

  /** These blocks have changed: they are read again when they are needed. */
  forget(blocks: Iterable<number>): void {
    for (const block of blocks) this.#blocks.delete(block)
  }

  /**
   * The nearest of the first `count` slots, best first. Among many a coarse look chooses which are compared in full:
   * at least `most`, of which the first hundred are those of a full comparison but for one in a hundred.
   */
  nearest({ values, scale }: QueryVector, count: number, most: number): Near[] {
    const perBlock = slotsABlock(this.dims)
    const blocks = Array.from({ length: Math.ceil(count / perBlock) }, (_, block) => this.#block(block))
    const slots =
      count <= COMPARED_IN_FULL
        ? Array.from({ length: count }, (_, slot) => slot)
        : this.#nearInBits(blocks, Int8Array.from(values), most)
    const query = Int32Array.from(values)
    return slots
      .map((slot) => ({
        slot,
        cosine: product(blocks[Math.floor(slot / perBlock)], slot % perBlock, query) * scale,
      }))
      .sort((left, right) => right.cosine - left.cosine || left.slot - right.slot)
  }

  #block(number: number): Block {
    const held = this.#blocks.get(number)
    if (held) return held
    const { count, scales, values } = decodeRecords(this.#read(number), this.dims)
    if (this.#blocks.size === 0) this.#centre = meanOf(values, Math.min(count, SAMPLED), this.dims)
    const words = wordsOf(this.dims)
    const bits = new Int32Array(count * words)
    for (let record = 0; record < count; record++) {
      writeSignBits(values, record * this.dims, this.#centre, bits, record * words)
    }
    const block = { count, scales, values, bits }
    this.#blocks.set(number, block)
    return block
  }

  #nearInBits(blocks: readonly Block[], query: Int8Array, most: number): number[] {
    const bits = new Int32Array(wordsOf(this.dims))
    writeSignBits(query, 0, this.#centre, bits, 0)
    const total = blocks.reduce((sum, { count }) => sum + count, 0)
    const distances = new Uint16Array(total)
    let at = 0
    // Every block but the last is full, so that places are slots.
    for (const block of blocks) {
      signDistances(bits, block.bits, block.count, distances, at)
      at += block.count
    }
    return nearestPlaces(distances, total, most)
  }
}

/** The mean of each dimension, rounded down: a whole number is above the one when it is above the other. */
function meanOf(values: Int8Array, count: number, dims: number): Int32Array {
  const sums = new Int32Array(dims)
  for (let record = 0, at = 0; record < count; record++) {
    for (let dim = 0; dim < dims; dim++, at++) sums[dim] = (sums[dim] ?? 0) + (values[at] ?? 0)
  }
  return sums.map((sum) => Math.floor(sum / Math.max(count, 1)))
}

/** The scalar product of a stored vector with the query's bytes. */
function product(block: Block | undefined, record: number, query: Int32Array): number {
  if (!block || record >= block.count) return 0
  const { values, scales } = block
  let sum = 0
  const from = record * query.length
  for (let dim = 0; dim < query.length; dim++) sum += (values[from + dim] ?? 0) * (query[dim] ?? 0)
  return sum * (scales[record] ?? 0)
}
