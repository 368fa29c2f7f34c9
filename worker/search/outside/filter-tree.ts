import { digest } from '../../catalogue/digest.ts'

/** Fields of an index document that can be filtered by. */
export const filterFields = {
  /** Compared as a whole. */
  equal: ['market', 'adult', 'brand_key', 'categories', 'availability', 'facts'],
  /** Compared as a number. */
  ordered: ['price'],
} as const

type EqualField = (typeof filterFields.equal)[number]
type OrderedField = (typeof filterFields.ordered)[number]

/** A filter as data. How a server writes it down, with its quoting, is the adapter's. */
export type FilterTree =
  | { readonly all: readonly FilterTree[] }
  | { readonly any: readonly FilterTree[] }
  | { readonly not: FilterTree }
  | { readonly field: EqualField; readonly is: string | boolean }
  | { readonly field: OrderedField; readonly from?: number; readonly to?: number; readonly orUnknown: true }

/** Characters of a value that are safe to compare: Meilisearch looks at 468 bytes, and a character may take four. */
const COMPARED_CHARACTERS = 100

/** A text in the form it is stored and compared in: what a server would cut is named by its digest instead. Pure. */
export function filterValue(text: string): string {
  const plain = text.replaceAll(/\p{Cc}/gu, ' ')
  return plain.length <= COMPARED_CHARACTERS
    ? plain
    : `${plain.slice(0, COMPARED_CHARACTERS)}…${digest(plain)}`
}
