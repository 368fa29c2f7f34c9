import { seededRandom, type CatalogueWords } from './generate-catalogue.ts'

/** A query as a shopper types it, and as a shop with a price field passes it to an engine that reads no sentences. */
export interface BenchQuery {
  readonly text: string
  readonly words: string
  /** Major units. */
  readonly maxPrice?: number
}

/** Queries of one shape, asked in turn. */
export interface QueryKind {
  readonly name: string
  readonly queries: readonly BenchQuery[]
}

const QUERIES_A_KIND = 20

/**
 * What shoppers ask of a generated catalogue, in six shapes. Words are drawn from bands of the vocabulary's ranks, so
 * that a kind means the same share of the products at every size. Pure and seeded.
 */
export function queryMix({ english, korean }: CatalogueWords): QueryKind[] {
  const random = seededRandom(7)
  const within = (least: number, most: number) => least + Math.floor(random() * (most - least))
  const rare = () => english.at(within(6_000, 9_000))
  const middling = () => english.at(within(100, 500))
  const common = () => english.at(within(20, 40))
  const koreanWord = () => korean.at(within(30, 500))
  const kind = (name: string, make: () => string | BenchQuery): QueryKind => ({
    name,
    queries: Array.from({ length: QUERIES_A_KIND }, () => {
      const made = make()
      return typeof made === 'string' ? { text: made, words: made } : made
    }),
  })
  const priced = (): BenchQuery => {
    const words = `${middling()} ${middling()}`
    const maxPrice = within(20, 200)
    return { text: `${words} under $${maxPrice}`, words, maxPrice }
  }
  return [
    kind('rare word', rare),
    kind('two words', () => `${middling()} ${middling()}`),
    kind('common word', common),
    kind('four-word sentence', () => `a ${common()} ${middling()} for ${middling()} ${middling()}`),
    kind('price phrase', priced),
    kind('Korean sentence', () => `${koreanWord()}에 어울리는 ${koreanWord()} ${koreanWord()}`),
  ]
}
