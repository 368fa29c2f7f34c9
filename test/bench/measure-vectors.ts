import type { QueryVector } from '../../worker/ports/retriever.ts'
import { encodeRecords, quantise, slotsABlock } from '../../worker/search/vectors/quantise.ts'
import { VectorScan } from '../../worker/search/vectors/vector-scan.ts'
import { seededRandom } from './generate-catalogue.ts'
import type { Metric } from '../eval/metric.ts'

/** As many as the common multilingual models have. */
const DIMS = 1_024
const CALLS = 40
/** Vectors a search compares in full. */
const COMPARED = 600
/** Goods of a kind lie together: a shop's vectors are some hundred clouds, not one. */
const CLOUDS = 200

/** A shop's vectors: clouds around random centres, each vector a centre and as much noise. */
function clouds(count: number): { near(cloud: number): Float32Array; blocks: ArrayBuffer[] } {
  const random = seededRandom(11)
  const noise = () => random() + random() + random() - 1.5
  const centres = Array.from({ length: CLOUDS }, () => Float32Array.from({ length: DIMS }, noise))
  const near = (cloud: number) =>
    (centres[cloud % CLOUDS] ?? new Float32Array(DIMS)).map((number) => number + noise())
  const perBlock = slotsABlock(DIMS)
  const blocks: ArrayBuffer[] = []
  for (let from = 0; from < count; from += perBlock) {
    const some = Array.from({ length: Math.min(perBlock, count - from) }, (_, index) => near(from + index))
    blocks.push(encodeRecords(some, DIMS).buffer)
  }
  return { near, blocks }
}

function asQuery(vector: Float32Array): QueryVector {
  const { values, scale } = quantise(vector)
  return { model: 'bench', dims: DIMS, values: [...values], scale }
}

/**
 * The CPU time of one look through so many vectors of 1,024 dimensions, and of bringing them into memory first, in
 * this process: the same engine as the runtime's.
 */
export function measureVectors(): Metric[] {
  const sizes = [
    ['10k', 10_000],
    ['50k', 50_000],
  ] as const
  return sizes.flatMap(([name, count]) => {
    const { near, blocks } = clouds(count)
    const index = new VectorScan(DIMS, (block) => blocks[block] ?? new ArrayBuffer(0))
    const queries = Array.from({ length: CALLS }, (_, cloud) => asQuery(near(cloud)))
    const cpuOf = (work: () => void) => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    const load = cpuOf(() => index.nearest(asQuery(near(0)), count, COMPARED))
    const scan = cpuOf(() => queries.forEach((query) => index.nearest(query, count, COMPARED)))
    return [
      { name: `search.vectors.${name}.cpu_ms`, value: scan / CALLS, unit: 'ms' },
      { name: `search.vectors.${name}.load_cpu_ms`, value: load, unit: 'ms' },
    ]
  })
}
