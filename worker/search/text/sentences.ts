/** Behind the end of a sentence, not behind an abbreviation. */
const sentenceBreak =
  /(?<=[.!?…])(?<!(?:(?<!\p{L})(?:Mrs?|Ms|Dr|St|No|vs|approx)|[ap]\.m|e\.g|i\.e)\.)\s+|[\n。！？]+/u

/** A text's sentences in order; a text without an end is one. Pure. */
export const sentencesOf = (text: string): string[] => text.split(sentenceBreak)
