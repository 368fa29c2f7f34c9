import type { RowError } from '../contract/catalogue.ts'
import type { Product } from '../ports/product.ts'
import { err, ok, type Result } from '../result.ts'
import { attributesOf } from './attributes-of.ts'
import { cellsOf } from './cells.ts'
import type { Cells } from './cells.ts'
import { costOf } from './cost-of.ts'
import { pastDate } from './dates.ts'
import type { ColumnUse } from './field-names.ts'
import { bestAvailability, completeVariants, lowestOffer, openVariants } from './fold-variants.ts'
import { identityOf } from './identity-of.ts'
import { offerOf } from './offer-of.ts'
import { detailsOf, imagesOf, isVariantRow, plainCell } from './product-details.ts'
import type { RawRecord } from './read-records.ts'
import { availabilityOf, visibilityOf } from './stated-values.ts'
import { unnest } from './unnest.ts'
import {
  configurableVariants,
  listedVariants,
  namedOptions,
  optionSlots,
  specVariants,
  type VariantPart,
  variantPart,
} from './variants-of.ts'

export interface NormaliseContext {
  /** The shop's currency, ISO 4217, for rows that name none. */
  readonly currency: string
  /** Milliseconds since the epoch: a creation date beyond it is a mistake and dropped. */
  readonly now: number
  /** What each column is used for, where the merchant decided; see `mapColumns`. */
  readonly columns?: Readonly<Record<string, ColumnUse>>
}

/** What one row states of a product: every field may be missing. Variants are not complete yet. */
export type StatedProduct = { readonly [Field in Exclude<keyof Product, 'variants'>]?: Product[Field] }

/** One row's share of a product. Plain JSON, so that it can be stored until its siblings are read. */
export interface ProductPart {
  /** Rows with the same key are one product: pass them together to `foldParts`. */
  readonly groupKey: string
  readonly line: number
  /** `product`: states the product (and perhaps its first variant). `image`: only one more picture. */
  readonly role: 'product' | 'variant' | 'image'
  readonly product: StatedProduct
  /** The variant this row is itself. */
  readonly variant?: VariantPart
  /** Variants the row lists. */
  readonly variants?: readonly VariantPart[]
  /** Names for options that later rows give by position only (Shopify). */
  readonly optionNames?: readonly string[]
  /**
   * Group keys of rows that are this product's variants and may stand anywhere in the file (Magento
   * configurables): pass their parts to this product's fold too. They remain hidden products of their own.
   */
  readonly absorbs?: readonly string[]
}

const MAX_TITLE = 1000
const MAX_MORE_IMAGES = 50

/** Drops what is undefined, so that "not stated" has one form. */
const stated = (fields: {
  readonly [Field in keyof StatedProduct]: StatedProduct[Field] | undefined
}): StatedProduct => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/**
 * One source record to one part of a product, whatever shop system wrote it. Missing currency is the
 * shop's; what is optional and broken is dropped where that misleads nobody, else it is an error.
 */
export const normaliseProduct = (
  raw: RawRecord,
  context: NormaliseContext,
): Result<ProductPart, RowError[]> => {
  const errors: RowError[] = []
  const refuse = (field: string, message: string): void => {
    errors.push({ line: raw.line, field, message })
  }
  const cells = cellsOf(unnest(raw.fields), context.columns)
  const title = plainCell(cells, 'title', MAX_TITLE + 1)
  const slots = optionSlots(cells)
  const isChild = isVariantRow(cells)
  const { id, groupKey } = identityOf(cells, title, isChild, refuse)
  const { offer, currency, label } = offerOf(cells, context.currency, refuse)

  const continues = title === undefined && cells.has('handle') && cells.text('handle') !== undefined
  const hasVariant = offer !== undefined && offer.price !== null
  const more = hasVariant || slots.values.length > 0 ? 'variant' : 'image'
  const role = continues ? more : isChild ? 'variant' : 'product'
  if (role === 'product') requireNames(id, title, cells, refuse, errors)
  else if (groupKey === undefined) refuse('id', 'id is empty: this row names no product it belongs to')

  const listed = listedVariants(cells, currency, refuse)
  const configured = configurableVariants(cells.text('configurable_variations'))
  const spec = specVariants(cells.text('option_spec'))
  if (errors.length > 0 || groupKey === undefined) return err(errors)

  const grouped = cells.text('item_group_id') !== undefined
  const isVariant = role === 'variant' || grouped || slots.values.length > 0
  const options = grouped ? groupOptions(cells) : namedOptions(slots.names, slots.values)
  // WooCommerce parents list every value of an attribute; only their variations are variants.
  const isWooParent = !isChild && cells.has('parent')
  const variants = [...listed, ...configured, ...spec].filter(
    (variant) => Object.keys(variant.options).length > 0,
  )
  const lone = listed.length === 1 && variants.length === 0 ? listed[0] : undefined
  const facts = isWooParent ? slots.names.map((name, slot) => [name, slots.values[slot] ?? ''] as const) : []

  const [image, ...moreImages] = imagesOf(cells)
  const product: StatedProduct =
    role === 'image'
      ? { moreImages: image === undefined ? [] : [image, ...moreImages] }
      : stated({
          id: grouped ? groupKey : id,
          title,
          ...detailsOf(cells),
          image,
          moreImages,
          availability: isVariant && !isWooParent ? undefined : (availabilityOf(cells) ?? lone?.availability),
          offer: offer ?? lone?.offer,
          priceLabel: label,
          currency,
          visibility: visibilityOf(cells),
          attributes: attributesOf(cells, facts),
          createdAt: pastDate(cells.text('created_at'), context.now, true),
          ...costOf(cells, currency),
        })
  const ownId = grouped || isChild ? id : (cells.text('sku') ?? undefined)
  return ok({
    groupKey,
    line: raw.line,
    role,
    product,
    ...(isVariant &&
      !isWooParent && {
        variant: variantPart(cells, offer, options, ownId === groupKey && !grouped ? undefined : ownId),
      }),
    ...(variants.length > 0 && { variants }),
    ...(slots.names.length > 0 && { optionNames: slots.names }),
    ...(configured.length > 0 && { absorbs: configured.flatMap((variant) => variant.id ?? []) }),
  })
}

const requireNames = (
  id: string | undefined,
  title: string | undefined,
  cells: Cells,
  refuse: (field: string, message: string) => void,
  errors: readonly RowError[],
): void => {
  if (id === undefined && cells.has('id') && errors.every(({ field }) => field !== 'id')) {
    refuse('id', 'id is empty: every product needs one that stays the same')
  }
  if (title === undefined) refuse('title', 'title is empty: every product needs one')
  else if (title.length > MAX_TITLE)
    refuse('title', `title is longer than ${MAX_TITLE} characters: shorten it`)
}

/** Google's variant attributes, named as the feed's columns are. */
const groupOptions = (cells: Cells): Record<string, string> =>
  Object.fromEntries(
    (['color', 'size', 'material'] as const).flatMap((field) => {
      const text = cells.text(field)
      return text === undefined ? [] : [[cells.all(field)[0]?.column ?? field, text]]
    }),
  )

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

/** Variants that differ in a field leave the product without one: no single value would be true. */
const shared = <T>(
  parts: readonly ProductPart[],
  pick: (product: StatedProduct) => T | undefined,
): T | undefined => {
  const values = unique(parts.flatMap(({ product }) => pick(product) ?? []))
  return values.length === 1 ? values[0] : undefined
}

/**
 * Makes one product of the parts that share a group key (and of those its lead absorbs), in file order.
 * Two rows that both state the whole product are a repetition: the later one counts.
 * @returns one error for each part when no row states the product, so that every row stays accounted for.
 */
export const foldParts = (parts: readonly ProductPart[]): Result<Product, RowError[]> => {
  const absorbed = new Set(parts.flatMap((part) => part.absorbs ?? []))
  const stating = parts.filter((part) => part.role === 'product' && !absorbed.has(part.groupKey))
  const lead = stating.findLast((part) => !part.variant) ?? stating[0]
  const { id, title, currency } = lead?.product ?? {}
  if (!lead || id === undefined || title === undefined || currency === undefined) {
    const message = 'No row gives this product a title: the row that names it is missing from the file'
    return err(parts.map(({ line }) => ({ line, field: 'title', message })))
  }
  const siblings = parts.filter((part) => part === lead || part.variant || part.role !== 'product')
  const stated = lead.product
  const open = openVariants(lead, siblings.concat(parts.filter((part) => absorbed.has(part.groupKey))))
  const ownOffer = lead.variant ? undefined : stated.offer
  const variantOffers = open.flatMap((variant) => variant.offer ?? [])
  const offer =
    ownOffer && (ownOffer.price !== null || stated.priceLabel !== undefined)
      ? ownOffer
      : lowestOffer(variantOffers)
  const availability = stated.availability ?? bestAvailability(open)
  const images = siblings.flatMap(({ product, variant }) => [
    product.image,
    ...(product.moreImages ?? []),
    variant?.image,
  ])
  const [image, ...moreImages] = unique(images.filter((link) => link !== undefined))
  const color = shared(siblings, (product) => product.color)
  const size = shared(siblings, (product) => product.size)
  const { color: _color, size: _size, ...rest } = stated
  return ok({
    ...rest,
    ...(color !== undefined && { color }),
    ...(size !== undefined && { size }),
    ...(image !== undefined && { image }),
    id,
    title,
    category: stated.category ?? [],
    moreImages: moreImages.slice(0, MAX_MORE_IMAGES),
    availability,
    offer,
    currency,
    visibility: stated.visibility ?? 'public',
    adult: stated.adult ?? false,
    keywords: stated.keywords ?? [],
    attributes: stated.attributes ?? [],
    variants: completeVariants(open, id, offer, stated.availability ?? 'in_stock'),
  })
}
