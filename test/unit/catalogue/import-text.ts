import { detectFormat } from '../../../worker/catalogue/detect-format.ts'
import { foldParts, normaliseProduct, type ProductPart } from '../../../worker/catalogue/normalise-product.ts'
import { readRecords, startReading } from '../../../worker/catalogue/read-records.ts'
import type { RowError } from '../../../worker/contract/catalogue.ts'
import type { Product } from '../../../worker/ports/product.ts'

/** The moment the tests' files are imported. */
export const NOW = Date.UTC(2026, 10, 23)

/** What a whole file becomes, the way the import job puts the pieces together. */
export const importText = (
  text: string,
  currency = 'USD',
): { products: Product[]; errors: RowError[]; read: number } => {
  const detected = detectFormat(text, 'auto')
  if (!detected.ok) throw new Error(detected.error)
  const slice = readRecords(startReading(detected.value), text, true)
  const errors = [...slice.errors]
  const groups = new Map<string, ProductPart[]>()
  for (const record of slice.records) {
    const part = normaliseProduct(record, { currency, now: NOW })
    if (part.ok) groups.set(part.value.groupKey, [...(groups.get(part.value.groupKey) ?? []), part.value])
    else errors.push(...part.error)
  }
  const products: Product[] = []
  for (const parts of groups.values()) {
    const absorbed = parts.flatMap((part) => part.absorbs ?? []).flatMap((key) => groups.get(key) ?? [])
    const folded = foldParts([...parts, ...absorbed])
    if (folded.ok) products.push(folded.value)
    else errors.push(...folded.error)
  }
  return { products, errors, read: slice.records.length + slice.errors.length }
}

/** The one product that one JSON record becomes. */
export const importOne = (record: Readonly<Record<string, unknown>>, currency = 'USD'): Product => {
  const { products, errors } = importText(JSON.stringify([record]), currency)
  const [product] = products
  if (!product) throw new Error(JSON.stringify(errors))
  return product
}

/** The errors of one JSON record, as field and message. */
export const refusals = (
  record: Readonly<Record<string, unknown>>,
  currency = 'USD',
): (readonly [string, string])[] =>
  importText(JSON.stringify([record]), currency).errors.map(({ field, message }) => [field, message] as const)
