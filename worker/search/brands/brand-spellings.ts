import { nameKey } from '../text/name-key.ts'
import { knownBrands } from './known-brands.ts'
import { writtenSpellings } from './write-spellings.ts'

/** Where a brand's other spellings come from; the merchant's stand instead of the others. */
export type SpellingSource = 'rule' | 'list' | 'merchant'

export interface BrandSpellings {
  /** As the shop writes it. */
  readonly brand: string
  readonly spellings: readonly string[]
  readonly source: SpellingSource
  /** The part of the shop's own writing that is searched for: "Nike" of "Nike Kids". */
  readonly core: string
}

const known = new Map<string, { name: string; all: readonly string[] }>()
for (const { name, spellings } of knownBrands) {
  const all = [name, ...spellings]
  // The first line that names a spelling keeps it: Nike before Nike's lines of clothes.
  for (const spelling of all) if (!known.has(nameKey(spelling))) known.set(nameKey(spelling), { name, all })
}

/** True when a word is a well-known brand in some script, sold here or not. */
export const isKnownBrand = (word: string): boolean => known.has(nameKey(word))

/** What a brand's name may be looked up by: itself, what stands in and outside its brackets, its first words. */
function partsOf(brand: string): string[] {
  const bracketed = brand.split(/[()[\]/|]/u).map((part) => part.trim())
  const words = brand.split(/\s+/u)
  const heads = words.map((_, index) => words.slice(0, words.length - index).join(' '))
  return [...new Set([brand, ...bracketed, ...heads])].filter((part) => nameKey(part).length > 1)
}

/** The other spellings of a shop's brand, from the list of known brands or by rule. Pure. */
export function spellingsOf(brand: string): BrandSpellings {
  for (const part of partsOf(brand)) {
    const entry = known.get(nameKey(part))
    if (!entry) continue
    const own = nameKey(part)
    return {
      brand,
      core: part,
      source: 'list',
      spellings: entry.all.filter((spelling) => nameKey(spelling) !== own),
    }
  }
  return { brand, core: brand, source: 'rule', spellings: writtenSpellings(brand) }
}

/** The same with the merchant's word for it. */
export const merchantSpellings = (brand: string, spellings: readonly string[]): BrandSpellings => ({
  brand,
  core: brand,
  source: 'merchant',
  spellings,
})
