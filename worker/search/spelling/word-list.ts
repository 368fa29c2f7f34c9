import { initialsOf } from '../text/jamo.ts'
import { kanjiCore } from '../text/kana.ts'
import { leastIndel, leastSubstitution, spellingCost } from './spelling-cost.ts'
import { spellingKey, wordScript } from './spelling-key.ts'

export interface ListedWord {
  /** Folded, as the shop writes it. */
  readonly word: string
  /** Products that have it. */
  readonly documents: number
}

export interface Near extends ListedWord {
  readonly cost: number
}

/** What a tenfold number of products is worth in slips when several words are near. */
const COMMONNESS = 0.12

/** Misspelt words remembered. */
const REMEMBERED = 2_000

/** The words of one shop in memory, made for three questions: known? which are near? which begin so? */
export class WordList {
  readonly #words: readonly ListedWord[]
  readonly #keys: string[] = []
  readonly #masks: Int32Array
  readonly #byWord = new Map<string, number>()
  /** Words of one script and key length, commonest first. */
  readonly #byLength = new Map<string, number[]>()
  /** Words by the first character of their key, commonest first. */
  readonly #byFirst = new Map<string, number[]>()
  readonly #byKana = new Map<string, number>()
  #byCore: Map<string, number> | null = null
  /** What misspelt words were taken for: shoppers make the same slips, and looking takes a millisecond. */
  readonly #nearest = new Map<string, Near | null>()

  /** Takes words in any order, each once. */
  constructor(words: readonly ListedWord[]) {
    this.#words = words.toSorted((left, right) => right.documents - left.documents)
    this.#masks = new Int32Array(this.#words.length)
    this.#words.forEach(({ word }, index) => {
      const key = spellingKey(word)
      const script = wordScript(word)
      this.#keys.push(key)
      this.#masks[index] = maskOf(key)
      this.#byWord.set(word, index)
      add(this.#byLength, `${script}${key.length}`, index)
      add(this.#byFirst, key.slice(0, 1), index)
      if (script === 'kana' && !this.#byKana.has(key)) this.#byKana.set(key, index)
    })
  }

  get size(): number {
    return this.#words.length
  }

  /** Products that have exactly this word; 0 when the shop does not write it. */
  documents(word: string): number {
    const index = this.#byWord.get(word)
    return index === undefined ? 0 : (this.#words[index]?.documents ?? 0)
  }

  /** The commonest word of the same kana in the other script. */
  sameKana(word: string): string | null {
    const index = this.#byKana.get(spellingKey(word))
    return index === undefined ? null : (this.#words[index]?.word ?? null)
  }

  /** The commonest word of the same kanji with other okurigana. */
  sameKanji(word: string): string | null {
    const core = kanjiCore(word)
    if (core === null) return null
    const index = this.#cores().get(core)
    return index === undefined ? null : (this.#words[index]?.word ?? null)
  }

  /**
   * The word a misspelt one most likely stands for: fewest slips, then commonest; null when none is within `most`.
   * Words of the other scripts are no candidates.
   */
  nearest(typed: string, most: number): Near | null {
    const asked = `${most} ${typed}`
    const held = this.#nearest.get(asked)
    if (held !== undefined) return held
    const near = this.#findNearest(typed, most)
    if (this.#nearest.size >= REMEMBERED) this.#nearest.clear()
    this.#nearest.set(asked, near)
    return near
  }

  #findNearest(typed: string, most: number): Near | null {
    const script = wordScript(typed)
    if (script === 'other') return null
    const key = spellingKey(typed)
    const mask = maskOf(key)
    // Letters that differ and letters that are missing, at most: the rest need not be looked at.
    const differing = Math.floor(most / leastSubstitution[script] + 1e-9)
    const missing = Math.floor(most / leastIndel[script] + 1e-9)
    let best: Near | null = null
    let bestValue = Number.POSITIVE_INFINITY
    for (let length = key.length - missing; length <= key.length + missing; length++) {
      for (const index of this.#byLength.get(script + String(length)) ?? []) {
        const other = this.#masks[index] ?? 0
        if (bits(mask & ~other) > differing || bits(other & ~mask) > differing) continue
        const cost = spellingCost(key, this.#keys[index] ?? '', most)
        if (cost > most) continue
        const entry = this.#words[index]
        if (!entry) continue
        const value = cost - COMMONNESS * Math.log10(entry.documents)
        if (value < bestValue) {
          bestValue = value
          best = { ...entry, cost }
        }
      }
    }
    return best
  }

  /** The commonest words whose key begins with that of the typed text, the text itself left out. */
  beginning(typed: string, most: number): ListedWord[] {
    const key = spellingKey(typed)
    if (key === '') return []
    return this.#collect(key.slice(0, 1), most, (index) => {
      const other = this.#keys[index] ?? ''
      return other.length > key.length && other.startsWith(key)
    })
  }

  /** The commonest words that begin like the typed text but for one slip after its first letter. */
  beginningNearly(typed: string, most: number): ListedWord[] {
    const key = spellingKey(typed)
    const mask = maskOf(key)
    return this.#collect(key.slice(0, 1), most, (index) => {
      if (bits(mask & ~(this.#masks[index] ?? 0)) > 1) return false
      const other = this.#keys[index] ?? ''
      return other.length >= key.length && spellingCost(key, other.slice(0, key.length), 1) <= 1
    })
  }

  /** The commonest Hangul words whose initial consonants begin with these. */
  withInitials(initials: string, most: number): ListedWord[] {
    const wanted = initialsOf(initials)
    return this.#collect(wanted.slice(0, 1), most, (index) =>
      initialsOf(this.#words[index]?.word ?? '').startsWith(wanted),
    )
  }

  #collect(first: string, most: number, fits: (index: number) => boolean): ListedWord[] {
    const found: ListedWord[] = []
    for (const index of this.#byFirst.get(first) ?? []) {
      if (!fits(index)) continue
      const entry = this.#words[index]
      if (entry) found.push(entry)
      if (found.length === most) break
    }
    return found
  }

  #cores(): Map<string, number> {
    if (this.#byCore) return this.#byCore
    const cores = new Map<string, number>()
    this.#words.forEach(({ word }, index) => {
      const core = kanjiCore(word)
      if (core !== null && !cores.has(core)) cores.set(core, index)
    })
    this.#byCore = cores
    return cores
  }
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const held = map.get(key)
  if (held) held.push(index)
  else map.set(key, [index])
}

/** One bit for each letter a key has. */
function maskOf(key: string): number {
  let mask = 0
  for (let at = 0; at < key.length; at++) mask |= 1 << (key.charCodeAt(at) % 32)
  return mask
}

function bits(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
