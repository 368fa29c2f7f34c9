import type { Locale } from '../../contract/vocabulary.ts'
import { broadKinds } from '../../search/knowledge/product-kinds.ts'
import { tagTerm } from '../../search/knowledge/tag-term.ts'
import type { MarketNames, Vocabulary } from './vocabulary.ts'

const DEPARTMENTS_MOST = 12
/** Categories looked at: the broadest have most products. */
const CATEGORIES_READ = 60

/**
 * What a shop sells, most products first: its broadest categories, or where it has fewer than three the kinds its goods
 * are of. For a model that has to know what may be looked for.
 */
export function departments(
  categories: MarketNames['categories'],
  vocabulary: Vocabulary,
  locale: Locale,
): string[] {
  const broadest = categories.first(CATEGORIES_READ).filter(({ value }) => !value.includes(' > '))
  if (broadest.length >= 3) return broadest.slice(0, DEPARTMENTS_MOST).map(({ title }) => title)
  return broadKinds(locale)
    .map(({ kind, title }) => ({ title, documents: vocabulary.count(tagTerm(`kind:${kind}`)) }))
    .filter(({ documents }) => documents > 0)
    .toSorted((left, right) => right.documents - left.documents)
    .slice(0, DEPARTMENTS_MOST)
    .map(({ title }) => title)
}
