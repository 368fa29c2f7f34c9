/**
 * 64-bit digest of a text, hex: tells whether a product or review differs from what is stored. Not for secrets.
 * Two multiplicative hashes with different seeds, each finished as murmur3 does. Pure.
 */
export function digest(text: string): string {
  let left = 0x9e3779b9
  let right = 0x85ebca77
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    left = Math.imul(left ^ unit, 0x01000193)
    right = Math.imul(right + unit, 0x5bd1e995) ^ (right >>> 15)
  }
  return hex(finish(left ^ text.length)) + hex(finish(right ^ (left >>> 7)))
}

function finish(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

const hex = (word: number): string => word.toString(16).padStart(8, '0')
