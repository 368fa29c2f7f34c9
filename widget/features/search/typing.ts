/** Typing rests this long before a question is asked. */
export const DEBOUNCE_MS = 120

/** Typing that rests so long is taken for finished: a thought between two words is mostly shorter. */
export const REST_MS = 3_000

/** A consonant or vowel that is not a syllable yet: half of what the shopper is about to say. */
const LONE_JAMO = /[\u1100-\u11ff\u3131-\u318e]$/

/** False while a Korean syllable is still being put together. */
export const isWorthAsking = (words: string): boolean => !LONE_JAMO.test(words)

/** True when the new words go on from the old ones, so that what was tapped still belongs to them. */
export const isRefined = (words: string, before: string): boolean =>
  words.startsWith(before) || before.startsWith(words)
