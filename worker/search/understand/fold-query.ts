import { fold } from '../text/fold.ts'

/**
 * The one form of a query that words, spans and labels refer to: folded like every other text
 * (NFKC, lower case, Latin accents off), runs of white space as one space, none at the ends.
 */
export function foldQuery(query: string): string {
  return fold(query).replaceAll(/\s+/gu, ' ').trim()
}
