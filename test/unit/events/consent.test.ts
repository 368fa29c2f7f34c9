import { describe, expect, test } from 'vitest'
import type { Settings } from '../../../worker/contract/shops.ts'
import type { Consent, ConsentBasis } from '../../../worker/contract/vocabulary.ts'
import { basisFor, mayRecognise } from '../../../worker/events/consent.ts'

const settings = (
  basis: ConsentBasis,
  regions: Settings['events']['consent']['regions'] = {},
): Settings['events'] => ({ consent: { default: basis, regions }, retention_days: 90 })

describe('the basis of a region', () => {
  test.each<[string | undefined, ConsentBasis]>([
    ['KR', 'notice'],
    ['US', 'none'],
    ['JP', 'ask_first'],
    [undefined, 'notice'],
    ['constructor', 'notice'],
  ])('of %s is what the shop declares, else its default: %s', (country, basis) => {
    expect(basisFor(settings('notice', { US: 'none', JP: 'ask_first' }), country)).toBe(basis)
  })

  test('is to ask first in all of the European Economic Area, whatever the shop declares', () => {
    const countries =
      'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' ')
    expect(countries).toHaveLength(30)
    const declared = settings('none', Object.fromEntries(countries.map((country) => [country, 'none'])))
    expect(countries.map((country) => basisFor(declared, country))).toEqual(countries.map(() => 'ask_first'))
    expect(basisFor(declared, 'CH')).toBe('none')
  })
})

test.each<[Consent, ConsentBasis, boolean]>([
  ['granted', 'ask_first', true],
  ['granted', 'notice', true],
  ['granted', 'none', true],
  ['not_asked', 'ask_first', false],
  ['not_asked', 'notice', true],
  ['not_asked', 'none', true],
  ['denied', 'ask_first', false],
  ['denied', 'notice', false],
  ['denied', 'none', false],
])('who has %s where the basis is %s is recognised: %s', (consent, basis, may) => {
  expect(mayRecognise(consent, basis)).toBe(may)
})
