import type { Range } from './personal-kinds.ts'

/**
 * What patterns share. Every quantifier is bounded and every pattern starts where a word or a number starts, so that
 * a text takes time in proportion to its length whatever it holds.
 */

/** What may stand between a label and its value: "번호는", "number is:", "番号：". */
export const LINK = String.raw`(?: ?(?:번호|number|num|nr|no\.?|id|is|was|番号|[:#=→]|은|는|이|가|が|は)){0,4} ?`

/** Where a number starts that is no part of a longer one or of a code. */
export const NUMBER_START = String.raw`(?<![\dA-Za-z*])(?<!\d[-./])`
export const NUMBER_END = String.raw`(?!\d|-\d)`

/** Characters looked at for a word beside a match. */
const NEAR = 24

/**
 * Ranges of a pattern's group `it`, or of the whole match where it has none.
 * @param pattern with the flags `g` and `d`
 * @param accept a second look at what matched
 */
export function rangesOf(
  text: string,
  pattern: RegExp,
  accept?: (found: string, around: { before: string; after: string }) => boolean,
): Range[] {
  const ranges: Range[] = []
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.['it'] ?? [match.index, match.index + match[0].length]
    const around = {
      before: text.slice(Math.max(0, start - NEAR), start),
      after: text.slice(end, end + NEAR),
    }
    if (accept?.(text.slice(start, end), around) ?? true) ranges.push({ start, end })
  }
  return ranges
}

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
