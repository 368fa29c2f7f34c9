/** A few tokens wrap every message of a conversation. */
const WRAPPING = 8
/** Letters of a Latin word fall together, about four to a token; three keeps the estimate on the high side. */
const LATIN_PER_TOKEN = 3

/**
 * Tokens of a text when nobody counted them, on the high side: a budget must not be overspent by an estimate. Korean
 * and Japanese take up to one token a character in the tokenizers measured. Pure.
 */
export function estimateTokens(text: string): number {
  let latin = 0
  let others = 0
  for (const character of text) {
    if (character <= '\u007f') latin += 1
    else others += 1
  }
  return Math.ceil(latin / LATIN_PER_TOKEN) + others
}

/** What a call costs before it is made: its texts, its schema, and every token that the answer may have. Pure. */
export function estimatePrompt(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + estimateTokens(text) + WRAPPING, 0)
}
