import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  SETTINGS_VERSION,
  indexSettings,
} from '../../../worker/adapters/retriever-meilisearch/index-settings.ts'
import { locales } from '../../../worker/contract/vocabulary.ts'
import { indexDocument } from '../../../worker/search/outside/index-document.ts'

/** Indexes are rebuilt when the version grows: a change of settings or documents without it would never arrive. */
const released: Readonly<Record<number, string>> = { 1: '846949' }

test('the settings and documents of a released version never change', () => {
  const document = indexDocument(
    {
      market: 'kr',
      id: '1',
      title: '린넨 dress',
      brand: 'A',
      brandKey: 'a',
      category: '옷 > 원피스',
      availability: 'in_stock',
      adult: false,
      price: 100,
      facts: '\u001fsize=M\u001f',
      columns: ['린넨 dress', 'a', '원피 피스', 'm', '', ''],
    },
    'ko',
  )
  const made = JSON.stringify([
    locales.map((policy) => indexSettings(policy, [{ name: 'v', dims: 3 }])),
    document,
  ])
  const digest = createHash('sha256').update(made).digest('hex').slice(0, 6)
  expect(released[SETTINGS_VERSION], `raise SETTINGS_VERSION and add ${digest}`).toBe(digest)
})
