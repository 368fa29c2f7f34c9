/** Finds names of goods in titles, where the last noun is what a thing is. Pure. */

/** Words a Latin name may have. */
const NAME_WORDS = 4

const singular = (word: string): string => {
  if (word.length < 4 || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

const latinKey = (words: readonly string[]): string => words.map(singular).join(' ')

/** How a folded name is compared: English without plurals and hyphens, the rest as it stands. */
export const nameForm = (name: string): string =>
  /^[a-z0-9]/.test(name) ? latinKey(name.split(/[\s-]+/)) : name.replaceAll(' ', '')

export interface NameMatch<T> {
  readonly value: T
  /** The name found, in the form of `nameForm`. */
  readonly form: string
  /** Characters of the text, half-open. */
  readonly start: number
  readonly end: number
}

const tokens =
  /(?<hangul>\p{Script=Hangul}+)|(?<cjk>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+)|(?<word>[a-z0-9]+(?:['’][a-z]+)?)|(?<cut>[,()[\]|/+:_]|\s[-–—&]\s)/gu

/** Words after which an English title speaks of something else than the product. */
const cuts = new Set(['with', 'for', 'in', 'of', 'from', 'by', 'without', 'featuring', 'and', 'w'])

export class NameFinder<T> {
  readonly #names = new Map<string, T>()

  get(name: string): T | undefined {
    return this.#names.get(nameForm(name))
  }

  set(name: string, value: T): void {
    this.#names.set(nameForm(name), value)
  }

  /**
   * Names in a folded text, left to right, none inside another. Korean and Japanese compounds end in what they are
   * (크롭자켓), so a run of such characters gives the longest name it ends in. `title`: nothing after "with", "for"
   * or a comma, once a name was found.
   */
  find(text: string, reading: 'title' | 'whole'): NameMatch<T>[] {
    const found: NameMatch<T>[] = []
    let words: { text: string; start: number }[] = []
    for (const match of text.matchAll(tokens)) {
      const { word, cut } = match.groups ?? {}
      const end = match.index + match[0].length
      const stops = reading === 'title' && found.length > 0
      if (cut !== undefined) {
        if (stops && match[0] !== '_' && /[a-z]/.test(text)) break
        words = []
      } else if (word !== undefined) {
        if (stops && cuts.has(word)) break
        words.push({ text: word, start: match.index })
        const name = this.#endingIn(words.slice(-NAME_WORDS), end)
        if (name) found.push(name)
      } else {
        words = []
        const name = this.#suffixOf(match[0], end)
        if (name) found.push(name)
      }
    }
    return found.filter((one) => !found.some((other) => other !== one && holds(other, one)))
  }

  /** The longest name of the last words. */
  #endingIn(words: readonly { text: string; start: number }[], end: number): NameMatch<T> | null {
    for (let from = 0; from < words.length; from++) {
      const form = latinKey(words.slice(from).map(({ text }) => text))
      const value = this.#names.get(form)
      if (value !== undefined) return { value, form, start: words[from]?.start ?? end, end }
    }
    return null
  }

  /** The longest name that a run of characters ends in; one of a single character only when it is the whole run. */
  #suffixOf(run: string, end: number): NameMatch<T> | null {
    for (let length = run.length; length >= 1; length--) {
      if (length === 1 && run.length > 1) return null
      const form = run.slice(-length)
      const value = this.#names.get(form)
      if (value !== undefined) return { value, form, start: end - length, end }
    }
    return null
  }
}

const holds = (outer: NameMatch<unknown>, inner: NameMatch<unknown>): boolean =>
  outer.start <= inner.start && outer.end >= inner.end && (outer.start < inner.start || outer.end > inner.end)
