import { currencies, importLines, reviewLines, type DemoLanguage } from '../demo/catalogue.ts'
import { createMeasuredShop, type MeasuredShop } from '../support/measured-shop.ts'
import { japaneseCatalogueLines, readVariantsCatalogue } from '../support/query-sets.ts'

/** Shops filled with the repository's own goods. `url` is where a measuring worker answers. */

/** A demo shop with its goods and reviews. */
export async function createDemoShop(url: string, language: DemoLanguage): Promise<MeasuredShop> {
  const shop = await createMeasuredShop(url, { locale: language, currency: currencies[language] })
  await shop.importFile('products', importLines(language, 'https://store.example'))
  await shop.importFile('reviews', reviewLines(language))
  return shop
}

/** A Korean shop whose goods are written in three languages. */
export async function createVariantsShop(url: string): Promise<MeasuredShop> {
  const shop = await createMeasuredShop(url, { locale: 'ko', currency: 'KRW' })
  await shop.importFile('products', JSON.stringify(readVariantsCatalogue()))
  return shop
}

/** A shop that is Japanese throughout. */
export async function createJapaneseShop(url: string): Promise<MeasuredShop> {
  const shop = await createMeasuredShop(url, { locale: 'ja', currency: 'JPY' })
  await shop.importFile('products', japaneseCatalogueLines())
  return shop
}
