import type { CatalogueEntry, ImportStatus, ProductResponse } from '../../../worker/contract/catalogue.ts'
import type { SettingsResponse } from '../../../worker/contract/shops.ts'
import type { Rule } from '../../../worker/contract/tuning.ts'
import type { ErrorCode } from '../../../worker/contract/vocabulary.ts'
import { failed, type Answer } from '../../../admin/api/answer.ts'
import type { ExplainResponse } from '../../../admin/api/explanation.ts'

/** Whole answers of the shop API; a test names what it is about. */

export const buildSettings = (parts: Partial<SettingsResponse> = {}): SettingsResponse => ({
  name: 'Paper Boat',
  origins: ['https://paper.example'],
  markets: [{ id: 'main', locale: 'en', currency: 'USD' }],
  theme: {},
  texts: {},
  content_links: [],
  category_link: '',
  brand_link: '',
  search: { sold_out: 'last', results_url: '' },
  models: {
    deadline_ms: 1500,
    rerank: true,
    expand: true,
    rerank_gate: 'auto',
    rerank_cards: 'auto',
    reasons: false,
    embed_deadline_ms: 150,
    enrich: false,
    warm: false,
    budget: { day: {}, month: {} },
    keep_inputs: false,
    visitor_calls_per_minute: 30,
    shop_calls_per_second: 20,
  },
  limits: { searches_per_second: 50, address_searches_per_second: 20, address_burst: 60 },
  events: { consent: { default: 'ask_first', regions: {} }, retention_days: 90 },
  off: false,
  ramp: 100,
  shop: { id: 'abcdefghijkl', public_key: 'pk_abcdefghijkl_public' },
  ...parts,
})

export const buildImport = (parts: Partial<ImportStatus> = {}): ImportStatus => ({
  import: 'i1',
  kind: 'products',
  mode: 'upsert',
  status: 'running',
  read: 0,
  accepted: 0,
  rejected: 0,
  changed: 0,
  removed: 0,
  progress: 0,
  stage: 'reading',
  errors: [],
  created_at: '2026-11-23T09:00:00.000Z',
  ...parts,
})

export const buildCatalogue = (parts: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 1,
  state: 'live',
  products: 12,
  created_at: '2026-11-23T09:00:00.000Z',
  ...parts,
})

export const buildExplained = (parts: Partial<ExplainResponse> = {}): ExplainResponse => ({
  query: 'lamp',
  hits: [],
  total: 0,
  facets: { category: [], brand: [], availability: [], attributes: [] },
  understood: [],
  answer: 'found',
  mode: 'keyword',
  took_ms: 3,
  request_id: 'r1',
  ...parts,
})

export const buildProduct = (parts: Partial<ProductResponse> = {}): ProductResponse => ({
  id: 'A-1',
  title: 'Lamp',
  price: 10,
  currency: 'USD',
  availability: 'in_stock',
  visibility: 'public',
  adult: false,
  ...parts,
})

export const buildRule = (parts: Partial<Rule> = {}): Rule => ({
  id: 'r',
  name: 'A rule',
  enabled: true,
  when: { query: { match: 'is', words: ['lamp'] } },
  then: [{ do: 'pin', product: 'A-1', position: 1 }],
  ...parts,
})

export const refused = (code: ErrorCode, status: number): Answer<never> =>
  failed({ kind: 'refused', code, status, message: 'No.', requestId: 'r1' })
