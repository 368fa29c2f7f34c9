import { toKatakana } from '../text/kana.ts'

/**
 * A name as a row of sounds, whatever script it is written in: consonants and vowels in a Latin notation of our own.
 * `eu` is Korean's mute vowel. Rough on purpose: it serves to compare and to guess, not to speak. Pure.
 */

const initials = 'g k n d t r m b p s s  j j ch k t p h'.split(' ')
const hangulVowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = '  k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ').slice(1)

function hangulPhones(text: string): string[] {
  const phones: string[] = []
  for (const character of text) {
    const index = character.charCodeAt(0) - 0xac00
    if (index < 0 || index > 11171) continue
    const initial = initials[Math.floor(index / 588)] ?? ''
    // ㄹㄹ is one l.
    const last = phones.at(-1)
    if (initial === 'r' && last === 'l') phones.pop()
    if (initial !== '') phones.push(initial === 'r' && last === 'l' ? 'l' : initial)
    phones.push(hangulVowels[Math.floor(index / 28) % 21] ?? '')
    const final = finals[index % 28] ?? ''
    if (final !== '') phones.push(final)
  }
  return phones
}

const kanaRows: Readonly<Record<string, string>> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  g: 'ガギグゲゴ',
  s: 'サ スセソ',
  z: 'ザ ズゼゾ',
  t: 'タ  テト',
  d: 'ダ  デド',
  n: 'ナニヌネノ',
  h: 'ハヒ ヘホ',
  b: 'バビブベボ',
  p: 'パピプペポ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
  y: 'ヤ ユ ヨ',
  w: 'ワ   ヲ',
}
const kana = new Map<string, readonly [string, string]>([
  ['シ', ['sh', 'i']],
  ['ジ', ['j', 'i']],
  ['チ', ['ch', 'i']],
  ['ヂ', ['j', 'i']],
  ['ツ', ['ch', 'u']],
  ['ヅ', ['z', 'u']],
  ['フ', ['f', 'u']],
  ['ヴ', ['v', 'u']],
])
for (const [consonant, row] of Object.entries(kanaRows)) {
  Array.from(row).forEach((character, index) => {
    if (character !== ' ') kana.set(character, [consonant, 'aiueo'[index] ?? ''])
  })
}
const smallVowels: Readonly<Record<string, string>> = {
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  ャ: 'a',
  ュ: 'u',
  ョ: 'o',
}

function kanaPhones(text: string, isForeign: boolean): string[] {
  const phones: string[] = []
  const characters = Array.from(toKatakana(text))
  characters.forEach((character, index) => {
    if (character === 'ン') phones.push('n')
    const sound = kana.get(character)
    if (!sound) return
    const [consonant, vowel] = sound
    if (consonant !== '') phones.push(consonant)
    const next = characters[index + 1] ?? ''
    const replaced = smallVowels[next]
    if (replaced !== undefined) phones.push(replaced)
    // Japanese closes a foreign consonant with u (ス, ク) or after t and d with o: mute unless it is drawn out.
    else if (
      isForeign &&
      next !== 'ー' &&
      consonant !== '' &&
      consonant !== 'y' &&
      (vowel === 'u' || ((character === 'ト' || character === 'ド') && vowel === 'o'))
    )
      phones.push('eu')
    else phones.push(vowel)
  })
  return phones
}

/** Letter groups and the sounds English mostly gives them, longest first where they overlap. */
const groups: readonly (readonly [RegExp, string])[] = [
  [/^(?:tch|ch(?![rl]))/, 'ch'],
  [/^ch/, 'k'],
  [/^(?:sch|sh)/, 'sh'],
  [/^th/, 'th'],
  [/^ph/, 'f'],
  [/^(?:ck|kh|cc(?![eiy]))/, 'k'],
  [/^qu/, 'k'],
  [/^q/, 'k'],
  [/^gh(?=[aeiou])/, 'g'],
  [/^gh/, ''],
  [/^dg(?=[eiy])/, 'j'],
  [/^ng(?![aeiou])/, 'ng'],
  [/^c(?=[eiy])/, 's'],
  [/^c/, 'k'],
  [/^x/, 'k s'],
  [/^eau/, 'o'],
  [/^(?:oo|ou|ew|ue)/, 'u'],
  [/^(?:ee|ea|ie)/, 'i'],
  [/^(?:ai|ay|ei|ey)/, 'e i'],
  [/^(?:oa|oe)/, 'o'],
  [/^(?:au|aw)/, 'o'],
  [/^ow/, 'a u'],
  [/^igh/, 'a i'],
  [/^y(?=[aeiou])/, 'y'],
  [/^y/, 'i'],
  [/^w(?=[aeiouh])/, 'w'],
  [/^w/, ''],
  [/^([bdfghjklmnprstvz])\1?/, '$1'],
  [/^[aeiou]/, '$0'],
]

function latinWordPhones(word: string): string[] {
  const phones: string[] = []
  let rest = word
    .replace(/^kn/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^ps/, 's')
    .replace(/^x/, 'z')
    .replace(/^mc(?=[^aeiou])/, 'mek')
    .replace(/cc(?=[ei])/, 'ch')
    .replace(/(?<=[aeiouy].*)ce$/, 's')
    .replace(/(?<=[aeiouy].*)ge$/, 'j')
    // A final e is silent and makes the vowel before it long.
    .replace(/a([bcdfgklmnpstvz])e$/, 'ai$1')
    .replace(/i([bcdfgklmnpstvz])e$/, 'igh$1')
  if (/[aeiouy].*[^aeiou]e$/.test(rest)) rest = rest.slice(0, -1)
  if (/[aeiou]h$/.test(rest)) rest = rest.slice(0, -1)
  while (rest !== '') {
    const rule = groups.find(([pattern]) => pattern.test(rest))
    const match = rule?.[0].exec(rest)
    if (!rule || !match) {
      rest = rest.slice(1)
      continue
    }
    const sound = rule[1].replace('$1', match[1] ?? '').replace('$0', match[0])
    phones.push(...sound.split(' ').filter((phone) => phone !== ''))
    rest = rest.slice(match[0].length)
  }
  return phones
}

/**
 * The sounds of a folded name; words follow each other without a pause. Signs and digits are silent. Kana are read as a
 * foreign name (ラック is rack) or, when not `isForeign`, as a Japanese one (コクヨ is kokuyo).
 */
export function phonesOf(name: string, isForeign = true): string[] {
  const phones: string[] = []
  for (const [run] of name.replaceAll('&', ' en ').matchAll(/[가-힣]+|[\u3041-\u30ff]+|[a-z]+/gu)) {
    if (/^[가-힣]/.test(run)) phones.push(...hangulPhones(run))
    else if (/^[a-z]/.test(run)) phones.push(...latinWordPhones(run))
    else phones.push(...kanaPhones(run, isForeign))
  }
  return phones
}

const vowelPhones = new Set([...hangulVowels, 'a', 'e', 'i', 'o', 'u'])

export const isVowelPhone = (phone: string): boolean => vowelPhones.has(phone)
