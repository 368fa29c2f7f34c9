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

/** How different two sounds are: vowels count less than consonants, a dropped r hardly. Infinity above `most`. */
export function soundCost(left: string, right: string, most: number): number {
  let last: number[] = [0]
  for (let column = 1; column <= right.length; column++)
    last.push((last[column - 1] ?? 0) + indel(right.charCodeAt(column - 1)))
  for (let row = 1; row <= left.length; row++) {
    const code = left.charCodeAt(row - 1)
    const current: number[] = [(last[0] ?? 0) + indel(code)]
    for (let column = 1; column <= right.length; column++) {
      const other = right.charCodeAt(column - 1)
      current.push(
        Math.min(
          (last[column] ?? 0) + indel(code),
          (current[column - 1] ?? 0) + indel(other),
          (last[column - 1] ?? 0) + substitution(code, other),
        ),
      )
    }
    if (Math.min(...current) > most) return Number.POSITIVE_INFINITY
    last = current
  }
  const cost = last[right.length] ?? Number.POSITIVE_INFINITY
  return cost > most ? Number.POSITIVE_INFINITY : cost
}

/** What two sounds of a name may differ by: nothing much in a short one. */
export function soundTolerance(key: string): number {
  const count = Array.from(key).filter((sound) => !'aeiou'.includes(sound)).length
  if (count <= 1) return 0
  if (count === 2) return key.length >= 4 ? 0.25 : 0
  if (count === 3) return 0.75
  return count <= 5 ? 1.05 : 1.5
}
