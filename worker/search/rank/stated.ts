/**
 * Does a product *state* a word? Looks at its folded statements (title, category, attribute, option, material),
 * never at its description and never at reviews. Pure.
 */

const letters = /^[\p{Script=Latin}\p{N}\s-]+$/u
const special = /[.*+?^${}()|[\]\\/-]/g

const escape = (text: string) => text.replaceAll(special, String.raw`\$&`)

/**
 * Latin words match whole (with a plural). Korean and Japanese words match inside others, as compounds are written
 * together (인조가죽), but a word of one character only where its script ends: 울 is no part of 겨울, 革 is of 革ベルト.
 */
function pattern(word: string): string {
  const spaced = escape(word).replaceAll(/(?:\\-|\s)+/g, String.raw`[\s-]?`)
  if (letters.test(word)) return String.raw`(?<![\p{L}\p{N}])${spaced}(?:s|es)?(?![\p{L}\p{N}])`
  if (Array.from(word).length > 1) return spaced
  const neighbour = /\p{Script=Han}/u.test(word) ? String.raw`\p{Script=Han}` : String.raw`\p{L}`
  return `(?<!${neighbour})${spaced}(?!${neighbour})`
}

/** A test for "states one of these words"; null when there are no words. Words must be folded. */
export function statesAny(words: readonly string[]): RegExp | null {
  const alternatives = words.filter((word) => word.trim() !== '').map(pattern)
  return alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'u')
}

/** The statements with every match taken out: what is left may still state the bare word (향 in 무향 does not). */
export function withoutStatements(stated: string, words: RegExp): string {
  return stated.replaceAll(new RegExp(words.source, 'gu'), ' ')
}
