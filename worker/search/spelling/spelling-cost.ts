/**
 * How far a typed word is from another, in slips: an edit distance (optimal string alignment) over spelling keys in
 * which likely slips cost less than one. Pure.
 */

const pairCosts = new Map<number, number>()
const pair = (left: number, right: number): number => Math.min(left, right) * 0x10000 + Math.max(left, right)

/** Every two letters of a group are mistaken for each other at this cost. */
function likely(cost: number, groups: readonly string[]): void {
  for (const group of groups) {
    for (const left of group) {
      for (const right of group) {
        if (left === right) continue
        const key = pair(left.charCodeAt(0), right.charCodeAt(0))
        pairCosts.set(key, Math.min(cost, pairCosts.get(key) ?? 1))
      }
    }
  }
}

/** Keys of three rows beside each other, within a row and from row to row. */
function neighbours(cost: number, rows: readonly string[]): void {
  const beside: string[] = []
  rows.forEach((row, at) => {
    const below = rows[at + 1] ?? ''
    Array.from(row).forEach((key, index) => {
      for (const other of [row[index + 1], below[index], below[index - 1]])
        if (other !== undefined) beside.push(key + other)
    })
  })
  likely(cost, beside)
}

neighbours(0.8, ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'])
neighbours(0.8, ['ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ', 'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ', 'ㅋㅌㅊㅍㅠㅜㅡ'])
// Sounds that are written one for the other.
likely(0.8, ['aeiou', 'iy', 'ckq', 'csz', 'bpv', 'fpv', 'gj', 'mn'])
likely(0.5, ['ㄱㅋㄲ', 'ㄷㅌㄸ', 'ㅂㅍㅃ', 'ㅅㅆ', 'ㅈㅊㅉ'])
likely(0.6, ['ㅅㅆㅈㅉㅊ', 'ㅅㄷㅈㅊㅌ', 'ㄴㅁㅇ', 'ㅍㅎ'])
likely(0.3, ['ㅐㅔ', 'ㅒㅖ'])
likely(0.7, ['ㅗㅜ', 'ㅓㅗ', 'ㅡㅜ', 'ㅏㅑ', 'ㅓㅕ', 'ㅗㅛ', 'ㅜㅠ', 'ㅔㅖ', 'ㅐㅒ', 'ㅣㅡ'])
likely(0.5, [
  'かが',
  'きぎ',
  'くぐ',
  'けげ',
  'こご',
  'さざ',
  'しじ',
  'すず',
  'せぜ',
  'そぞ',
  'ただ',
  'ちぢ',
  'つづ',
  'てで',
  'とど',
  'はばぱ',
  'ひびぴ',
  'ふぶぷ',
  'へべぺ',
  'ほぼぽ',
  'ずづ',
  'じぢ',
  'ゔぶば',
])
likely(0.3, ['あぁ', 'いぃ', 'うぅ', 'えぇ', 'おぉ', 'つっ', 'やゃ', 'ゆゅ', 'よょ', 'わゎ'])
likely(0.5, ['しつ', 'そん'])

const LONG_MARK = 'ー'.charCodeAt(0)
const DOUBLED = 0.6
const SWAPPED = 0.8

/** The costs as one flat table: letters that have any are numbered, the others share number 0. */
const numbers = new Uint8Array(0x3200)
const numbered = [
  ...new Set([...pairCosts.keys()].flatMap((key) => [Math.floor(key / 0x10000), key % 0x10000])),
]
numbered.forEach((code, index) => (numbers[code] = index + 1))
const width = numbered.length + 1
const costs = new Float64Array(width * width).fill(1)
for (const [key, cost] of pairCosts) {
  const [left, right] = [numbers[Math.floor(key / 0x10000)] ?? 0, numbers[key % 0x10000] ?? 0]
  costs[left * width + right] = cost
  costs[right * width + left] = cost
}

const substitution = (left: number, right: number): number =>
  left === right ? 0 : (costs[(numbers[left] ?? 0) * width + (numbers[right] ?? 0)] ?? 1)

/** What a letter too many or too few costs: less when it doubles the one before it, or only lengthens a vowel. */
function indel(word: string, at: number): number {
  const code = word.charCodeAt(at)
  if (code === LONG_MARK) return 0.4
  return at > 0 && word.charCodeAt(at - 1) === code ? DOUBLED : 1
}

/** Least costs of one letter too many or too few and of one for another, by which far words are passed over unread. */
export const leastIndel = { latin: DOUBLED, hangul: DOUBLED, kana: 0.4 } as const
export const leastSubstitution = { latin: 0.8, hangul: 0.3, kana: 0.3 } as const

const FAR = 1e6
/** Three rows, used again and again: a word is compared with hundreds. */
let rows = [new Float64Array(64), new Float64Array(64), new Float64Array(64)] as const

/**
 * The least cost of turning one key into the other; gives up above `most` and returns `Infinity`. Only the diagonal
 * band is looked at that so many slips can reach.
 */
export function spellingCost(left: string, right: string, most: number): number {
  if (right.length >= rows[0].length) {
    const size = right.length * 2
    rows = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  }
  const band = Math.max(Math.floor(most / 0.4), 1)
  if (Math.abs(left.length - right.length) > band) return Number.POSITIVE_INFINITY
  let [beforeLast, last, current] = rows
  last[0] = 0
  for (let column = 1; column <= right.length; column++)
    last[column] = column > band ? FAR : (last[column - 1] ?? 0) + indel(right, column - 1)
  for (let row = 1; row <= left.length; row++) {
    const code = left.charCodeAt(row - 1)
    const dropped = indel(left, row - 1)
    const from = Math.max(1, row - band)
    const to = Math.min(right.length, row + band)
    current[0] = (last[0] ?? FAR) + dropped
    if (from > 1) current[from - 1] = FAR
    let least = from === 1 ? (current[0] ?? FAR) : FAR
    for (let column = from; column <= to; column++) {
      const other = right.charCodeAt(column - 1)
      let cost = (last[column - 1] ?? FAR) + substitution(code, other)
      const without = column === row + band ? FAR : (last[column] ?? FAR) + dropped
      if (without < cost) cost = without
      const added = (current[column - 1] ?? FAR) + indel(right, column - 1)
      if (added < cost) cost = added
      if (
        row > 1 &&
        column > 1 &&
        code !== other &&
        code === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === other
      ) {
        const swapped = (beforeLast[column - 2] ?? FAR) + SWAPPED
        if (swapped < cost) cost = swapped
      }
      current[column] = cost
      if (cost < least) least = cost
    }
    // A swap reaches back one row further, and costs less than one.
    if (least > most + SWAPPED) return Number.POSITIVE_INFINITY
    const spare = beforeLast
    beforeLast = last
    last = current
    current = spare
  }
  const cost = last[right.length] ?? FAR
  return cost > most + 1e-9 ? Number.POSITIVE_INFINITY : cost
}
