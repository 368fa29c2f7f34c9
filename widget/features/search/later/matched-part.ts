/** Letters as they are typed: a syllable as its vowels and consonants, without case. */
const letters = (text: string): string => text.toLowerCase().normalize('NFKD')

function alike(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/**
 * The part of a completion that is typed already, as start and end: from the beginning of a word on, each character
 * that goes at least part of the way (원ㅍ in 원피스, ㅇㅍㅅ in 원피스). Empty when the typed text is written another way. Pure.
 */
export function matchedPart(text: string, typed: string): readonly [start: number, end: number] {
  const wanted = letters(typed.trim())
  let best: readonly [number, number] = [0, 0]
  let most = 0
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    let end = index
    let done = 0
    for (const character of text.slice(index)) {
      const length = alike(letters(character), wanted.slice(done))
      if (!length) break
      done += length
      end += character.length
      if (done === wanted.length) return [index, end]
    }
    if (done > most) {
      most = done
      best = [index, end]
    }
  }
  return best
}
