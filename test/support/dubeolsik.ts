/**
 * The Korean two-set keyboard (KS X 5002) as an input method works it: which key gives which letter, and how letters
 * struck one after another become syllables.
 */

/** Keys, capitals being struck with shift, and in the same place the letter each one gives. */
const keys = 'qwertyuiopasdfghjklzxcvbnmQWERTOP'
const letters = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ'

const letterOfKey = new Map(Array.from(keys).map((key, place) => [key, letters.charAt(place)]))
const keyOfLetter = new Map(Array.from(letters).map((letter, place) => [letter, keys.charAt(place)]))

/** Vowels and finals that are struck as two letters, behind their parts. */
const compounds = new Map(
  'ㅗㅏㅘ ㅗㅐㅙ ㅗㅣㅚ ㅜㅓㅝ ㅜㅔㅞ ㅜㅣㅟ ㅡㅣㅢ ㄱㅅㄳ ㄴㅈㄵ ㄴㅎㄶ ㄹㄱㄺ ㄹㅁㄻ ㄹㅂㄼ ㄹㅅㄽ ㄹㅌㄾ ㄹㅍㄿ ㄹㅎㅀ ㅂㅅㅄ'
    .split(' ')
    .map((parts) => [parts.slice(0, 2), parts.slice(2)]),
)

const partsOfCompound = new Map([...compounds].map(([parts, compound]) => [compound, parts]))

const onsets = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
/** The first place is that of a syllable without a final. */
const finals = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'

const FIRST_SYLLABLE = 0xac00
const SYLLABLES = 11_172

/** Letters of one character: onset, vowel and perhaps final of a syllable, else the character itself. */
function lettersOf(character: string): string[] {
  const place = (character.codePointAt(0) ?? 0) - FIRST_SYLLABLE
  if (place < 0 || place >= SYLLABLES) return [character]
  const final = place % finals.length
  const vowel = Math.floor(place / finals.length) % vowels.length
  const onset = Math.floor(place / finals.length / vowels.length)
  return [onsets.charAt(onset), vowels.charAt(vowel), ...(final === 0 ? [] : [finals.charAt(final)])]
}

/** The keys that were struck for a text; what no key of the Korean layout gives stays as it is. */
export const keysOf = (text: string): string =>
  Array.from(text.normalize('NFC'))
    .flatMap(lettersOf)
    .flatMap((letter) => Array.from(partsOfCompound.get(letter) ?? letter))
    .map((letter) => keyOfLetter.get(letter) ?? letter)
    .join('')

interface Composing {
  onset: string
  vowel: string
  final: string
}

const isVowel = (letter: string): boolean => letter !== '' && vowels.includes(letter)
const isFinal = (letter: string): boolean => letter.trim() !== '' && finals.includes(letter)

function written({ onset, vowel, final }: Composing): string {
  if (onset === '' || vowel === '') return onset + vowel + final
  const syllable =
    (onsets.indexOf(onset) * vowels.length + vowels.indexOf(vowel)) * finals.length +
    (final === '' ? 0 : finals.indexOf(final))
  return String.fromCodePoint(FIRST_SYLLABLE + syllable)
}

const empty = (): Composing => ({ onset: '', vowel: '', final: '' })

/** A vowel after a final takes the final, or its second letter, along as its own onset. */
function takeFinal(now: Composing, vowel: string): readonly [done: string, next: Composing] {
  const parts = partsOfCompound.get(now.final)
  const [stays, goes] = parts === undefined ? ['', now.final] : [parts.charAt(0), parts.charAt(1)]
  return [written({ ...now, final: stays }), { onset: goes, vowel, final: '' }]
}

/** One more letter: what is finished by it, and what is still being composed. */
function strike(now: Composing, letter: string): readonly [done: string, next: Composing] {
  if (isVowel(letter)) {
    if (now.final !== '') return takeFinal(now, letter)
    if (now.vowel === '') return ['', { ...now, vowel: letter }]
    const compound = compounds.get(now.vowel + letter)
    return compound === undefined
      ? [written(now), { ...empty(), vowel: letter }]
      : ['', { ...now, vowel: compound }]
  }
  if (now.onset !== '' && now.vowel !== '') {
    if (now.final === '' && isFinal(letter)) return ['', { ...now, final: letter }]
    const compound = compounds.get(now.final + letter)
    if (now.final !== '' && compound !== undefined) return ['', { ...now, final: compound }]
  }
  return [written(now), { ...empty(), onset: letter }]
}

/** What an input method shows after these keys; other characters end the syllable and stay. */
export function typed(keys: string): string {
  let text = ''
  let now = empty()
  for (const key of keys) {
    const letter = letterOfKey.get(key) ?? letterOfKey.get(key.toLowerCase())
    if (letter === undefined) {
      text += written(now) + key
      now = empty()
      continue
    }
    const [done, next] = strike(now, letter)
    text += done
    now = next
  }
  return text + written(now)
}
