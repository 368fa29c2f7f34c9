import { readFile } from 'node:fs/promises'
import { readJsonLines } from '../support/measured-shop.ts'
import type { Grades } from './relevance.ts'

/** A query as its file has it. Notes for assessors are not read, so that they cannot reach the search. */
export interface JudgedQuery {
  readonly id: string
  readonly text: string
  readonly kind: string
  readonly max_price?: number
  readonly min_price?: number
  /** Words no good product may state. */
  readonly excludes?: readonly string[]
}

type QueryRow = Omit<JudgedQuery, 'excludes'> & {
  readonly checks?: { readonly text_excludes?: readonly string[] }
}

export async function readQueries(file: string): Promise<JudgedQuery[]> {
  const rows = await readJsonLines<QueryRow>(file)
  return rows.map(({ id, text, kind, max_price, min_price, checks }) => ({
    id,
    text,
    kind,
    ...(max_price === undefined ? {} : { max_price }),
    ...(min_price === undefined ? {} : { min_price }),
    ...(checks?.text_excludes === undefined ? {} : { excludes: checks.text_excludes }),
  }))
}

/** `query id, product id, grade` a line, tab-separated. */
export async function readGrades(file: string): Promise<ReadonlyMap<string, Grades>> {
  const grades = new Map<string, Map<string, number>>()
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [query, product, grade] = line.split('\t')
    if (query === undefined || product === undefined || grade === undefined) continue
    const of = grades.get(query) ?? new Map<string, number>()
    grades.set(query, of)
    of.set(product, Number(grade))
  }
  return grades
}

/** Queries that can be scored: those with at least one product of a grade above 0. */
export const isAnswerable = (query: JudgedQuery, grades: ReadonlyMap<string, Grades>): boolean =>
  query.kind !== 'noanswer' && [...(grades.get(query.id)?.values() ?? [])].some((grade) => grade > 0)
