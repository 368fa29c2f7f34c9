import type { Locale } from '../../contract/vocabulary.ts'
import type { IndexDocument } from '../../ports/search-index.ts'
import { isTagTerm } from '../knowledge/tag-term.ts'
import { splitFacts } from '../document/product-facts.ts'
import { fold } from '../text/fold.ts'
import { documentKey } from './document-key.ts'
import { filterValue } from './filter-tree.ts'
import { splitTerms } from './index-terms.ts'

/** What the shop stores of a product, as far as an index needs it. */
export interface IndexedProduct {
  readonly market: string
  readonly id: string
  readonly title: string
  readonly brand: string
  readonly brandKey: string
  /** The path, levels between ` > `. */
  readonly category: string
  readonly availability: string
  readonly adult: boolean
  readonly price: number | null
  /** See `productFacts`. */
  readonly facts: string
  /** Terms by field: `ProductDocument.columns`. */
  readonly columns: readonly string[]
}

/** Tags are the shop's own way to look: a server is never asked for them. */
const termsOf = (column: string | undefined) =>
  splitTerms((column ?? '').split(' ').filter((term) => term !== '' && !isTagTerm(term)))

function levelsOf(path: string): string[] {
  if (path === '') return []
  const levels = path.split(' > ')
  return levels.map((_, level) => levels.slice(0, level + 1).join(' > '))
}

/** A product as a document of a search server's index. The same terms as the shop's own index, so that both find alike. Pure. */
export function indexDocument(product: IndexedProduct, policy: Locale): IndexDocument {
  const [title, brand, category, attributes, description, evidence] = [0, 1, 2, 3, 4, 5].map((column) =>
    termsOf(product.columns[column]),
  )
  const none = { words: '', pairs: '' }
  return {
    key: documentKey(product.market, product.id),
    id: product.id,
    market: product.market,
    title: (title ?? none).words,
    title_pairs: (title ?? none).pairs,
    brand: (brand ?? none).words,
    brand_pairs: (brand ?? none).pairs,
    category: (category ?? none).words,
    category_pairs: (category ?? none).pairs,
    attributes: (attributes ?? none).words,
    attributes_pairs: (attributes ?? none).pairs,
    description: (description ?? none).words,
    description_pairs: (description ?? none).pairs,
    evidence: (evidence ?? none).words,
    evidence_pairs: (evidence ?? none).pairs,
    ...(policy === 'en' ? {} : { spelling: fold(`${product.title} ${product.brand}`) }),
    adult: product.adult,
    price: product.price,
    brand_key: filterValue(product.brandKey),
    categories: levelsOf(product.category).map(filterValue),
    availability: product.availability,
    facts: splitFacts(product.facts).map(filterValue),
  }
}
