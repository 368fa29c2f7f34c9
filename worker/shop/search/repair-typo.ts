import { editDistance } from '../../search/text/edit-distance.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Shorter words are too near to too many others. */
const SHORTEST = 4
/** From this length on two edits are forgiven. */
const LONG = 8

const latinWord = /^[a-z]+$/

/**
 * The shop's word a misspelt one stands for: nearest first, then commonest; null when none is near. The first
 * letter is trusted. Only for words the shop does not have at all: what it sells is never "corrected".
 */
export function repairTypo(term: string, vocabulary: Vocabulary): string | null {
  if (term.length < SHORTEST || !latinWord.test(term)) return null
  const most = term.length >= LONG ? 2 : 1
  let best: { word: string; distance: number; documents: number } | null = null
  for (const { word, documents } of vocabulary.wordsFrom(term.charAt(0))) {
    const distance = editDistance(term, word, most)
    if (distance > most) continue
    if (!best || distance < best.distance || (distance === best.distance && documents > best.documents)) {
      best = { word, distance, documents }
    }
  }
  return best?.word ?? null
}
