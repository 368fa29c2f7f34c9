import type { FilterTree } from '../../search/outside/filter-tree.ts'

/**
 * A value between double quotes: nothing in it ends the quotation. `filterValue` has taken control characters out.
 */
export function quoteValue(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** A filter tree as Meilisearch reads it. An empty `all` is true, an empty `any` false. Pure. */
export function filterExpression(tree: FilterTree): string {
  if ('all' in tree) return joined(tree.all, 'AND', 'market EXISTS')
  if ('any' in tree) return joined(tree.any, 'OR', 'market NOT EXISTS')
  if ('not' in tree) return `NOT (${filterExpression(tree.not)})`
  if ('is' in tree) return `${tree.field} = ${typeof tree.is === 'string' ? quoteValue(tree.is) : tree.is}`
  const bounds = [
    ...(tree.from === undefined ? [] : [`${tree.field} >= ${tree.from}`]),
    ...(tree.to === undefined ? [] : [`${tree.field} <= ${tree.to}`]),
  ]
  return bounds.length === 0 ? 'market EXISTS' : `(${tree.field} IS NULL OR (${bounds.join(' AND ')}))`
}

function joined(parts: readonly FilterTree[], by: 'AND' | 'OR', empty: string): string {
  if (parts.length === 0) return empty
  return `(${parts.map(filterExpression).join(` ${by} `)})`
}
