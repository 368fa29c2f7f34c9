import { fold } from '../text/fold.ts'
import { isVowelPhone, phonesOf } from './phones.ts'

/**
 * What a name sounds like to somebody who writes it in another script: consonants in classes that Korean and Japanese
 * do not tell apart, vowels without glides, mute ones left out. 톰브라운, トムブラウン and Thom Browne meet here. Pure.
 */

const consonants: Readonly<Record<string, string>> = {
  g: 'k',
  k: 'k',
  d: 't',
  t: 't',
  th: 't',
  b: 'p',
  p: 'p',
  v: 'p',
  f: 'p',
  s: 's',
  sh: 's',
  z: 'c',
  j: 'c',
  ch: 'c',
  m: 'm',
  n: 'n',
  ng: 'n',
  l: 'r',
  r: 'r',
  h: 'h',
}

const vowels: Readonly<Record<string, string>> = {
  ae: 'e',
  ya: 'a',
  yae: 'e',
  eo: 'o',
  yeo: 'o',
  ye: 'e',
  wa: 'a',
  wae: 'e',
  oe: 'e',
  yo: 'o',
  wo: 'o',
  we: 'e',
  wi: 'i',
  yu: 'u',
  eu: '',
  ui: 'i',
}

/** The sound of a name, one character each; doubled ones once. */
export function soundKey(name: string, isForeign = true): string {
  let key = ''
  for (const phone of phonesOf(fold(name), isForeign)) {
    const sound = isVowelPhone(phone) ? (vowels[phone] ?? phone) : (consonants[phone] ?? '')
    if (sound !== '' && !key.endsWith(sound)) key += sound
  }
  return key
}

const isVowel = (code: number): boolean => 'aeiou'.includes(String.fromCharCode(code))

const near = new Map<string, number>()
const alike = (cost: number, ...pairs: readonly string[]): void => {
  for (const [left = '', right = ''] of pairs) {
    near.set(left + right, cost)
    near.set(right + left, cost)
  }
}
alike(0.3, 'ae', 'ei', 'ou', 'ao', 'eo')
alike(0.5, 'sc', 'st', 'kc', 'hp', 'tc', 'au', 'ai', 'iu', 'oi', 'eu')
alike(0.7, 'nm', 'hk', 'ks')

const substitution = (left: number, right: number): number =>
  left === right
    ? 0
    : (near.get(String.fromCharCode(left, right)) ?? (isVowel(left) === isVowel(right) ? 0.8 : 1.4))

const R = 'r'.charCodeAt(0)
const H = 'h'.charCodeAt(0)
const indel = (code: number): number => (code === R || code === H ? 0.4 : isVowel(code) ? 0.45 : 1)

const sounds = 'aeiouktpscmnrh'
const costs = new Float64Array(128 * 128)
for (const left of sounds) {
  for (const right of sounds)
    costs[left.charCodeAt(0) * 128 + right.charCodeAt(0)] = substitution(
      left.charCodeAt(0),
      right.charCodeAt(0),
    )
}
const drops = new Float64Array(128)
for (const sound of sounds) drops[sound.charCodeAt(0)] = indel(sound.charCodeAt(0))

let rows = [new Float64Array(64), new Float64Array(64)] as const

/** How different two sounds are: vowels count less than consonants, a dropped r hardly. Infinity above `most`. */
export function soundCost(left: string, right: string, most: number): number {
  if (right.length >= rows[0].length)
    rows = [new Float64Array(right.length * 2), new Float64Array(right.length * 2)]
  let [last, current] = rows
  last[0] = 0
  for (let column = 1; column <= right.length; column++)
    last[column] = (last[column - 1] ?? 0) + (drops[right.charCodeAt(column - 1)] ?? 1)
  for (let row = 1; row <= left.length; row++) {
    const code = left.charCodeAt(row - 1)
    const dropped = drops[code] ?? 1
    let least = (last[0] ?? 0) + dropped
    current[0] = least
    for (let column = 1; column <= right.length; column++) {
      const other = right.charCodeAt(column - 1)
      const cost = Math.min(
        (last[column] ?? 0) + dropped,
        (current[column - 1] ?? 0) + (drops[other] ?? 1),
        (last[column - 1] ?? 0) + (costs[code * 128 + other] ?? 1),
      )
      current[column] = cost
      if (cost < least) least = cost
    }
    if (least > most + 1e-9) return Number.POSITIVE_INFINITY
    const spare = last
    last = current
    current = spare
  }
  const cost = last[right.length] ?? Number.POSITIVE_INFINITY
  return cost > most + 1e-9 ? Number.POSITIVE_INFINITY : cost
}

/** The consonants of a sound that are not lightly dropped, one bit each. */
export function consonantMask(key: string): number {
  let mask = 0
  for (const sound of key) {
    const at = 'ktpscmn'.indexOf(sound)
    if (at >= 0) mask |= 1 << at
  }
  return mask
}

/** What two sounds of a name may differ by: nothing much in a short one. */
export function soundTolerance(key: string): number {
  const count = Array.from(key).filter((sound) => !'aeiou'.includes(sound)).length
  if (count <= 1) return 0
  if (count === 2) return key.length >= 4 ? 0.25 : 0
  if (count === 3) return 0.75
  return count <= 5 ? 1.05 : 1.5
}
