import { expect, test } from 'vitest'
import type { QueryVector } from '../../../../worker/ports/retriever.ts'
import { encodeRecords, quantise, slotsABlock } from '../../../../worker/search/vectors/quantise.ts'
import { VectorScan } from '../../../../worker/search/vectors/vector-scan.ts'
import { seededRandom } from '../../../bench/generate-catalogue.ts'

const DIMS = 256

/** Vectors in clouds, all shifted one way, as models' vectors are: without a centre taken off their signs would say little. */
function clouds(count: number, seed = 3): Float32Array[] {
  const random = seededRandom(seed)
  const noise = () => random() + random() + random() - 1.5
  const shift = Float32Array.from({ length: DIMS }, () => 2 * noise())
  const centres = Array.from({ length: 40 }, () => Float32Array.from({ length: DIMS }, noise))
  return Array.from({ length: count }, (_, index) =>
    Float32Array.from(
      { length: DIMS },
      (_unused, dim) => (centres[index % 40]?.[dim] ?? 0) + (shift[dim] ?? 0) + noise(),
    ),
  )
}

function world(vectors: readonly Float32Array[]) {
  const perBlock = slotsABlock(DIMS)
  const reads: number[] = []
  const blockOf = (block: number) =>
    encodeRecords(vectors.slice(block * perBlock, (block + 1) * perBlock), DIMS).buffer
  const scan = new VectorScan(DIMS, (block) => {
    reads.push(block)
    return blockOf(block)
  })
  return { scan, reads }
}

function asQuery(vector: Float32Array): QueryVector {
  const { values, scale } = quantise(vector)
  return { model: 'm', dims: DIMS, values: [...values], scale }
}

function cosine(left: Float32Array, right: Float32Array): number {
  const dot = (one: Float32Array, other: Float32Array) =>
    one.reduce((sum, number, dim) => sum + number * (other[dim] ?? 0), 0)
  return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right))
}

const exact = (vectors: readonly Float32Array[], query: Float32Array) =>
  vectors
    .map((vector, slot) => ({ slot, cosine: cosine(vector, query) }))
    .sort((left, right) => right.cosine - left.cosine)

test('few vectors are all compared: every one is listed, with its cosine', () => {
  const vectors = clouds(300)
  const query = clouds(1, 5)[0] ?? new Float32Array(DIMS)
  const found = world(vectors).scan.nearest(asQuery(query), 300, 10)
  expect(found).toHaveLength(300)
  for (const { slot, cosine: near } of found) {
    expect(near).toBeCloseTo(cosine(vectors[slot] ?? query, query), 1)
  }
  expect(found.map(({ cosine: near }) => near)).toEqual(
    found.map(({ cosine: near }) => near).toSorted((left, right) => right - left),
  )
})

test('among many the coarse look misses next to none of the nearest hundred', () => {
  const vectors = clouds(9_000)
  const { scan, reads } = world(vectors)
  const queries = vectors
    .slice(0, 20)
    .map((vector, index) => vector.map((number) => number + (index % 3) / 9))
  const shares = queries.map((query) => {
    const found = new Set(
      scan
        .nearest(asQuery(query), vectors.length, 600)
        .slice(0, 100)
        .map(({ slot }) => slot),
    )
    return exact(vectors, query)
      .slice(0, 100)
      .filter(({ slot }) => found.has(slot)).length
  })
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(95)
  expect(reads).toEqual([0, 1, 2])
})

test('a block that changed is read again, the others are not', () => {
  const vectors = clouds(9_000)
  const { scan, reads } = world(vectors)
  const query = asQuery(vectors[5_000] ?? new Float32Array(DIMS))
  expect(scan.nearest(query, vectors.length, 100)[0]?.slot).toBe(5_000)
  vectors[8_999] = vectors[5_000] ?? new Float32Array(DIMS)
  vectors[5_000] = clouds(1, 9)[0] ?? new Float32Array(DIMS)
  scan.forget([1, 2])
  expect(scan.nearest(query, vectors.length, 100)[0]?.slot).toBe(8_999)
  expect(reads).toEqual([0, 1, 2, 1, 2])
})
