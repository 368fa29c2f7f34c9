/**
 * A coarse look at many vectors: of each number only whether it lies above the mean of that dimension. Two vectors
 * that agree in many of these bits have a high cosine (Charikar, STOC 2002), and counting them costs a tenth of
 * multiplying bytes. Used to choose which vectors are compared in full. Pure.
 */

const BITS = 32

export const wordsOf = (dims: number): number => Math.ceil(dims / BITS)

/** Writes one vector's bits: which of its numbers lie above the centre. */
export function writeSignBits(
  values: Int8Array,
  from: number,
  centre: Int32Array,
  bits: Int32Array,
  at: number,
): void {
  for (let word = 0; word < wordsOf(centre.length); word++) {
    let packed = 0
    const first = word * BITS
    const last = Math.min(first + BITS, centre.length)
    for (let dim = first; dim < last; dim++) {
      // The sign of a small difference, without a branch: half of them would be guessed wrong.
      packed |= (((centre[dim] ?? 0) - (values[from + dim] ?? 0)) >>> 31) << (dim - first)
    }
    bits[at + word] = packed
  }
}

/** Ones in a 32-bit word. */
function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many bits differ between the query's and each of `count` vectors' into `distances` from `at` on. */
export function signDistances(
  query: Int32Array,
  bits: Int32Array,
  count: number,
  distances: Uint16Array,
  at: number,
): void {
  const words = query.length
  let word = 0
  for (let vector = 0; vector < count; vector++) {
    let differing = 0
    for (let index = 0; index < words; index++, word++) {
      differing += countOnes((bits[word] ?? 0) ^ (query[index] ?? 0))
    }
    distances[at + vector] = differing
  }
}

/**
 * The places of the smallest distances: at least `most` of them where there are that many, and with them all that are
 * as near as the last. A counting sort, for distances are small whole numbers.
 */
export function nearestPlaces(distances: Uint16Array, count: number, most: number): number[] {
  const counts: number[] = []
  for (let place = 0; place < count; place++) {
    const distance = distances[place] ?? 0
    counts[distance] = (counts[distance] ?? 0) + 1
  }
  let reached = 0
  let within = 0
  for (; within < counts.length && reached < most; within++) reached += counts[within] ?? 0
  const places: number[] = []
  for (let place = 0; place < count; place++) if ((distances[place] ?? 0) < within) places.push(place)
  return places
}
