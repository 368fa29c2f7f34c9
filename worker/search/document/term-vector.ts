/**
 * A product's terms as one sorted block of bytes: the ranker looks a query's terms up in it without reading
 * the product. Two 32-bit words a term: the term's hash and its packed counts. Pure.
 *
 * Hashes may collide: with 150 terms in a product and ten in a query about three times in ten million pairs,
 * which then costs one wrong count in one product.
 */

/** The text fields in the order of their columns and counts. Reviews (evidence) stand apart. */
export const textFields = ['title', 'brand', 'category', 'attributes', 'description'] as const
export const fieldCount = textFields.length

/** Bits of the packed word given to each text field's count. */
const fieldBits = [4, 3, 3, 4, 5] as const
/** Then eleven bits count reviews: no more than two thousand of a product are read. */
const evidenceShift = 19
const evidenceMax = 2 ** 11 - 1
/** The last two count the wishes a product answers. Vectors from before wishes have nothing there. */
const wishShift = 30
const wishMax = 3

/** Words before the terms: the lengths of the text fields, two in a word, and the number of reviews. */
export const headerWords = 4

/** FNV-1a over UTF-16 code units, then a murmur finaliser so that near terms lie far apart. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < term.length; index++) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export interface EncodedTerms {
  /** Terms of each text field, repeats kept. */
  readonly fields: readonly (readonly string[])[]
  /** Term to the number of the product's reviews that use it. */
  readonly evidence: ReadonlyMap<string, number>
  readonly reviews: number
  /** Term to the number of wishes the product answers that use it; they add to no field's length. Absent: none are known. */
  readonly wishes?: ReadonlyMap<string, number>
  /**
   * Tag terms (see `tagTerm`) with their value: 1 to `TAG_FULL` for a concept, 1 for a kind of goods, which then counts
   * like a word that stands once in the title. They add to no field's length.
   */
  readonly tags: ReadonlyMap<string, number>
}

/** A concept's value on a product that serves it beyond doubt. */
export const TAG_FULL = 100

export function encodeTermVector({
  fields,
  evidence,
  reviews,
  wishes = new Map(),
  tags,
}: EncodedTerms): ArrayBuffer {
  const packed = new Map<number, number>()
  let shift = 0
  fields.forEach((terms, field) => {
    const bits = fieldBits[field] ?? 0
    const unit = 2 ** shift
    const most = 2 ** bits - 1
    for (const term of terms) {
      const hash = termHash(term)
      const counts = packed.get(hash) ?? 0
      if (((counts >>> shift) & most) < most) packed.set(hash, counts + unit)
    }
    shift += bits
  })
  for (const [term, count] of evidence) {
    const hash = termHash(term)
    const held = packed.get(hash) ?? 0
    packed.set(hash, (held % 2 ** evidenceShift) + Math.min(count, evidenceMax) * 2 ** evidenceShift)
  }
  for (const [term, count] of wishes) {
    const hash = termHash(term)
    const held = packed.get(hash) ?? 0
    packed.set(hash, (held % 2 ** wishShift) + Math.min(count, wishMax) * 2 ** wishShift)
  }
  for (const [tag, value] of tags) packed.set(termHash(tag), value)
  const sorted = [...packed.keys()].sort((left, right) => left - right)
  const words = new Uint32Array(headerWords + sorted.length * 2)
  const length = (field: number) => Math.min(fields[field]?.length ?? 0, 0xffff)
  words[0] = length(0) + length(1) * 0x10000
  words[1] = length(2) + length(3) * 0x10000
  words[2] = length(4)
  words[3] = reviews
  sorted.forEach((hash, index) => {
    words[headerWords + index] = hash
    words[headerWords + sorted.length + index] = packed.get(hash) ?? 0
  })
  return words.buffer
}

/** Words of a filter that tells of most hashes that a product does not have them (Bloom 1970, with one function). */
const filterWords = 32

/** Read access to an encoded vector. */
export class TermVector {
  readonly #words: Uint32Array
  readonly #size: number
  /** Made when the first term is looked up: most of the terms that are asked for are not there. */
  #filter: Uint32Array | null = null

  constructor(bytes: ArrayBuffer) {
    this.#words = new Uint32Array(bytes)
    this.#size = (this.#words.length - headerWords) >>> 1
  }

  /** Number of terms in a text field, repeats counted. */
  fieldLength(field: number): number {
    const word = this.#words[field >>> 1] ?? 0
    return field % 2 === 0 ? word & 0xffff : word >>> 16
  }

  get reviews(): number {
    return this.#words[3] ?? 0
  }

  /** Packed counts of a term, 0 when the product does not have it. Read them with `fieldFrequency` and `evidenceOf`. */
  counts(hash: number): number {
    const filter = (this.#filter ??= this.#makeFilter())
    if ((((filter[(hash >>> 5) % filterWords] ?? 0) >>> (hash & 31)) & 1) === 0) return 0
    const words = this.#words
    let low = headerWords
    let high = headerWords + this.#size - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = words[middle] ?? 0
      if (found === hash) return words[middle + this.#size] ?? 0
      if (found < hash) low = middle + 1
      else high = middle - 1
    }
    return 0
  }

  #makeFilter(): Uint32Array {
    const filter = new Uint32Array(filterWords)
    for (const hash of this.hashes()) {
      const word = (hash >>> 5) % filterWords
      filter[word] = (filter[word] ?? 0) | (1 << (hash & 31))
    }
    return filter
  }

  /** Every hash of the product, ascending. */
  hashes(): Uint32Array {
    return this.#words.subarray(headerWords, headerWords + this.#size)
  }

  /** The packed counts of `hashes`, in their order. */
  packedCounts(): Uint32Array {
    return this.#words.subarray(headerWords + this.#size)
  }

  /** The vector as it is stored; the first `headerWords` are its lengths and reviews. */
  get words(): Uint32Array {
    return this.#words
  }
}

const fieldShifts = fieldBits.map((_, field) =>
  fieldBits.slice(0, field).reduce((sum: number, bits) => sum + bits, 0),
)

const fieldMasks = fieldBits.map((bits) => 2 ** bits - 1)

/** The bits of packed counts that some text fields have: not 0 in `counts & mask` means the term stands in one of them. */
export const fieldMask = (fields: readonly number[]): number =>
  fields.reduce((mask, field) => mask | ((fieldMasks[field] ?? 0) << (fieldShifts[field] ?? 0)), 0)

export function fieldFrequency(counts: number, field: number): number {
  return (counts >>> (fieldShifts[field] ?? 0)) & (fieldMasks[field] ?? 0)
}

/** How many of the product's reviews use the term. */
export function evidenceOf(counts: number): number {
  return (counts >>> evidenceShift) & evidenceMax
}

/** How many of the wishes the product answers use the term. */
export function wishesOf(counts: number): number {
  return counts >>> wishShift
}
