import type { Settings } from 'meilisearch'
import type { Locale } from '../../contract/vocabulary.ts'
import type { IndexEmbedder } from '../../ports/search-index.ts'
import { filterFields } from '../../search/outside/filter-tree.ts'

/**
 * Grows with every change of the settings below, of `indexDocument` or of the analysis its terms come from: indexes of
 * another version are built anew. A guard test compares it with a digest of the settings.
 */
export const SETTINGS_VERSION = 1

export const PRIMARY_KEY = 'key'

const fields = ['title', 'brand', 'category', 'attributes', 'description', 'evidence'] as const
const pairs = fields.map((field) => `${field}_pairs`)

/**
 * Letters a word needs for one typo and for two. Hangul counts in jamo: two syllables make up to six, and a typo in
 * them is most often another word (선물 and 건물), so three syllables are the least.
 */
const typoLengths: Readonly<Record<Locale, { oneTypo: number; twoTypos: number }>> = {
  ko: { oneTypo: 7, twoTypos: 12 },
  en: { oneTypo: 5, twoTypos: 9 },
  ja: { oneTypo: 5, twoTypos: 9 },
}

/** Everything about an index, none of it left to the server's defaults. Pure. */
export function indexSettings(policy: Locale, embedders: readonly IndexEmbedder[]): Settings {
  return {
    searchableAttributes: [
      ...fields.flatMap((field) => [field, `${field}_pairs`]),
      ...(policy === 'en' ? [] : ['spelling']),
    ],
    displayedAttributes: ['id'],
    filterableAttributes: [
      {
        attributePatterns: [...filterFields.equal],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
      {
        attributePatterns: [...filterFields.ordered],
        features: { facetSearch: false, filter: { equality: false, comparison: true } },
      },
    ],
    sortableAttributes: [],
    // Only to choose what is listed: the shop ranks. Proximity and exactness cost more than all the rest.
    rankingRules: ['words', 'typo', 'attribute'],
    proximityPrecision: 'byAttribute',
    stopWords: [],
    synonyms: {},
    dictionary: [],
    distinctAttribute: null,
    prefixSearch: 'disabled',
    facetSearch: false,
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: typoLengths[policy],
      // Character pairs are never misspelt, and reviews are full of words that are.
      disableOnAttributes: [...pairs, 'evidence'],
      // A model number that is nearly the one asked for is another product.
      disableOnNumbers: true,
    },
    pagination: { maxTotalHits: 1_000 },
    // A search is given up by us long before; this frees the server of it.
    searchCutoffMs: 1_000,
    ...(embedders.length === 0
      ? {}
      : {
          embedders: Object.fromEntries(
            embedders.map(({ name, dims }) => [name, { source: 'userProvided', dimensions: dims }]),
          ),
        }),
  }
}
