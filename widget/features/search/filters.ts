import type { Filters } from '../../api/client.ts'

export const hasFilter = (filters: Filters, name: string, value: string): boolean =>
  filters[name]?.includes(value) ?? false

/** The filters with one value tapped: in if it was out, out if it was in. Pure. */
export function toggleFilter(filters: Filters, name: string, value: string): Filters {
  const { [name]: values = [], ...others } = filters
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value]
  return next.length ? { ...others, [name]: next } : others
}

/** What a shopper calls a value: the last step of a category path, the value itself otherwise. */
export const filterLabel = (value: string): string => value.split(/\s*>\s*/).at(-1) || value
