/** What a character belongs to, as far as the end of a word depends on it. */
export type Script = 'hangul' | 'latin' | 'digit' | 'kanji' | 'hiragana' | 'katakana' | 'other'

const letter = /\p{L}|\p{M}/u

/** Script of the UTF-16 unit at `at`; `other` outside the text and for spaces, signs and surrogates. */
export function scriptAt(text: string, at: number): Script {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return 'other'
  if (code < 0x80) {
    if (code >= 0x30 && code <= 0x39) return 'digit'
    return code >= 0x61 && code <= 0x7a ? 'latin' : 'other'
  }
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul'
  if (code >= 0x3041 && code <= 0x309f) return 'hiragana'
  if ((code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc) return 'katakana'
  if ((code >= 0x3400 && code <= 0x9fff) || code === 0x3005) return 'kanji'
  return letter.test(text.charAt(at)) ? 'latin' : 'other'
}

/** End of the run of characters of one script that holds `at`; `at` itself when the script differs. */
export function runEnd(text: string, at: number, script: Script): number {
  let end = at
  while (scriptAt(text, end) === script) end += 1
  return end
}

/** Start of the run of characters of one script that ends before `at`, looked for no further than `floor`. */
export function runStart(text: string, at: number, script: Script, floor = 0): number {
  let start = at
  while (start > floor && scriptAt(text, start - 1) === script) start -= 1
  return start
}
