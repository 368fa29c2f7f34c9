import type { EnrichmentItem } from '../../../worker/ports/enrichment-store.ts'

/** A product to ask about, as a test wants it. */
export const item = (id: string, fields: Partial<EnrichmentItem> = {}): EnrichmentItem => ({
  market: 'main',
  id,
  key: `key-${id}`,
  text: `text-${id}`,
  seen: `seen-${id}`,
  locale: 'en',
  card: [`Linen ${id}`, 'home / bedding', 'Nest', 'color white', 'Breathes well on hot nights'],
  reviews: ['Kept me cool all of July.'],
  candidates: ['mood:cozy', 'mood:calm', 'season:summer', 'recipient:mother'],
  denied: [],
  ...fields,
})
