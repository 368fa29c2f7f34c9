import { holdsClaim } from '../../claims/judge-claim.ts'
import type { Facets, Hint } from '../../contract/search.ts'
import type { RequestFilters } from '../../ports/retriever.ts'
import type { Wish } from '../../ports/understanding.ts'
import { pickHints } from '../../search/expand/pick-hints.ts'
import { matchesFilters, noFilters } from '../../search/rank/matches-filters.ts'
import type { Ranked } from '../../search/rank/rank-candidates.ts'
import type { Asked } from './explain-search.ts'
import { judgeOfColumns } from './judge-of-columns.ts'

interface Listed {
  readonly ranked: readonly Ranked[]
  readonly facets: Facets
  readonly total: number
}

const attribute = 'attr.'

const asFilters = ({ filter: { name, value } }: Hint): RequestFilters =>
  name.startsWith(attribute)
    ? { ...noFilters, attributes: [{ name: name.slice(attribute.length), values: [value] }] }
    : { ...noFilters, category: [value] }

/** A chip speaks of everything that a tap leaves: what may not be said of one of them is not said. */
function maySay(hint: Hint, ranked: readonly Ranked[]): boolean {
  if (!holdsClaim(hint.label, 'model')) return true
  const filters = asFilters(hint)
  return ranked
    .filter(({ candidate }) => matchesFilters(candidate, filters))
    .every(({ candidate }) => judgeOfColumns(candidate)(hint.label, 'model').display)
}

/** Filters that the words a model has added suggest for what was found. First page only. */
export function offerHints(
  words: readonly string[] | undefined,
  { offset, filters, understanding, reading }: Asked,
  wishes: readonly Wish[],
  { ranked, facets, total }: Listed,
): { readonly hints?: readonly Hint[] } {
  if (!words || offset > 0) return {}
  const hints = pickHints({
    words,
    facets,
    total,
    filters,
    wishes,
    queryWords: [...understanding.words, ...reading.readings].map(({ text }) => text),
    maySay: (hint) => maySay(hint, ranked),
  })
  return hints.length > 0 ? { hints } : {}
}
