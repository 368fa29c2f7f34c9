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

const substitution = (left: number, right: number): number =>
  left === right ? 0 : (pairCosts.get(pair(left, right)) ?? 1)

/** What a letter too many or too few costs: less when it doubles the one before it, or only lengthens a vowel. */
function indel(word: string, at: number): number {
  const code = word.charCodeAt(at)
  if (code === LONG_MARK) return 0.4
  return at > 0 && word.charCodeAt(at - 1) === code ? DOUBLED : 1
}

/** The least cost of turning one key into the other; gives up above `most` and returns `Infinity`. */
export function spellingCost(left: string, right: string, most: number): number {
  const width = right.length + 1
  let beforeLast = new Float64Array(width)
  let last = new Float64Array(width)
  let current = new Float64Array(width)
  for (let column = 1; column < width; column++)
    last[column] = (last[column - 1] ?? 0) + indel(right, column - 1)
  for (let row = 1; row <= left.length; row++) {
    const code = left.charCodeAt(row - 1)
    const dropped = indel(left, row - 1)
    current[0] = (last[0] ?? 0) + dropped
    let least = current[0]
    for (let column = 1; column < width; column++) {
      const other = right.charCodeAt(column - 1)
      let cost = Math.min(
        (last[column] ?? 0) + dropped,
        (current[column - 1] ?? 0) + indel(right, column - 1),
        (last[column - 1] ?? 0) + substitution(code, other),
      )
      if (
        row > 1 &&
        column > 1 &&
        code === right.charCodeAt(column - 2) &&
        left.charCodeAt(row - 2) === other &&
        code !== other
      ) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + SWAPPED)
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
  const cost = last[right.length] ?? Number.POSITIVE_INFINITY
  return cost > most + 1e-9 ? Number.POSITIVE_INFINITY : cost
}
