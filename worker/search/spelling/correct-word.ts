import { hasLoneLetters, isInitials, isSyllables, toLetters, withoutLoneLetters } from '../text/jamo.ts'
import { toHiragana, toKatakana } from '../text/kana.ts'
import { readAsKorean, readAsLatin } from '../text/keyboard-layout.ts'
import { stripParticle } from '../text/korean.ts'
import { isCommonWord } from './common-words.ts'
import { spellingKey, wordScript } from './spelling-key.ts'
import { splitWord } from './split-word.ts'
import type { WordList } from './word-list.ts'

/** What a shop knows of words. */
export interface ShopWords {
  readonly list: WordList
  /** True when some product's texts have this word or phrase as it stands. */
  readonly has: (text: string) => boolean
  /** The nearest word of descriptions and reviews, as the index has it (a stem); null when none is within `most`. */
  readonly nearestStem: (word: string, most: number) => string | null
}

/** Why a word is searched as something else: a slip, one of prose, the other keyboard, unfinished syllables, the other kana. */
export type Mending = 'typo' | 'stem' | 'layout' | 'letters' | 'script' | 'compound'

export interface Correction {
  readonly how: Mending
  /** The shop's word or words, a space between; empty when nothing of the typed word can be meant. */
  readonly text: string
}

/** What a word stands among: alone its letters are believed most, in a sentence least. */
export type Company = 'alone' | 'few' | 'sentence'

export interface TypedWord {
  /** Folded. */
  readonly text: string
  /** As typed, with its capitals: on the other keyboard layout they tell tense consonants. */
  readonly raw: string
}

/** Initial consonants and letters on the other layout are believed from this length on. */
const INITIALS_LEAST = 2
const KEYS_LEAST = 4

/** Slips forgiven in a word by script and length of its key, in a short query and in a sentence. */
const forgiven: Readonly<
  Record<string, readonly (readonly [from: number, alone: number, sentence: number])[]>
> = {
  hangul: [
    [10, 2, 1.4],
    [8, 1.3, 1],
    [6, 1, 0.8],
    [4, 0.8, 0.5],
  ],
  latin: [
    [8, 2, 1.3],
    [6, 1.3, 1],
    [5, 1.1, 0.8],
    [4, 0.8, 0.5],
  ],
  kana: [
    [8, 2, 1.4],
    [6, 1.5, 1],
    [4, 1, 0.6],
    [3, 0.6, 0.4],
  ],
}

/** The most slips of a word that are forgiven; 0 when it is too near to too many others. */
function slipsOf(word: string, inSentence: boolean): number {
  if (Array.from(word).length < 2) return 0
  const { length } = spellingKey(word)
  const rule = forgiven[wordScript(word)]?.find(([from]) => length >= from)
  return rule?.[inSentence ? 2 : 1] ?? 0
}

/** True when the shop has the word, with or without a Korean particle. */
export function isKnown(word: string, words: ShopWords): boolean {
  const bare = stripParticle(word)
  return [word, ...(bare === word ? [] : [bare])].some(
    (form) => words.list.documents(form) > 0 || words.has(form),
  )
}

/**
 * What a word the shop does not have is taken for; null when it is left as it is. What the shop sells is never
 * corrected, nor what everyone knows (a tent is no vent where no tents are sold). Pure.
 */
export function correctWord(typed: TypedWord, words: ShopWords, company: Company): Correction | null {
  const inSentence = company === 'sentence'
  const { text } = typed
  if (hasLoneLetters(text)) return finishLetters(text, words, company)
  if (isKnown(text, words)) return null
  const common = isCommonWord(text) || isCommonWord(stripParticle(text))
  return (
    otherLayout(typed, words) ??
    otherScript(text, words) ??
    compound(text, words) ??
    (common ? null : (slip(text, words, inSentence) ?? slipInCompound(text, words, inSentence)))
  )
}

/** 원ㅍ, 원피ㅅ, ㅇㅍㅅ: syllables under way, or another keyboard altogether. */
function finishLetters(text: string, words: ShopWords, company: Company): Correction | null {
  const latin = readAsLatin(text)
  if (latin !== null && latin.length >= 3) {
    const read = inOtherLayout(latin, words)
    if (read) return { how: 'layout', text: read }
  }
  if (isInitials(text)) {
    // Beside other words they are rather a murmur (ㅋㅋ, ㅊㅊ).
    const found =
      company === 'alone' && text.length >= INITIALS_LEAST
        ? words.list.withInitials(text, 20).find(({ word }) => word.length === text.length)
        : undefined
    return { how: 'letters', text: found?.word ?? '' }
  }
  const [whole] = words.list.beginning(text, 1)
  if (whole) return { how: 'letters', text: whole.word }
  const bare = withoutLoneLetters(text)
  if (bare === '' || isKnown(bare, words)) return { how: 'letters', text: bare }
  const corrected = correctWord({ text: bare, raw: bare }, words, company)
  return { how: corrected?.how ?? 'letters', text: corrected?.text ?? bare }
}

/** What a reading of the keys comes to when the shop has it: itself, its parts, or a near word. */
function inOtherLayout(reading: string, words: ShopWords): string | null {
  if (isKnown(reading, words)) return stripParticle(reading)
  const parts = splitWord(reading, words.list)
  if (parts) return parts.join(' ')
  return words.list.nearest(reading, toLetters(reading).length >= 6 ? 0.8 : 0.5)?.word ?? null
}

function otherLayout({ text, raw }: TypedWord, words: ShopWords): Correction | null {
  const script = wordScript(text)
  if (script === 'latin' && text.length >= KEYS_LEAST) {
    for (const reading of readAsKorean(raw)) {
      const read = reading.length >= 2 ? inOtherLayout(reading, words) : null
      if (read !== null) return { how: 'layout', text: read }
    }
  }
  if (script === 'hangul' && isSyllables(text)) {
    const latin = readAsLatin(text)
    if (latin !== null && latin.length >= KEYS_LEAST && words.list.documents(latin) > 0)
      return { how: 'layout', text: latin }
  }
  return null
}

function otherScript(text: string, words: ShopWords): Correction | null {
  const other = wordScript(text) === 'kana' ? [toKatakana(text), toHiragana(text)] : []
  const sold = other.find((form) => form !== text && words.has(form))
  if (sold !== undefined) return { how: 'script', text: sold }
  const same = wordScript(text) === 'kana' ? words.list.sameKana(text) : words.list.sameKanji(text)
  return same === null || same === text ? null : { how: 'script', text: same }
}

function compound(text: string, words: ShopWords): Correction | null {
  const parts = splitWord(text, words.list) ?? splitWord(stripParticle(text), words.list)
  return parts ? { how: 'compound', text: parts.join(' ') } : null
}

/** The words of prose are many: a short word is near to one of them by chance. */
const stemSlipsOf = ({ length }: string): number => (length >= 8 ? 2 : length >= 5 ? 1 : 0)

/** A wrong first letter is seen at once, so it is rarer than others. */
const FIRST_LETTER = 0.3

function slip(text: string, words: ShopWords, inSentence: boolean): Correction | null {
  const forms = new Set([text, stripParticle(text)])
  let best: { text: string; cost: number } | null = null
  for (const form of forms) {
    const most = slipsOf(form, inSentence)
    if (most === 0) continue
    const near = words.list.nearest(form, most)
    if (!near) continue
    const cost =
      near.cost + (wordScript(form) === 'latin' && near.word.charAt(0) !== form.charAt(0) ? FIRST_LETTER : 0)
    if (cost <= most + 1e-9 && (!best || cost < best.cost)) best = { text: near.word, cost }
  }
  if (best) return { how: 'typo', text: best.text }
  const most = wordScript(text) === 'latin' ? stemSlipsOf(text) : 0
  const stem = most > 0 ? words.nearestStem(text, most) : null
  return stem === null ? null : { how: 'stem', text: stem }
}

/** 롱웜피스: one part as the shop writes it, the other with a slip. */
function slipInCompound(text: string, words: ShopWords, inSentence: boolean): Correction | null {
  const script = wordScript(text)
  if (script !== 'hangul' && script !== 'kana') return null
  let best: { text: string; cost: number } | null = null
  for (let cut = script === 'hangul' ? 1 : 2; cut < text.length - 1; cut++) {
    const parts = [text.slice(0, cut), text.slice(cut)] as const
    for (const [index, part] of parts.entries()) {
      const other = parts[1 - index] ?? ''
      if (words.list.documents(part) < 2 || (index === 1 && part.length < 2)) continue
      const most = Math.min(slipsOf(other, inSentence), 1)
      const near = most > 0 ? words.list.nearest(other, most) : null
      if (!near || (best && near.cost >= best.cost)) continue
      best = { text: index === 0 ? `${part} ${near.word}` : `${near.word} ${part}`, cost: near.cost }
    }
  }
  return best && { how: 'typo', text: best.text }
}
