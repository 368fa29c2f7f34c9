import { aliasesOf, type ColumnUse, type ProductField, useOfColumn } from './field-names.ts'
import type { RawRecord } from './read-records.ts'

/** One filled cell and the column it came from. */
export interface Cell {
  readonly column: string
  readonly value: unknown
}

/** A record looked at by field instead of by column. */
export interface Cells {
  /** Filled cells of a field, the best-named column first. */
  all(field: ProductField): readonly Cell[]
  /** The best filled cell, as trimmed text; undefined when there is none or it is not a scalar. */
  text(field: ProductField): string | undefined
  /** True when a column for the field exists, filled or not. */
  has(field: ProductField): boolean
  /** Columns that fill no field, in source order. */
  readonly rest: readonly Cell[]
}

const isFilled = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  (typeof value === 'string' ? value.trim() !== '' : !Array.isArray(value) || value.length > 0)

/** A scalar as text; undefined for objects, arrays and nothing. Undoes Excel's `="0123"`. */
export const asText = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return Array.isArray(value) ? asText(value[0]) : undefined
  const text = value.trim().replace(/^="(.*)"$/, '$1')
  return text === '' ? undefined : text
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as an object of fields; undefined for arrays, scalars and nothing. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  isObject(value) ? value : undefined

export const asArray = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  return value === null || value === undefined ? [] : [value]
}

/** Looks a record's fields up by meaning. `columns` overrides what a column is used for. */
export const cellsOf = (
  fields: RawRecord['fields'],
  columns: Readonly<Record<string, ColumnUse>> | undefined,
): Cells => {
  const filled = new Map<ProductField, { rank: number; cell: Cell }[]>()
  const present = new Set<ProductField>()
  const rest: Cell[] = []
  for (const [column, value] of Object.entries(fields)) {
    const decided = columns && Object.hasOwn(columns, column) ? columns[column] : undefined
    const natural = aliasesOf(column)
    const aliases =
      decided === undefined || natural.some((alias) => alias.field === decided)
        ? natural
        : decided === 'attribute' || decided === 'ignored' || decided === 'option'
          ? []
          : [{ field: decided, rank: -1 }]
    for (const { field, rank } of aliases) {
      present.add(field)
      if (!isFilled(value)) continue
      const cells = filled.get(field) ?? []
      cells.push({ rank, cell: { column, value } })
      filled.set(field, cells)
    }
    if (aliases.length === 0 && isFilled(value) && (decided ?? useOfColumn(column)) !== 'ignored') {
      rest.push({ column, value })
    }
  }
  for (const cells of filled.values()) cells.sort((a, b) => a.rank - b.rank)
  const all = (field: ProductField): readonly Cell[] => filled.get(field)?.map(({ cell }) => cell) ?? []
  return {
    all,
    text: (field) => asText(all(field)[0]?.value),
    has: (field) => present.has(field),
    rest,
  }
}
