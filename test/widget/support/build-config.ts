import type { ConfigResponse } from '../../../worker/contract/shops.ts'

export const buildConfig = (over: Partial<ConfigResponse> = {}): ConfigResponse => ({
  shop: 's1',
  name: 'Harbour',
  market: 'main',
  locale: 'en',
  currency: 'USD',
  theme: {},
  texts: {},
  features: ['search'],
  results_url: '',
  browse: { categories: [], attributes: [] },
  experiment_salt: 'salt',
  consent_basis: 'ask_first',
  off: false,
  ramp: 100,
  ...over,
})
