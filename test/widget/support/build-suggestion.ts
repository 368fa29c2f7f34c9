import type { SuggestResponse } from '../../../worker/contract/typing.ts'

/** A suggest answer of these completions and nothing else. */
export const buildSuggestion = (
  texts: readonly string[],
  over: Partial<SuggestResponse> = {},
): SuggestResponse => ({
  query: '',
  queries: texts.map((text) => ({ text, kind: 'completion' })),
  products: [],
  categories: [],
  brands: [],
  took_ms: 1,
  ...over,
})
