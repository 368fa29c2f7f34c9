import { digest } from '../../catalogue/digest.ts'
import type { Locale } from '../../contract/vocabulary.ts'
import type { Understanding } from '../../ports/understanding.ts'
import { stripParticle } from '../text/korean.ts'
import { EXPANSION_VERSION } from './prompt.ts'

/** Fewer words name something; it is found by its name. */
const WORDS_LEAST = 2

/** Beginnings of a wish that are looked up, longest first. */
const BEGINNINGS_MOST = 4

/** Effects that change what products please; a budget or an order does not. */
const telling = new Set(['exclude', 'gender', 'age', 'color'])

const contentWords = ({ words }: Understanding): string[] => {
  const content = words.filter(({ weight }) => weight >= 1)
  return [...new Set((content.length > 0 ? content : words).map(({ text }) => stripParticle(text)))]
}

/**
 * Whether a query reads as a wish whose words products may not use: several content words, or one that speaks of a
 * mood, an occasion, a recipient. A model number is none. Pure.
 */
export function readsAsWish(understanding: Understanding): boolean {
  const words = contentWords(understanding).filter((word) => /\p{L}/u.test(word))
  if (words.some((word) => /\p{L}.*\p{N}.*\p{N}/u.test(word))) return false
  return words.length >= WORDS_LEAST || (words.length > 0 && understanding.concepts.length > 0)
}

function keyOf(words: readonly string[], { wishes }: Understanding, locale: Locale, model: string): string {
  const said = wishes.filter(({ effect }) => telling.has(effect.type)).map(({ id }) => id)
  const parts = [String(EXPANSION_VERSION), model, locale, ...words.toSorted(), ...said.toSorted()]
  return digest(parts.join('\n')) + digest(parts.toReversed().join('\n'))
}

/**
 * What names an expansion: the same for wishes in other words of the same content, in another order, with another
 * budget; another for another model, language or prompt. Pure.
 */
export const expansionKey = (understanding: Understanding, locale: Locale, model: string): string =>
  keyOf(contentWords(understanding), understanding, locale, model)

/**
 * Keys of what the shopper may have paused at while typing this wish: a model that was asked a moment ago about its
 * beginning need not be asked again for a word more. Longest first. Pure.
 */
export function beginningKeys(understanding: Understanding, locale: Locale, model: string): string[] {
  const words = contentWords(understanding)
  return Array.from({ length: BEGINNINGS_MOST }, (_, index) => words.length - 1 - index)
    .filter((length) => length >= WORDS_LEAST)
    .map((length) => keyOf(words.slice(0, length), understanding, locale, model))
}
