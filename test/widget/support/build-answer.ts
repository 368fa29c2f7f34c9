import type { Hit, SearchResponse } from '../../../worker/contract/search.ts'

/** A hit with only what a test does not care about filled in. */
export const buildHit = (id: string, over: Partial<Hit> = {}): Hit => ({
  id,
  title: `Product ${id}`,
  link: `https://shop.example/p/${id}`,
  price: 10,
  currency: 'USD',
  availability: 'in_stock',
  ...over,
})

/** `count` hits named `prefix1`, `prefix2` … */
export const buildHits = (count: number, prefix = 'p'): Hit[] =>
  Array.from({ length: count }, (_, index) => buildHit(`${prefix}${index + 1}`))

export const buildAnswer = (over: Partial<SearchResponse> = {}): SearchResponse => {
  const hits = over.hits ?? buildHits(3)
  return {
    query: 'lamp',
    hits,
    total: hits.length,
    facets: { category: [], brand: [], availability: [], attributes: [] },
    understood: [],
    answer: hits.length ? 'found' : 'none',
    mode: 'keyword',
    took_ms: 1,
    request_id: 'r1',
    ...over,
  }
}
