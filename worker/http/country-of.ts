/** What the edge says where it cannot tell a country, or will not: no country, and Tor. */
const NO_COUNTRY = /^(?:XX|T1)$/i

/** The country a request comes from, ISO 3166-1, as far as the edge knows it. Pure. */
export function countryOf(header: string | undefined): string | undefined {
  return header === undefined || NO_COUNTRY.test(header) ? undefined : header.toUpperCase()
}
