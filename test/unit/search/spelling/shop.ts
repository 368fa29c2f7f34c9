import { BrandIndex } from '../../../../worker/search/brands/brand-index.ts'
import { spellingsOf } from '../../../../worker/search/brands/brand-spellings.ts'
import { WordList } from '../../../../worker/search/spelling/word-list.ts'
import type { ShopSpelling } from '../../../../worker/search/spelling/read-query.ts'
import { readQuery } from '../../../../worker/search/spelling/read-query.ts'
import { fold } from '../../../../worker/search/text/fold.ts'
import { surfaceWords } from '../../../../worker/search/text/surface-words.ts'
import { understandQuery } from '../../../../worker/search/understand/understand-query.ts'

/** A shop that knows the words of these titles. */
export function shopOf(titles: readonly string[], brands: readonly string[] = []): ShopSpelling {
  const counts = new Map<string, number>()
  for (const text of [...titles, ...brands]) {
    for (const word of new Set(surfaceWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const texts = [...titles, ...brands].map(fold)
  return {
    list: new WordList(Array.from(counts, ([word, documents]) => ({ word, documents }))),
    brands: new BrandIndex(brands.map(spellingsOf)),
    has: (text) =>
      texts.some((title) =>
        /^[a-z\d -]+$/.test(text) ? ` ${title} `.includes(` ${text} `) : title.includes(text),
      ),
    nearestStem: () => null,
  }
}

const understood = (query: string) =>
  understandQuery(query, { locale: 'ko', currency: 'KRW', exponent: 0, now: 0 })

export const read = (query: string, shop: ShopSpelling, exact = false) =>
  readQuery(understood(query), query, shop, exact)

/** What is searched for a query: its readings' texts. */
export const searched = (query: string, shop: ShopSpelling): string =>
  read(query, shop)
    .readings.map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ')
