/**
 * Hangul as it is typed: syllables taken apart into the letters of a two-set (dubeolsik) keyboard and put together
 * again. Compound vowels and finals are two letters (ㅘ is ㅗㅏ, ㄺ is ㄹㄱ); tense consonants are one, as on the
 * keyboard. Pure.
 */

const initials = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')
const vowels = Array.from('ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ')
const finals = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')]

const compounds: Readonly<Record<string, string>> = {
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}
const joined = new Map(Object.entries(compounds).map(([whole, parts]) => [parts, whole]))

const FIRST = 0xac00
const LAST = 0xd7a3
const VOWELS = vowels.length
const FINALS = finals.length

const apart = (letter: string): string => compounds[letter] ?? letter

const syllableLetters = (code: number): string => {
  const index = code - FIRST
  return (
    (initials[Math.floor(index / (VOWELS * FINALS))] ?? '') +
    apart(vowels[Math.floor(index / FINALS) % VOWELS] ?? '') +
    apart(finals[index % FINALS] ?? '')
  )
}

/** A letter that stands alone, whichever of Unicode's blocks it comes from (NFKC moves compatibility letters). */
function loneLetter(code: number): string | null {
  if (code >= 0x1100 && code <= 0x1112) return initials[code - 0x1100] ?? null
  if (code >= 0x1161 && code <= 0x1175) return vowels[code - 0x1161] ?? null
  if (code >= 0x11a8 && code <= 0x11c2) return finals[code - 0x11a8 + 1] ?? null
  if (code >= 0x3131 && code <= 0x3163) return String.fromCharCode(code)
  return null
}

/** The letters a text is typed with; what is not Hangul stays as it is. */
export function toLetters(text: string): string {
  let letters = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code >= FIRST && code <= LAST) letters += syllableLetters(code)
    else letters += apart(loneLetter(code) ?? character)
  }
  return letters
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter)
const isInitial = (letter: string | undefined): boolean => letter !== undefined && initials.includes(letter)

/** One syllable from the front of some letters: the text and how many letters it took. */
function takeSyllable(letters: readonly string[], at: number): { text: string; taken: number } {
  const first = letters[at] ?? ''
  if (!isInitial(first) || !isVowel(letters[at + 1])) return { text: first, taken: 1 }
  let vowel = letters[at + 1] ?? ''
  let taken = 2
  const wide = joined.get(vowel + (letters[at + taken] ?? ' '))
  if (wide !== undefined && vowels.includes(wide)) {
    vowel = wide
    taken += 1
  }
  let final = ''
  const next = letters[at + taken]
  // A consonant belongs to the next syllable when a vowel follows it.
  if (next !== undefined && finals.includes(next) && !isVowel(letters[at + taken + 1])) {
    final = next
    taken += 1
    const cluster = joined.get(final + (letters[at + taken] ?? ' '))
    if (cluster !== undefined && finals.includes(cluster) && !isVowel(letters[at + taken + 1])) {
      final = cluster
      taken += 1
    }
  }
  const code =
    FIRST +
    (initials.indexOf(first) * VOWELS + vowels.indexOf(vowel)) * FINALS +
    Math.max(finals.indexOf(final), 0)
  return { text: String.fromCharCode(code), taken }
}

/** Letters put together as an input method does; letters that make no syllable stay alone. */
export function fromLetters(letters: string): string {
  const all = Array.from(letters)
  let text = ''
  for (let at = 0; at < all.length;) {
    const { text: syllable, taken } = takeSyllable(all, at)
    text += syllable
    at += taken
  }
  return text
}

const loneLetters = /[\u1100-\u11ff\u3131-\u3163]/u
const allLone = /^[\u1100-\u1112\u3131-\u314e]+$/u
const fullSyllables = /^[가-힣]+$/u

/** True when the text holds a letter that is no syllable yet: somebody is still typing, or typed on the wrong layout. */
export const hasLoneLetters = (text: string): boolean => loneLetters.test(text)

/** True when the text is nothing but initial consonants (ㅇㅍㅅ for 원피스). */
export const isInitials = (text: string): boolean => allLone.test(text)

/** True when every character is a whole syllable. */
export const isSyllables = (text: string): boolean => fullSyllables.test(text)

/** The initial consonant of each syllable, other characters as they are. */
export function initialsOf(text: string): string {
  let found = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code >= FIRST && code <= LAST) found += initials[Math.floor((code - FIRST) / (VOWELS * FINALS))] ?? ''
    else found += loneLetter(code) ?? character
  }
  return found
}

/** The text without letters that are no syllables. */
export const withoutLoneLetters = (text: string): string =>
  text.replaceAll(/[\u1100-\u11ff\u3131-\u3163]/gu, '')
