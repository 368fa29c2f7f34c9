import type { Product } from '../../ports/product.ts'

const longest = 60
const separator = '\u001f'

const clean = (text: string) => text.replaceAll(separator, ' ').trim()

/** Facts worth tapping, one a line as `name=value` between separators: what attribute filters and facets read. */
export function productFacts(product: Product): string {
  const pairs = new Set<string>()
  const add = (name: string, value: string) => {
    const fact = `${clean(name)}=${clean(value)}`
    if (value !== '' && fact.length <= longest) pairs.add(fact)
  }
  for (const [name, value] of product.attributes) add(name, value)
  for (const variant of product.variants) {
    for (const [name, value] of Object.entries(variant.options)) add(name, value)
  }
  if (product.color) add('color', product.color)
  if (product.size) add('size', product.size)
  if (product.material) add('material', product.material)
  if (product.gender) add('gender', product.gender)
  return pairs.size === 0 ? '' : separator + [...pairs].join(separator) + separator
}

/** The text to look for in `productFacts` when filtering by one value. */
export const factNeedle = (name: string, value: string): string =>
  `${separator}${clean(name)}=${clean(value)}${separator}`

/** The facts as they stand, `name=value` each. */
export function splitFacts(facts: string): string[] {
  return facts === '' ? [] : facts.slice(1, -1).split(separator)
}

/** Takes one fact apart. */
export function readFact(fact: string): readonly [name: string, value: string] {
  const at = fact.indexOf('=')
  return [fact.slice(0, at), fact.slice(at + 1)]
}

export const readFacts = (facts: string): (readonly [name: string, value: string])[] =>
  splitFacts(facts).map(readFact)
