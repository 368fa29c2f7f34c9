import { asObject, asText, type Cells } from './cells.ts'
import { digest } from './digest.ts'

const MAX_ID = 200

/** Columns that can only name the row itself; without any of them an id is made from the title. */
export interface Identity {
  readonly id: string | undefined
  /** What the rows of one product share. */
  readonly groupKey: string | undefined
}

/** An id as text: Excel's leading apostrophe gone, numbers written out. Says through `refuse` what is wrong. */
export const idText = (
  value: unknown,
  field: string,
  refuse: (field: string, message: string) => void,
): string | undefined => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    refuse(field, `${field} ${value} is a number too long to be exact: write it as text, in quotes`)
    return undefined
  }
  const text = asText(value)?.replace(/^'/, '')
  if (text === undefined) return undefined
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text) && /[.,+]/.test(text)) {
    refuse(
      field,
      `"${text}" is a ${field} that a spreadsheet shortened: format the column as text and export again`,
    )
    return undefined
  }
  if (text.length > MAX_ID) {
    refuse(field, `${field} is ${text.length} characters long: at most ${MAX_ID} are kept apart`)
    return undefined
  }
  return text
}

/**
 * Who a record is and which product it belongs to: Google's item group, WooCommerce's parent (a SKU or
 * `id:44`), a Shopify handle shared by rows, else its own id. A record from a source that has no id column
 * at all gets a stable one: its GTIN or MPN, else a digest of title, brand and link.
 */
export const identityOf = (
  cells: Cells,
  title: string | undefined,
  isChild: boolean,
  refuse: (field: string, message: string) => void,
): Identity => {
  const own = idText(cells.all('id')[0]?.value, 'id', refuse)
  const id = own ?? (cells.has('id') ? undefined : idFromTitle(cells, title))
  const group = idText(cells.all('item_group_id')[0]?.value, 'item_group_id', refuse)
  if (group !== undefined) return { id, groupKey: group }
  const parent = cells.text('parent')
  if (isChild && parent !== undefined) return { id, groupKey: parent }
  if (cells.has('parent')) {
    const sku = cells.text('sku')
    return { id, groupKey: sku ?? (id === undefined ? undefined : `id:${id}`) }
  }
  return { id, groupKey: id }
}

/** Title and brand alone do not tell two colours of one thing apart: the link or the picture does. */
const idFromTitle = (cells: Cells, title: string | undefined): string | undefined => {
  const code = cells.text('gtin') ?? cells.text('mpn')
  if (code !== undefined || title === undefined) return code
  const brand = cells.all('brand')[0]?.value
  const page = cells.text('link') ?? cells.text('image_link') ?? ''
  return `t-${digest([title, asText(asObject(brand)?.['name'] ?? brand) ?? '', page].join('\n'))}`
}
