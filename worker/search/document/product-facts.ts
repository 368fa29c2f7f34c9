import type { Gender, Locale } from '../../contract/vocabulary.ts'
import type { Product } from '../../ports/product.ts'

type FieldName = 'color' | 'size' | 'material' | 'gender'

const longest = 60
const separator = '\u001f'

const clean = (text: string) => text.replaceAll(separator, ' ').trim()

/** What the fields every shop shares are called in a facet, and the values they can have. */
const words: Readonly<Record<Locale, Readonly<Record<FieldName | Gender, string>>>> = {
  ko: {
    color: '색상',
    size: '사이즈',
    material: '소재',
    gender: '성별',
    female: '여성',
    male: '남성',
    unisex: '남녀공용',
  },
  en: {
    color: 'Color',
    size: 'Size',
    material: 'Material',
    gender: 'Gender',
    female: 'Women',
    male: 'Men',
    unisex: 'Unisex',
  },
  ja: {
    color: '色',
    size: 'サイズ',
    material: '素材',
    gender: '性別',
    female: 'レディース',
    male: 'メンズ',
    unisex: 'ユニセックス',
  },
}

/** Facts worth tapping, one a line as `name=value` between separators: what attribute filters and facets read. */
export function productFacts(product: Product, locale: Locale): string {
  const names = words[locale]
  const pairs = new Set<string>()
  const add = (name: string, value: string) => {
    const fact = `${clean(name)}=${clean(value)}`
    if (value !== '' && fact.length <= longest) pairs.add(fact)
  }
  for (const [name, value] of product.attributes) add(name, value)
  for (const variant of product.variants) {
    for (const [name, value] of Object.entries(variant.options)) add(name, value)
  }
  if (product.color) add(names.color, product.color)
  if (product.size) add(names.size, product.size)
  if (product.material) add(names.material, product.material)
  if (product.gender) add(names.gender, names[product.gender])
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
