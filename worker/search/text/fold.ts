const accentedLatin = /[\u00c0-\u024f\u1e00-\u1eff]/
const combiningMarks = /[\u0300-\u036f]/g

/**
 * One form for everything that is compared: NFKC (full-width letters, half-width kana, ligatures),
 * lower case, Latin accents off. Hangul and kana keep their marks: there they change the word.
 */
export function fold(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  if (!accentedLatin.test(folded)) return folded
  return folded.normalize('NFD').replace(combiningMarks, '').normalize('NFC')
}
