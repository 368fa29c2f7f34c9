/** Words that mean the same to the embedding model of the tests, in whatever language: the first stands for all. */
const synonyms = [
  // Made-up words stand for wishes that no word list knows.
  ['couch', 'sofa', '소파', 'ソファ', 'snugglesit', '몽실자리', 'まどろみ台'],
  ['lamp', 'light', '조명', 'ランプ'],
  ['mug', 'cup', '머그컵', '찻잔'],
  ['rain', 'umbrella', '우산', '雨傘'],
] as const

const meanings = new Map<string, string>(
  synonyms.flatMap(([meaning, ...words]) => [meaning, ...words].map((word) => [word, meaning] as const)),
)

function hash(text: string): number {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619)
  return value >>> 0
}

/**
 * The vector of a text in the model of the tests: every word, or the meaning it shares with its synonyms, is a
 * direction drawn from its hash. The same text has the same vector everywhere; texts that share a meaning are near.
 */
export function meaningVector(text: string, dims: number): Float32Array {
  const vector = new Float32Array(dims)
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']
  for (const word of words) {
    let state = hash(meanings.get(word) ?? word)
    for (let dim = 0; dim < dims; dim++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      vector[dim] = (vector[dim] ?? 0) + state / 2 ** 31 - 1
    }
  }
  return vector
}
