import type { Settings } from '../contract/shops.ts'
import type { Consent, ConsentBasis } from '../contract/vocabulary.ts'

/** The European Economic Area: the members of the Union, Iceland, Liechtenstein and Norway. */
const EEA: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' '),
)

/**
 * On what basis shoppers of a country are recognised who have not been asked. Pure.
 * @param country ISO 3166-1; undefined where the edge does not know it, then the shop's default holds
 */
export function basisFor({ consent }: Settings['events'], country: string | undefined): ConsentBasis {
  if (country !== undefined && EEA.has(country)) return 'ask_first'
  const regions = new Map(Object.entries(consent.regions))
  return (country === undefined ? undefined : regions.get(country)) ?? consent.default
}

/** Whether a visitor's id may be kept. Pure. */
export const mayRecognise = (consent: Consent, basis: ConsentBasis): boolean =>
  consent === 'granted' || (consent === 'not_asked' && basis !== 'ask_first')
