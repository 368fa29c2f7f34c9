import { paths } from '../../worker/contract/vocabulary.ts'
import { createMeasuredShop } from '../support/measured-shop.ts'
import { generatedCatalogue } from './bench-catalogue.ts'
import { catalogueWords, seededRandom, type CatalogueWords } from './generate-catalogue.ts'
import type { Measured } from './measure-search.ts'
import { cpuClockOf } from './process-cpu.ts'
import { startAisle } from './systems/aisle.ts'
import { onOneConnection } from './timed-get.ts'

const CALLS = 1000
const CALLS_FIRST = 50
const PRODUCTS = 10_000
const WORDS = 60

/** What a shopper has typed after each letter of a word, in two languages; every third word follows another. */
function typed({ english, korean }: CatalogueWords): string[] {
  const random = seededRandom(11)
  const word = () => (random() < 0.3 ? korean : english).at(30 + Math.floor(random() * 400))
  return Array.from({ length: WORDS }, (_, index) => {
    const before = index % 3 === 2 ? `${word()} ` : ''
    const letters = word()
    return Array.from(letters, (_, at) => before + letters.slice(0, at + 1))
  }).flat()
}

/** Asks a shop of ten thousand products for completions letter by letter, one call at a time. */
export async function measureSuggest(): Promise<Measured> {
  const words = catalogueWords()
  const aisle = await startAisle({ name: 'suggest', metric: 'suggest' })
  try {
    const catalogue = generatedCatalogue(words, PRODUCTS)
    const shop = await createMeasuredShop(aisle.url, catalogue)
    for await (const file of catalogue.files) await shop.importFile('products', file)
    const addresses = typed(words).map(
      (q) =>
        `${aisle.url}${paths.suggest}?${new URLSearchParams({ key: shop.keys.public_key, q }).toString()}`,
    )
    const cpu = aisle.pid === null ? null : await cpuClockOf(aisle.pid)
    return await onOneConnection(async (get) => {
      const ask = async (call: number) => (await get(addresses[call % addresses.length] ?? '')).ms
      for (let call = 0; call < CALLS_FIRST; call++) await ask(call)
      const times: number[] = []
      const before = await cpu?.()
      for (let call = 0; call < CALLS; call++) times.push(await ask(call))
      const after = await cpu?.()
      const spent = before === undefined || after === undefined ? null : (after - before) / CALLS
      return { name: 'suggest', times, cpu: spent, matched: 0 }
    })
  } finally {
    await aisle.close()
  }
}
