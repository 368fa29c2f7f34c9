import type { TermVector } from './term-vector.ts'

/**
 * The terms of a part of a catalogue, each with the products that have it: what the ranker reads instead of the
 * products. A part is cut into buckets by hash, so that a term is found by reading one of them. Pure.
 *
 * A bucket, in 32-bit words: number of terms; their hashes, ascending; where each one's postings end; the packed
 * counts of all postings; then their places in the part, 16 bits each.
 */

/** Products of one part: places fit 16 bits, and a part is built in a tenth of a second. */
export const PART_ROWS = 2048

const bucketBits = 7
export const BUCKETS = 2 ** bucketBits

export const bucketOf = (hash: number): number => hash >>> (32 - bucketBits)

/** Postings of one term in one part. */
export interface Postings {
  /** Ascending. */
  readonly places: Uint16Array
  /** See `TermVector.counts`. */
  readonly counts: Uint32Array
}

function encodeBucket(
  terms: readonly { readonly hash: number; readonly end: number }[],
  places: Uint16Array,
  counts: Uint32Array,
): ArrayBuffer {
  const head = 1 + 2 * terms.length
  const bytes = new ArrayBuffer(4 * (head + counts.length) + 2 * places.length)
  const words = new Uint32Array(bytes, 0, head + counts.length)
  words[0] = terms.length
  terms.forEach(({ hash, end }, index) => {
    words[1 + index] = hash
    words[1 + terms.length + index] = end
  })
  words.set(counts, head)
  new Uint16Array(bytes, 4 * words.length).set(places)
  return bytes
}

/** The buckets of the products at some places (below `PART_ROWS`); buckets without a term are left out. */
export function encodePostings(products: ReadonlyMap<number, TermVector>): Map<number, ArrayBuffer> {
  let size = 0
  for (const vector of products.values()) size += vector.hashes().length
  // Hash and place in one number sort by hash, then by place: a double holds both.
  const keys = new Float64Array(size)
  let at = 0
  for (const [place, vector] of products)
    for (const hash of vector.hashes()) keys[at++] = hash * PART_ROWS + place
  keys.sort()
  // A product's hashes are ascending, so its next posting here is its next count there.
  const counts = new Map([...products].map(([place, vector]) => [place, vector.packedCounts()]))
  const next = new Uint32Array(PART_ROWS)
  const allPlaces = new Uint16Array(size)
  const allCounts = new Uint32Array(size)
  const buckets = new Map<number, ArrayBuffer>()
  let terms: { hash: number; end: number }[] = []
  let begin = 0
  for (let index = 0; index < size; index++) {
    const key = keys[index] ?? 0
    const hash = Math.floor(key / PART_ROWS)
    const place = key - hash * PART_ROWS
    const turn = next[place] ?? 0
    next[place] = turn + 1
    allPlaces[index] = place
    allCounts[index] = counts.get(place)?.[turn] ?? 0
    const following = index + 1 < size ? Math.floor((keys[index + 1] ?? 0) / PART_ROWS) : -1
    if (following === hash) continue
    terms.push({ hash, end: index + 1 - begin })
    if (following >= 0 && bucketOf(following) === bucketOf(hash)) continue
    const end = index + 1
    buckets.set(
      bucketOf(hash),
      encodeBucket(terms, allPlaces.subarray(begin, end), allCounts.subarray(begin, end)),
    )
    terms = []
    begin = end
  }
  return buckets
}

/** A term's postings in its bucket; null when no product of the part has it. */
export function readPostings(bucket: ArrayBuffer, hash: number): Postings | null {
  const terms = new Uint32Array(bucket, 0, 1)[0] ?? 0
  const head = new Uint32Array(bucket, 4, 2 * terms)
  let low = 0
  let high = terms - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = head[middle] ?? 0
    if (found === hash) {
      const first = middle === 0 ? 0 : (head[terms + middle - 1] ?? 0)
      const length = (head[terms + middle] ?? 0) - first
      const all = head[2 * terms - 1] ?? 0
      const countsAt = 4 * (1 + 2 * terms)
      return {
        counts: new Uint32Array(bucket, countsAt + 4 * first, length),
        places: new Uint16Array(bucket, countsAt + 4 * all + 2 * first, length),
      }
    }
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return null
}
