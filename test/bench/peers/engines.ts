import { create, insertMultiple, search, type AnyOrama } from '@orama/orama'
import { Document } from 'flexsearch'
import MiniSearch from 'minisearch'
import type { FlatProduct } from '../systems/compared-system.ts'
import { tokens } from './tokens.ts'

/** One npm engine in this process. */
export interface Engine {
  add(products: readonly FlatProduct[]): Promise<void>
  find(query: string, maxPrice: number | undefined, limit: number): Promise<{ ids: string[]; total: number }>
}

/** The same weights as everywhere: a match in a title is worth more than one in prose. */
const boosts = { title: 2.5, brand: 2, category: 2, attributes: 1, description: 1, reviews: 0.7 } as const
const fields = ['title', 'brand', 'category', 'attributes', 'description', 'reviews'] as const

/** BM25+ over fields; any word may match, the most and rarest first. */
function miniSearch(): Engine {
  const index = new MiniSearch<FlatProduct>({
    fields: [...fields],
    storeFields: ['title', 'price', 'brand', 'category', 'availability'],
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: { boost: boosts, combineWith: 'OR' },
  })
  return {
    add: (products) => index.addAllAsync(products, { chunkSize: 500 }),
    find: (query, maxPrice, limit) => {
      const found = index.search(
        query,
        maxPrice === undefined ? {} : { filter: ({ price }) => Number(price ?? 0) <= maxPrice },
      )
      return Promise.resolve({ ids: found.slice(0, limit).map(({ id }) => String(id)), total: found.length })
    },
  }
}

/**
 * BM25 over fields, `threshold: 1` (any word may match), no typo tolerance. On the development sets that is its best on
 * average; with `threshold: 0` (all words) it is better at keywords and far worse at sentences.
 */
function orama(): Engine {
  const index: AnyOrama = create({
    schema: {
      id: 'string',
      title: 'string',
      brand: 'string',
      category: 'string',
      attributes: 'string',
      description: 'string',
      reviews: 'string',
      price: 'number',
    },
    components: {
      tokenizer: {
        language: 'english',
        normalizationCache: new Map(),
        tokenize: (text: string) => [...new Set(tokens(text))],
      },
    },
  })
  return {
    async add(products) {
      const documents = products.map(({ price, ...product }) => ({
        ...product,
        ...(price === null ? {} : { price }),
      }))
      await insertMultiple(index, documents, 500)
    },
    async find(query, maxPrice, limit) {
      const found = await search(index, {
        term: query,
        properties: [...fields],
        boost: boosts,
        threshold: 1,
        limit,
        ...(maxPrice === undefined ? {} : { where: { price: { lte: maxPrice } } }),
      })
      return { ids: found.hits.map(({ document }) => String(document['id'])), total: found.count }
    },
  }
}

/** Matches asked of FlexSearch when a price is to be filtered afterwards: it has no ranges. */
const DEEP = 1000

/** FlexSearch has no weights: fields count in their order, and its own score goes by where in a text a word stands. */
function flexSearch(): Engine {
  const index = new Document({
    document: { id: 'id', index: [...fields], store: ['price'] },
    tokenize: 'strict',
    encode: tokens,
  })
  return {
    add(products) {
      for (const product of products) index.add({ ...product })
      return Promise.resolve()
    },
    find(query, maxPrice, limit) {
      const found = index.search(query, {
        suggest: true,
        merge: true,
        enrich: true,
        limit: maxPrice === undefined ? limit : DEEP,
      }) as unknown as { id: string; doc: { price: number | null } | null }[]
      const left = maxPrice === undefined ? found : found.filter(({ doc }) => (doc?.price ?? 0) <= maxPrice)
      return Promise.resolve({ ids: left.slice(0, limit).map(({ id }) => id), total: left.length })
    },
  }
}

export const engines = {
  orama: () => Promise.resolve(orama()),
  minisearch: () => Promise.resolve(miniSearch()),
  flexsearch: () => Promise.resolve(flexSearch()),
} as const

export type EngineName = keyof typeof engines
