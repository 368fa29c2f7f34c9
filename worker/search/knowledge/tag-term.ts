/**
 * A tag as an index term, so that a concept is a posting list like a word's: `kind:dress`, `mood:cozy`. It begins with
 * a private-use character, which the index keeps and no analysed text can hold.
 */
export const tagTerm = (name: string): string => `\u{E000}${name.replaceAll(/[-:]/g, '')}`

/** The same for products that fit a concept well: what a row to tap counts. */
export const strongTagTerm = (name: string): string => `${tagTerm(name)}\u{E001}`

/** What all terms of kinds of goods begin with. */
export const kindPrefix = tagTerm('kind:')

export const isTagTerm = (term: string): boolean => term.startsWith(tagTerm(''))

/** The kind of goods a term stands for; undefined for every other term. */
export const kindOfTerm = (term: string): string | undefined =>
  term.startsWith(kindPrefix) ? term.slice(kindPrefix.length) : undefined
