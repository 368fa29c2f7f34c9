import { digest } from '../../catalogue/digest.ts'

/** Bytes a search server takes as a document's id are 511; ours stay well below. */
const LONGEST = 400

/**
 * The key of a product in a search server's index: letters, digits, `-` and `_` only, whatever the shop calls its
 * markets and products. Different products have different keys. Pure.
 */
export function documentKey(market: string, id: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify([market, id]))
  const letters = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return letters.length <= LONGEST
    ? letters
    : `${letters.slice(0, LONGEST)}_${digest(`${market}\n${id}`)}${digest(`${id}\n${market}`)}`
}
