import type { Locale } from '../../contract/vocabulary.ts'
import type { Product } from '../../ports/product.ts'
import type { IndexDocument } from '../../ports/search-index.ts'
import { productDocument } from '../../search/document/product-document.ts'
import { documentKey } from '../../search/outside/document-key.ts'
import { indexDocument } from '../../search/outside/index-document.ts'
import { enrichmentOf } from '../tables/enrichments.ts'
import { oldestChanges } from '../tables/outbox.ts'
import { reviewsOf } from '../tables/reviews.ts'
import { IndexVectors } from './index-vectors.ts'

/** Products in one page at most. */
const PRODUCTS_A_PAGE = 500

/**
 * Characters of products and reviews read for one page. Their analysis is what takes time, about 40 ms for so many,
 * and searches wait meanwhile; it also keeps a page to a few hundred kilobytes.
 */
const CHARACTERS_A_PAGE = 200_000

/** Numbers of vectors in one page: about a megabyte of JSON. */
const NUMBERS_A_PAGE = 110_000

type Row = {
  row: number
  market: string
  id: string
  body: string
  brand_key: string
  category: string
  availability: string
  visibility: string
  adult: number
  price: number | null
  facts: string
}

const columns = 'row, market, id, body, brand_key, category, availability, visibility, adult, price, facts'

/** Which products go where. */
interface Place {
  readonly catalogue: number
  readonly markets: readonly string[]
  readonly policy: Locale
  /** Names of the index's embedders. */
  readonly embedders: readonly string[]
}

const productsAPage = ({ numbers }: IndexVectors): number =>
  numbers === 0
    ? PRODUCTS_A_PAGE
    : Math.max(1, Math.min(PRODUCTS_A_PAGE, Math.floor(NUMBERS_A_PAGE / numbers)))

/** One product as a document, and how many characters it took. */
function documentOf(
  sql: SqlStorage,
  row: Row,
  policy: Locale,
  vectors: IndexVectors,
): { document: IndexDocument; read: number } {
  const product = JSON.parse(row.body) as Product
  const reviews = reviewsOf(sql, row.id)
  const document = indexDocument(
    {
      market: row.market,
      id: row.id,
      title: product.title,
      brand: product.brand ?? '',
      brandKey: row.brand_key,
      category: row.category,
      availability: row.availability,
      adult: row.adult === 1,
      price: row.price,
      facts: row.facts,
      columns: productDocument(product, reviews, { enrichment: enrichmentOf(sql, row.market, product) })
        .columns,
    },
    policy,
  )
  return {
    document: { ...document, ...vectors.of(row.market, row.id) },
    read: row.body.length + reviews.reduce((sum, { text }) => sum + text.length, 0),
  }
}

export interface Page {
  readonly documents: readonly IndexDocument[]
  readonly removals: readonly string[]
  /** The row or change the page ends with; the one it began after when it is empty. */
  readonly upTo: number
}

/** The next products of a catalogue by row. Only public ones: a leaked search key must not find the others. */
export function readCataloguePage(sql: SqlStorage, place: Place, after: number): Page {
  const vectors = new IndexVectors(sql, place.embedders)
  const documents: IndexDocument[] = []
  let read = 0
  let upTo = after
  const rows = sql.exec<Row>(
    `SELECT ${columns} FROM product
     WHERE row > ? AND catalogue = ? AND visibility = 'public' AND market IN (SELECT value FROM json_each(?))
     ORDER BY row LIMIT ?`,
    after,
    place.catalogue,
    JSON.stringify(place.markets),
    productsAPage(vectors),
  )
  for (const row of rows.toArray()) {
    const { document, read: characters } = documentOf(sql, row, place.policy, vectors)
    documents.push(document)
    upTo = row.row
    read += characters
    if (read > CHARACTERS_A_PAGE) break
  }
  return { documents, removals: [], upTo }
}

/** The oldest changes as they stand now: what is public is written, everything else removed. A repeat does no harm. */
export function readChangesPage(sql: SqlStorage, place: Place): Page {
  const vectors = new IndexVectors(sql, place.embedders)
  const documents: IndexDocument[] = []
  const removals: string[] = []
  let read = 0
  let upTo = 0
  for (const { seq, market, id } of oldestChanges(sql, place.markets, productsAPage(vectors))) {
    const [row] = sql
      .exec<Row>(
        `SELECT ${columns} FROM product WHERE catalogue = ? AND market = ? AND id = ? AND visibility = 'public'`,
        place.catalogue,
        market,
        id,
      )
      .toArray()
    upTo = seq
    if (!row) {
      removals.push(documentKey(market, id))
      continue
    }
    const { document, read: characters } = documentOf(sql, row, place.policy, vectors)
    documents.push(document)
    read += characters
    if (read > CHARACTERS_A_PAGE) break
  }
  return { documents, removals, upTo }
}
