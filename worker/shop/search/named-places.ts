import type { NamedPlace } from '../../ports/retriever.ts'
import type { Asked } from './explain-search.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A query of more words is no name of a brand or category. */
const NAME_WORDS = 4

/** The brand or category that is all the query says. */
export function namedPlaces(
  vocabulary: Vocabulary,
  { reading, understanding, market, now }: Asked,
): NamedPlace[] {
  const text = reading.shown ?? understanding.folded
  if (text === '' || reading.readings.length > NAME_WORDS) return []
  const { brands, categories } = vocabulary.names(market, now)
  const brand = brands.exactly(text)
  const category = categories.exactly(text)
  return [
    ...(category ? [{ kind: 'category' as const, value: category.value, title: category.title }] : []),
    ...(brand ? [{ kind: 'brand' as const, value: brand.value, title: brand.value }] : []),
  ]
}
