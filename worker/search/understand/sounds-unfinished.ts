import type { Understanding } from '../../ports/understanding.ts'

/**
 * Korean modifiers come before what they modify: these endings join a word to one that is still to come
 * (여름에, 입을, 시원한, 가볍고). A noun that ends alike (다운, 독서) waits for Enter, which loses little.
 */
const koreanJoint =
  /(?:[는은을를에로고게한할된될던운용께]|지만|적인|면서|[아어해려여]서|[아어해려여]도|[가-힣]{2}[의와과랑])$/u

/** Particles that wait for a word, and the ending of a na-adjective before its noun. */
const japaneseJoint = /(?:[のにでをとがはなへや]|から|まで|より|ための|向けの)$/u

const englishJoint =
  /^(?:an?|the|for|to|of|in|on|at|by|with|without|from|and|or|but|that|which|who|is|are|my|her|his|our|your|their|its|i|we|you|he|she|they|it|not|no|can|can't|will|won't|don't|doesn't|when|while|under|over|like|as|very|so|too)$/

/** True when the last word asks for another: the shopper thinks, and has not said it all. Pure. */
export function soundsUnfinished({ words }: Pick<Understanding, 'words'>): boolean {
  const last = words.at(-1)?.text ?? ''
  return englishJoint.test(last) || koreanJoint.test(last) || japaneseJoint.test(last)
}
