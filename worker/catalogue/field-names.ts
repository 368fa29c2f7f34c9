import { ignoredColumns } from './ignored-columns.ts'
import { productAliases } from './product-aliases.ts'

export type ProductField = keyof typeof productAliases

/** What one column was taken for. */
export type ColumnUse = ProductField | 'option' | 'attribute' | 'ignored'

interface Alias {
  readonly field: ProductField
  /** 0 is the best name for the field. */
  readonly rank: number
}

/**
 * A column name reduced to what tells it apart: `Variant Price`, `variant_price` and `variantPrice` are one.
 * `g:` prefixes, Shopify's metafield paths and Google Shopping prefixes fall away.
 */
export const squashName = (column: string): string =>
  column
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:g:|google shopping\s*\/)/, '')
    .replace(/\((?:product|variant)\.metafields[^)]*\)|\[non editable\]/g, '')
    .replace(/[\s_.()[\]?*:'"-]+/g, '')

const aliasIndex: ReadonlyMap<string, readonly Alias[]> = (() => {
  const index = new Map<string, Alias[]>()
  const fields: readonly (readonly [string, readonly string[]])[] = Object.entries(productAliases)
  for (const [field, names] of fields) {
    for (const [rank, name] of names.entries()) {
      const key = squashName(name)
      const aliases = index.get(key) ?? []
      if (isProductField(field) && aliases.every((alias) => alias.field !== field))
        aliases.push({ field, rank })
      index.set(key, aliases)
    }
  }
  return index
})()

function isProductField(name: string): name is ProductField {
  return Object.hasOwn(productAliases, name)
}

const ignored: ReadonlySet<string> = new Set(ignoredColumns.map(squashName))

const TECHNICAL =
  /url|link$|html|token|hash|checksum|timestamp|^meta|^seo|^useconfig|^customdesign|^customlayout|imagelabel|thumbnail|^customlabel|^adwords|price|verified|fetched|updated|license|^included|^image|^적립|^배송|^해외|^검색엔진|^이미지등록|^추가입력|사용여부$|사용$/

const CURRENCY_SUFFIX = /^(sale|)price(krw|usd|jpy|eur|gbp|cny|hkd|twd|sgd|aud|cad)$/

/** The option a column belongs to, when it is one of `Option1 Name`, `Option Value 2`, `Attribute 1 name` … */
export const optionColumn = (column: string): { slot: number; part: 'name' | 'value' } | undefined => {
  const match =
    /^(?:product)?(?:option|attribute)(\d+)(name|values?|descriptions?)$|^(?:product)?option(name|value|description)(\d+)$/.exec(
      squashName(column),
    )
  if (!match) return undefined
  const part = (match[2] ?? match[3]) === 'name' ? 'name' : 'value'
  return { slot: Number(match[1] ?? match[4]), part }
}

/** The ISO code in a price column's name (`price_krw`), or undefined. */
export const columnCurrency = (column: string): string | undefined =>
  CURRENCY_SUFFIX.exec(squashName(column))?.[2]?.toUpperCase()

const withCurrency = (key: string): readonly Alias[] => {
  const match = CURRENCY_SUFFIX.exec(key)
  return match ? [{ field: match[1] === 'sale' ? 'sale_price' : 'price', rank: 99 }] : []
}

const known = new Map<string, readonly Alias[]>()
/** A feed may invent a new key for every record; the memory of names stays bounded. */
const MAX_KNOWN = 5000

/** Every field a column can fill, each with the rank of that name. Empty for a column nobody knows. */
export const aliasesOf = (column: string): readonly Alias[] => {
  const cached = known.get(column)
  if (cached) return cached
  const key = squashName(column)
  const aliases = aliasIndex.get(key) ?? withCurrency(key)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(column, aliases)
  return aliases
}

const isTechnical = (column: string): boolean => {
  const key = squashName(column)
  return (
    key === '' ||
    ignored.has(key) ||
    TECHNICAL.test(key) ||
    /(?:^|[\s_-])ids?$|[a-z]I[dD]$/i.test(column.trim())
  )
}

/** What one column is used for when nobody decided otherwise. */
export const useOfColumn = (column: string): ColumnUse => {
  const [alias] = aliasesOf(column)
  if (alias) return alias.field
  if (optionColumn(column)) return 'option'
  return isTechnical(column) ? 'ignored' : 'attribute'
}

/** What every column of a file was taken for, for the merchant to check. */
export const mapColumns = (columns: readonly string[]): Record<string, ColumnUse> =>
  Object.fromEntries(columns.map((column) => [column, useOfColumn(column)]))
