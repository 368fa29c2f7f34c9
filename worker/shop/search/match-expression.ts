/**
 * FTS5 query text. Every term is quoted, so that nothing a shopper types is an operator:
 * `AND`, `*`, `^`, `NEAR(` and a lone `"` are words like any other.
 */
const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`

/** Products that have at least one of the terms. */
export const anyOf = (terms: readonly string[]): string => terms.map(quote).join(' OR ')

/** Products whose title has the terms one after the other. */
export const titlePhrase = (terms: readonly string[]): string => `title : (${quote(terms.join(' '))})`

/** Products that have the terms one after the other, in any of their texts. */
export const phrase = (terms: readonly string[]): string => quote(terms.join(' '))

/** Ways to say one thing, each a run of terms. */
export type Alternatives = readonly (readonly string[])[]

/** Products that have, for each thing, one of the ways to say it; null when there is nothing to say for one of them. */
export function allOf(things: readonly Alternatives[]): string | null {
  const parts = things.map((ways) => ways.filter((terms) => terms.length > 0).map(phrase))
  if (parts.length === 0 || parts.some((ways) => ways.length === 0)) return null
  return parts.map((ways) => `(${ways.join(' OR ')})`).join(' AND ')
}
