import { err, ok, type Result } from '../../result.ts'

interface Malformed {
  readonly kind: 'malformed'
  readonly detail: string
}

const malformed = (detail: string) => err<Malformed>({ kind: 'malformed', detail })

/** Nothing has more dimensions than this; a longer list is no vector. */
const DIMS_MOST = 8192

/** Little-endian 32-bit floats, as OpenAI's `encoding_format: base64` has them. */
function fromBase64(text: string): Float32Array | null {
  let bytes: Uint8Array
  try {
    bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
  if (bytes.length === 0 || bytes.length % 4 !== 0) return null
  const view = new DataView(bytes.buffer)
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true))
}

function readOne(value: unknown): Float32Array | null {
  if (typeof value === 'string') return fromBase64(value)
  if (!Array.isArray(value) || !value.every((number) => typeof number === 'number')) return null
  return Float32Array.from(value)
}

const isUsable = (vector: Float32Array) =>
  vector.every((number) => Number.isFinite(number)) && vector.some((number) => number !== 0)

/**
 * Takes vectors out of untrusted JSON: as many as were asked for, all of one length, every number finite, none all
 * zeros (it is near to nothing). Numbers and base64 are both understood. Pure.
 */
export function readVectors(values: readonly unknown[], count: number): Result<Float32Array[], Malformed> {
  if (values.length !== count) return malformed(`${values.length} vectors for ${count} texts`)
  const vectors: Float32Array[] = []
  for (const value of values) {
    const vector = readOne(value)
    if (!vector) return malformed('a vector is neither numbers nor base64')
    const dims = vectors[0]?.length ?? vector.length
    if (vector.length !== dims || dims === 0 || dims > DIMS_MOST) {
      return malformed(`a vector of ${vector.length} dimensions`)
    }
    if (!isUsable(vector)) return malformed('a vector holds no usable numbers')
    vectors.push(vector)
  }
  return ok(vectors)
}
