import type { Product } from '../ports/product.ts'
import { magentoAttributes } from './attributes-of.ts'
import { categoryFromArray, categoryPath, deepestCategory } from './category-path.ts'
import { asArray, asObject, asText, type Cell, type Cells } from './cells.ts'
import { aliasesOf, type ProductField } from './field-names.ts'
import { safeLink } from './links.ts'
import { plainText } from './plain-text.ts'
import { ageGroupOf, flag, genderOf, ratingOf } from './stated-values.ts'

const MAX_DESCRIPTION = 20_000
const MAX_IMAGES = 50
const MAX_KEYWORDS = 100

const ROW_TYPES =
  /^(?:simple|variable|variation|grouped|external|configurable|bundle|virtual|downloadable|product|variant)(?:,\s*(?:virtual|downloadable))*$/i

const isRowType = ({ value }: Cell): boolean => ROW_TYPES.test(asText(value) ?? '')

/** A field's best text without markup; undefined when it holds none. */
export const plainCell = (cells: Cells, field: ProductField, limit: number): string | undefined => {
  const text = cells.text(field)
  return text === undefined ? undefined : plainText(text, limit)
}

const nameOf = (value: unknown): string | undefined => asText(asObject(value)?.['name'] ?? value)

const categoryOf = (cells: Cells): readonly string[] => {
  const levels = (['category_1', 'category_2', 'category_3', 'category_4'] as const).flatMap(
    (field) => cells.text(field) ?? [],
  )
  const single = cells.all('product_type').filter((cell) => !isRowType(cell))
  const path = single.map(({ value }) => pathOf(value, categoryPath)).find((found) => found.length > 0)
  if (levels.length > 0)
    return categoryFromArray(
      path && levels.length === 1 && !cells.has('category_1') ? [...path, ...levels] : levels,
    )
  const several = cells.all('categories').map(({ value }) => pathOf(value, deepestCategory))
  return path ?? several.find((found) => found.length > 0) ?? []
}

const pathOf = (value: unknown, read: (text: string) => readonly string[]): readonly string[] => {
  if (Array.isArray(value)) return categoryFromArray(value.flatMap((item) => nameOf(item) ?? []))
  const text = nameOf(value)
  // Cafe24 and others export category numbers only: they name nothing.
  return text === undefined || /^[\d,;|\s]+$/.test(text) ? [] : read(text)
}

/** Picture addresses of a cell: a list, objects with `src` or `url`, or one text that joins several. */
const imagesIn = ({ column, value }: Cell): readonly string[] =>
  asArray(value).flatMap((item) => {
    const text = asText(asObject(item)?.['src'] ?? asObject(item)?.['url'] ?? item)
    const inMagento =
      aliasesOf(column).some(({ field }) => field === 'magento_image') || /^\/\w\/\w\//.test(text ?? '')
    return (text ?? '').split(/\s*[|;,]\s*(?=https?:|\/)/).flatMap((link) => {
      const safe = safeLink(inMagento && link.startsWith('/') ? `/media/catalog/product${link}` : link)
      return safe === undefined ? [] : [safe]
    })
  })

const keywordsOf = (cells: Cells): readonly string[] => {
  const texts = cells
    .all('keywords')
    .flatMap(({ value }) => asArray(value).flatMap((item) => nameOf(item) ?? []))
  const split = texts
    .flatMap((text) => text.split(/[,|;]|(?=#)/))
    .map((text) => plainText(text.replace(/^\s*#/, ''), 100) ?? '')
  return [...new Set(split.filter((text) => text !== ''))].slice(0, MAX_KEYWORDS)
}

const ratingIn = (cells: Cells): Product['rating'] => {
  const stated = cells.all('rating')[0]?.value
  const object = asObject(stated)
  const value = ratingOf(asText(object?.['value'] ?? object?.['rate'] ?? object?.['average'] ?? stated))
  const count = Number((asText(object?.['count']) ?? cells.text('review_count') ?? '0').replaceAll(',', ''))
  return value === undefined ? undefined : { value, count: Number.isInteger(count) && count > 0 ? count : 0 }
}

/** A row's pictures, the main one first. */
export const imagesOf = (cells: Cells): readonly string[] => {
  const fields = ['image_link', 'magento_image', 'additional_image_link'] as const
  return [...new Set(fields.flatMap((field) => cells.all(field).flatMap(imagesIn)))].slice(0, MAX_IMAGES)
}

/** True for a row that calls itself a variation of another (WooCommerce, Wix). */
export const isVariantRow = (cells: Cells): boolean =>
  cells
    .all('row_type')
    .some((cell) => isRowType(cell) && /^varia(?:nt|tion)\b/i.test(asText(cell.value) ?? ''))

/** What a row says about the product besides its name, price and stock; undefined where it says nothing. */
export const detailsOf = (cells: Cells) => {
  const magento = new Map(
    magentoAttributes(cells.text('additional_attributes')).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  )
  const genderText = cells.text('gender') ?? magento.get('gender')
  const description = plainCell(cells, 'description', MAX_DESCRIPTION)
  const brand = nameOf(cells.all('brand')[0]?.value)
  return {
    description: description ?? plainCell(cells, 'summary', MAX_DESCRIPTION),
    brand: brand === undefined ? undefined : plainText(brand, 200),
    category: categoryOf(cells),
    link: safeLink(cells.text('link')),
    adult: flag(cells.text('adult')),
    gender: genderOf(genderText),
    ageGroup: ageGroupOf(cells.text('age_group')) ?? ageGroupOf(genderText),
    color: plainCell(cells, 'color', 200) ?? magento.get('color'),
    size: plainCell(cells, 'size', 200) ?? magento.get('size'),
    material: plainCell(cells, 'material', 500) ?? magento.get('material'),
    gtin: cells.text('gtin'),
    mpn: cells.text('mpn'),
    keywords: keywordsOf(cells),
    rating: ratingIn(cells),
  }
}
