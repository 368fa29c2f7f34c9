import { fold } from '../text/fold.ts'
import { nameKey } from '../text/name-key.ts'
import { lettersOf, readOut } from './letter-names.ts'
import { isVowelPhone, phonesOf } from './phones.ts'

/** Other spellings of a name by rule, as Koreans and Japanese write foreign names and the other way round. Pure. */

const initialOf: Readonly<Record<string, string>> = {
  g: 'ㄱ',
  k: 'ㅋ',
  n: 'ㄴ',
  d: 'ㄷ',
  t: 'ㅌ',
  th: 'ㅅ',
  r: 'ㄹ',
  l: 'ㄹ',
  m: 'ㅁ',
  b: 'ㅂ',
  v: 'ㅂ',
  p: 'ㅍ',
  f: 'ㅍ',
  s: 'ㅅ',
  sh: 'ㅅ',
  j: 'ㅈ',
  z: 'ㅈ',
  ch: 'ㅊ',
  h: 'ㅎ',
}
const initialOrder = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
const vowelOrder = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finalOf: Readonly<Record<string, number>> = { k: 1, n: 4, l: 8, m: 16, p: 17, t: 19, ng: 21 }

const syllable = (initial: string, vowel: string, final = 0): string =>
  String.fromCharCode(
    0xac00 + (initialOrder.indexOf(initial) * 21 + Math.max(vowelOrder.indexOf(vowel), 0)) * 28 + final,
  )

const glides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  y: { a: 'ya', e: 'ye', o: 'yo', u: 'yu', i: 'i' },
  w: { a: 'wa', e: 'we', o: 'wo', i: 'wi', u: 'u' },
}

function writeHangul(phones: readonly string[]): string {
  let text = ''
  /** The syllable under way, without a final yet. */
  let open: { initial: string; vowel: string } | null = null
  const close = (final = 0): void => {
    if (open) text += syllable(open.initial, open.vowel, final)
    open = null
  }
  for (let at = 0; at < phones.length; at++) {
    const phone = phones[at] ?? ''
    const next = phones[at + 1]
    const beforeVowel = next !== undefined && (isVowelPhone(next) || next === 'y' || next === 'w')
    if (phone === 'y' || phone === 'w') {
      close()
      open = { initial: 'ㅇ', vowel: glides[phone]?.[next ?? ''] ?? (phone === 'w' ? 'u' : 'i') }
      if (beforeVowel) at += 1
    } else if (isVowelPhone(phone)) {
      close()
      open = { initial: 'ㅇ', vowel: phone }
    } else if (beforeVowel) {
      // Between vowels l is ㄹㄹ.
      close(phone === 'l' && open ? finalOf['l'] : 0)
      const glide = next === 'y' || next === 'w' ? glides[next]?.[phones[at + 2] ?? ''] : undefined
      open = { initial: initialOf[phone] ?? 'ㅇ', vowel: glide ?? next ?? 'eu' }
      at += glide === undefined ? 1 : 2
    } else if (phone === 'r' && open) {
      // Silent at the end of a syllable.
    } else if (open && finalOf[phone] !== undefined && closes(phone, next)) {
      close(finalOf[phone])
    } else {
      close()
      text += syllable(
        initialOf[phone] ?? 'ㅇ',
        phone === 'sh' || phone === 'ch' || phone === 'j' ? 'i' : 'eu',
      )
    }
  }
  close()
  return text
}

/** Sonants always close a syllable; k, t and p before a consonant or at the end of a name. */
const closes = (phone: string, next: string | undefined): boolean =>
  ['n', 'm', 'ng', 'l'].includes(phone) || next === undefined || !['r', 'l', 's'].includes(next)

const kanaRows: Readonly<Record<string, string>> = {
  '': 'ア イ ウ エ オ',
  k: 'カ キ ク ケ コ',
  g: 'ガ ギ グ ゲ ゴ',
  s: 'サ シ ス セ ソ',
  th: 'サ シ ス セ ソ',
  sh: 'シャ シ シュ シェ ショ',
  z: 'ザ ジ ズ ゼ ゾ',
  j: 'ジャ ジ ジュ ジェ ジョ',
  t: 'タ ティ トゥ テ ト',
  ch: 'チャ チ チュ チェ チョ',
  d: 'ダ ディ ドゥ デ ド',
  n: 'ナ ニ ヌ ネ ノ',
  h: 'ハ ヒ フ ヘ ホ',
  f: 'ファ フィ フ フェ フォ',
  b: 'バ ビ ブ ベ ボ',
  v: 'バ ビ ブ ベ ボ',
  p: 'パ ピ プ ペ ポ',
  m: 'マ ミ ム メ モ',
  r: 'ラ リ ル レ ロ',
  l: 'ラ リ ル レ ロ',
  y: 'ヤ イ ユ イェ ヨ',
  w: 'ワ ウィ ウ ウェ ウォ',
}
const kanaVowels: Readonly<Record<string, string>> = {
  ae: 'e',
  eo: 'o',
  eu: 'u',
  ui: 'i',
  oe: 'e',
  ya: 'a',
  yae: 'e',
  yeo: 'o',
  ye: 'e',
  yo: 'o',
  yu: 'u',
  wa: 'a',
  wae: 'e',
  wo: 'o',
  we: 'e',
  wi: 'i',
}

function writeKatakana(phones: readonly string[]): string {
  let text = ''
  for (let at = 0; at < phones.length; at++) {
    const phone = phones[at] ?? ''
    const next = phones[at + 1]
    const of = (consonant: string, vowel: string): string =>
      kanaRows[consonant]?.split(' ')['aiueo'.indexOf(kanaVowels[vowel] ?? vowel)] ?? ''
    if (isVowelPhone(phone)) text += of('', phone)
    else if (next !== undefined && isVowelPhone(next)) {
      const mute = next === 'eu' && (phone === 't' || phone === 'd')
      text += of(phone, mute ? 'o' : next)
      at += 1
    } else if (phone === 'n' || phone === 'ng') text += 'ン'
    else if (phone === 'm' && (next === 'p' || next === 'b')) text += 'ン'
    else if (phone === 'r' && text !== '' && !text.endsWith('ー')) text += 'ー'
    else
      text += of(
        phone,
        phone === 't' || phone === 'd' ? 'o' : phone === 'ch' || phone === 'j' || phone === 'sh' ? 'i' : 'u',
      )
  }
  return text
}

const writeLatin = (phones: readonly string[]): string => phones.join('')

const hangul = /[가-힣]/
const latin = /[a-z]/
const kana = /[\u3041-\u30ff]/

/** A name's spellings in the scripts it is not written in; none for names of two sounds or fewer. */
export function writtenSpellings(name: string): string[] {
  const folded = fold(name)
  const phones = phonesOf(folded)
  // One sound or two are written in too many ways; letters read out are not.
  if (phones.length < 3) return readOut(nameKey(folded))
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const wordwise = (write: (phones: readonly string[]) => string): string[] =>
    (kana.test(folded) ? [false, true] : [true]).map((isForeign) =>
      words.map((word) => write(phonesOf(word, isForeign))).join(''),
    )
  const letters = lettersOf(words.join(''))
  const spellings = [
    ...(letters === null ? [] : [letters]),
    ...readOut(words.join('')),
    ...(hangul.test(folded) ? [] : wordwise(writeHangul)),
    ...(kana.test(folded) ? [] : wordwise(writeKatakana)),
    ...(latin.test(folded) ? [] : wordwise(writeLatin)),
  ]
  return [...new Set(spellings)].filter((spelling) => spelling.length >= 2)
}
