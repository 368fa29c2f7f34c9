import { fold } from '../text/fold.ts'
import { nameKey } from '../text/name-key.ts'
import type { BrandSpellings } from './brand-spellings.ts'
import { consonantMask, soundCost, soundKey, soundTolerance } from './sound-key.ts'

export interface NamedBrand {
  readonly brand: string
  /** What to search for. */
  readonly core: string
  /** True when only a rule says that it is spelled so. */
  readonly isGuess: boolean
}

interface Sounding extends NamedBrand {
  readonly sound: string
  readonly consonants: number
}

/** A shop's brands by how they are written and by how they sound. */
export class BrandIndex {
  readonly #bySpelling = new Map<string, NamedBrand>()
  readonly #own = new Map<string, NamedBrand>()
  readonly #soundings: Sounding[] = []

  /** Takes the brands commonest first: a spelling two of them share goes to the first. */
  constructor(brands: readonly BrandSpellings[]) {
    for (const { brand, core, spellings, source } of brands) {
      const named = { brand, core, isGuess: source === 'rule' }
      for (const own of [brand, core]) add(this.#own, nameKey(own), named)
      for (const spelling of spellings) add(this.#bySpelling, nameKey(spelling), named)
      const names = [core, ...spellings]
      const sounds = new Set([
        ...names.map((name) => soundKey(name)),
        ...names.map((name) => soundKey(name, false)),
      ])
      for (const sound of sounds)
        if (soundTolerance(sound) > 0)
          this.#soundings.push({ ...named, sound, consonants: consonantMask(sound) })
    }
  }

  /** The brand that some joined words are the shop's own name of. */
  own(key: string): NamedBrand | null {
    return this.#own.get(key) ?? null
  }

  /** The brand that some joined words are another spelling of. */
  spelled(key: string): NamedBrand | null {
    return this.#bySpelling.get(key) ?? null
  }

  /** The brand that sounds like a word; null when none does, or the word is too short to tell. */
  sounding(text: string): NamedBrand | null {
    const folded = fold(text)
    let best: { named: NamedBrand; cost: number } | null = null
    for (const sound of new Set([soundKey(folded), soundKey(folded, false)])) {
      const tolerance = soundTolerance(sound)
      if (tolerance === 0) continue
      const consonants = consonantMask(sound)
      // Every consonant of one that the other lacks costs half at least.
      const lacking = Math.floor(tolerance / 0.5)
      for (const candidate of this.#soundings) {
        if (lacks(consonants, candidate.consonants, lacking)) continue
        if (Math.abs(candidate.sound.length - sound.length) > 3) continue
        const most = Math.min(tolerance, soundTolerance(candidate.sound))
        const cost = soundCost(sound, candidate.sound, most)
        if (cost <= most && (!best || cost < best.cost)) best = { named: candidate, cost }
      }
    }
    return best?.named ?? null
  }
}

function add(map: Map<string, NamedBrand>, key: string, named: NamedBrand): void {
  if (key !== '' && !map.has(key)) map.set(key, named)
}

/** True when either mask has more than so many bits that the other has not. */
function lacks(left: number, right: number, most: number): boolean {
  return countBits(left & ~right) > most || countBits(right & ~left) > most
}

function countBits(mask: number): number {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count += 1
  return count
}
