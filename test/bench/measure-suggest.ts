import { paths } from '../../worker/contract/vocabulary.ts'
import { seededRandom, type CatalogueWords } from './generate-catalogue.ts'
import { timeCalls, type Measured } from './measure-search.ts'
import type { CpuClock } from './process-cpu.ts'
import { onOneConnection } from './timed-get.ts'

const CALLS = 1000
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

/** Asks for completions letter by letter, one call at a time. */
export function measureSuggest(
  url: string,
  publicKey: string,
  words: CatalogueWords,
  cpu: CpuClock | null,
): Promise<Measured> {
  const addresses = typed(words).map(
    (q) => `${url}${paths.suggest}?${new URLSearchParams({ key: publicKey, q }).toString()}`,
  )
  return onOneConnection(async (get) => {
    const call = async (index: number) => (await get(addresses[index % addresses.length] ?? '')).ms
    await timeCalls(50, null, call)
    return { name: 'suggest', ...(await timeCalls(CALLS, cpu, call)), matched: 0 }
  })
}
