import type { BrandEntry } from '../../contract/typing.ts'
import { merchantSpellings, spellingsOf, type BrandSpellings } from '../../search/brands/brand-spellings.ts'
import { nameKey } from '../../search/text/name-key.ts'
import { commonestWords, type WordCount } from './catalogue-words.ts'
import { liveCatalogue } from './catalogues.ts'

/** Brands listed to the merchant. */
const LISTED = 2_000

const ownSpellings = (sql: SqlStorage): Map<string, { brand: string; spellings: string[] }> =>
  new Map(
    sql
      .exec<{ brand_key: string; brand: string; spellings: string }>('SELECT * FROM brand_spelling')
      .toArray()
      .map(({ brand_key, brand, spellings }) => [
        brand_key,
        { brand, spellings: JSON.parse(spellings) as string[] },
      ]),
  )

/** The spellings of some brands: the merchant's own where there are any, else those of the list or of the rules. */
export function readBrandSpellings(
  sql: SqlStorage,
  brands: readonly Pick<WordCount, 'key' | 'text'>[],
): BrandSpellings[] {
  const own = ownSpellings(sql)
  return brands.map(({ key, text }) => {
    const entry = own.get(key)
    return entry ? merchantSpellings(text, entry.spellings) : spellingsOf(text)
  })
}

/** The brands of the live catalogue's market with their spellings, commonest first; then those only the merchant named. */
export function listBrands(sql: SqlStorage, market: string): BrandEntry[] {
  const live = liveCatalogue(sql)
  const brands = live ? commonestWords(sql, live.id, market, 'brand', LISTED) : []
  const sold = new Set(brands.map(({ key }) => key))
  const others = [...ownSpellings(sql)].filter(([key]) => !sold.has(key))
  return [
    ...readBrandSpellings(sql, brands).map(({ brand, spellings, source }) => ({
      brand,
      spellings: [...spellings],
      source,
    })),
    ...others.map(([, { brand, spellings }]) => ({ brand, spellings, source: 'merchant' as const })),
  ]
}

/** Replaces the merchant's own spellings by these. A brand that is not among them has those of the list or rules again. */
export function replaceBrandSpellings(
  sql: SqlStorage,
  brands: readonly { readonly brand: string; readonly spellings: readonly string[] }[],
): void {
  sql.exec('DELETE FROM brand_spelling')
  for (const { brand, spellings } of brands) {
    sql.exec(
      'INSERT OR REPLACE INTO brand_spelling (brand_key, brand, spellings) VALUES (?, ?, ?)',
      nameKey(brand),
      brand,
      JSON.stringify(spellings),
    )
  }
}
