import type { Availability } from '../contract/vocabulary.ts'
import type { Offer, Variant } from '../ports/product.ts'
import { asArray, asObject, asText, type Cells, cellsOf } from './cells.ts'
import { optionColumn } from './field-names.ts'
import { safeLink } from './links.ts'
import { offerOf } from './offer-of.ts'
import { availabilityOf } from './stated-values.ts'
import { isSecretName } from './secret-names.ts'

/** A variant as one row states it: what the product says too may be missing. */
export interface VariantPart {
  readonly id?: string
  readonly options: Readonly<Record<string, string>>
  readonly availability?: Availability
  readonly offer?: Offer
  readonly link?: string
  readonly image?: string
  readonly gtin?: string
  readonly mpn?: string
}

/** What a variant inherits from its product. */
export interface Inherited {
  readonly id: string
  readonly offer: Offer
  readonly availability: Availability
}

const MAX_COMBINATIONS = 200

/** Shopify gives a product without options one variant of this name. */
const isDefaultTitle = (value: string): boolean => /^default title$/i.test(value)

/** The texts of a sparse list that begins at slot 1, in order. */
const dense = (texts: readonly string[]): readonly string[] =>
  Object.keys(texts).map((slot) => texts[Number(slot)] ?? '')

export const optionSlots = (
  cells: Cells,
): { readonly names: readonly string[]; readonly values: readonly string[] } => {
  const names: string[] = []
  const values: string[] = []
  for (const { column, value } of cells.rest) {
    const option = optionColumn(column)
    const text = asText(value)
    if (option && text !== undefined) (option.part === 'name' ? names : values)[option.slot] = text
  }
  const simple = values.filter((value) => !isDefaultTitle(value))
  return simple.length === 0 ? { names: [], values: [] } : { names: dense(names), values: dense(values) }
}

/** Option values by name; a name that is not known yet is "option 1". */
export const namedOptions = (names: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value, slot) => [names[slot] ?? `option ${slot + 1}`, value]))

/** The part of a variant that any row with variant columns states. */
export const variantPart = (
  cells: Cells,
  offer: Offer | undefined,
  options: Readonly<Record<string, string>>,
  id: string | undefined,
): VariantPart => {
  const availability = availabilityOf(cells)
  const link = safeLink(cells.text('link'))
  const image = safeLink(cells.has('variant_image') ? cells.text('variant_image') : imageText(cells))
  const gtin = cells.text('gtin')
  const mpn = cells.text('mpn')
  return {
    options,
    ...(id !== undefined && { id }),
    ...(availability && { availability }),
    ...(offer && { offer }),
    ...(link !== undefined && { link }),
    ...(image !== undefined && { image }),
    ...(gtin !== undefined && { gtin }),
    ...(mpn !== undefined && { mpn }),
  }
}

const imageText = (cells: Cells): string | undefined => {
  const [first] = asArray(cells.all('image_link')[0]?.value)
  return asText(asObject(first)?.['src'] ?? first)
}

/** Fills what a variant leaves open from its product. */
export const completeVariant = (part: VariantPart, product: Inherited): Variant => ({
  ...part,
  options: Object.fromEntries(Object.entries(part.options).filter(([name]) => !isSecretName(name))),
  id: part.id ?? `${product.id}/${Object.values(part.options).join('/')}`,
  availability: part.availability ?? product.availability,
  offer: part.offer !== undefined && part.offer.price !== null ? part.offer : product.offer,
})

/** Shopify's `option1` … beside the product's `options: [{ name }]`, or our own `options` object. */
const jsonOptions = (
  entry: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, string> => {
  const own = asObject(entry['options'])
  if (own) {
    return Object.fromEntries(
      Object.entries(own).flatMap(([name, value]) => {
        const text = asText(value)
        return text === undefined ? [] : [[name, text]]
      }),
    )
  }
  const values = [1, 2, 3].flatMap((slot) => asText(entry[`option${slot}`]) ?? [])
  if (values.length > 0) return values.every(isDefaultTitle) ? {} : namedOptions(names, values)
  return Object.fromEntries(
    ['color', 'size', 'material', '색상', '사이즈'].flatMap((name) => {
      const text = asText(entry[name])
      return text === undefined ? [] : [[name, text]]
    }),
  )
}

/** The variants a JSON record lists. A broken price in one is an error of the record. */
export const listedVariants = (
  cells: Cells,
  currency: string,
  refuse: (field: string, message: string) => void,
): readonly VariantPart[] => {
  const names = cells
    .all('options')
    .flatMap(({ value }) => asArray(value))
    .flatMap((option) => asText(asObject(option)?.['name'] ?? option) ?? [])
  return cells
    .all('variants')
    .flatMap(({ value }) => asArray(value))
    .flatMap((value, index) => {
      const entry = asObject(value)
      if (!entry) return []
      const entered = cellsOf(entry, undefined)
      const ownPrice = entered.has('price') || entered.has('compare_at_price')
      const own = ownPrice ? entered : cellsOf({ ...entry, price: cells.text('price') }, undefined)
      const inside = (field: string, message: string) => refuse(`variants[${index}].${field}`, message)
      const { offer } = entered.has('sale_price') || ownPrice ? offerOf(own, currency, inside) : {}
      const featured = safeLink(asText(asObject(entry['featured_image'])?.['src']))
      const options = jsonOptions(entry, names)
      const id = own.text('id')
      return [{ ...variantPart(own, offer, options, id), ...(featured !== undefined && { image: featured }) }]
    })
}

/** Cafe24's one cell `색상{블랙|화이트}//사이즈{S|M}` as every combination; empty when there are too many. */
export const specVariants = (spec: string | undefined): readonly VariantPart[] => {
  const axes = [...(spec ?? '').matchAll(/([^{}/]+)\{([^{}]*)\}/g)].map(
    ([, name = '', values = '']) => [name.trim(), values.split('|').map((value) => value.trim())] as const,
  )
  const count = axes.reduce((product, [, values]) => product * values.length, 1)
  if (axes.length === 0 || count > MAX_COMBINATIONS) return []
  return axes
    .reduce<Record<string, string>[]>(
      (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
      [{}],
    )
    .map((options) => ({ options }))
}

/** Magento's `sku=A,size=S|sku=B,size=M`: the simple products that a configurable one is made of. */
export const configurableVariants = (text: string | undefined): readonly VariantPart[] =>
  (text ?? '').split('|').flatMap((entry) => {
    const pairs: readonly (readonly string[])[] = entry.split(/,(?=\w+=)/).map((pair) => pair.split('='))
    const id = pairs.find(([name]) => name === 'sku')?.[1]
    const options = pairs.flatMap(([name = '', value = '']) =>
      name === 'sku' || name === '' ? [] : [[name, value] as const],
    )
    return id === undefined ? [] : [{ id, options: Object.fromEntries(options) }]
  })
