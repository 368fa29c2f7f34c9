import { concepts, nameOf } from '../../search/knowledge/concepts.ts'
import { strongTagTerm, tagTerm } from '../../search/knowledge/tag-term.ts'
import { indexTable, termsTable } from '../tables/catalogues.ts'
import { anyOf } from './match-expression.ts'

export interface TagCount {
  /** A concept's name. */
  readonly tag: string
  /** Products that serve it well. */
  readonly count: number
}

const tagOfTerm = new Map<string, string>()

function tagOf(term: string): string | undefined {
  if (tagOfTerm.size === 0)
    for (const concept of concepts) tagOfTerm.set(strongTagTerm(nameOf(concept)), nameOf(concept))
  return tagOfTerm.get(term)
}

const countInMarket = (sql: SqlStorage, catalogue: number, market: string, term: string): number =>
  sql
    .exec<{ n: number }>(
      `SELECT count(*) AS n FROM ${indexTable(catalogue)} i JOIN product p ON p.row = i.rowid
       WHERE i.${indexTable(catalogue)} MATCH ? AND p.market = ?`,
      anyOf([term]),
      market,
    )
    .one().n

/** How many public products of a market serve each concept well; those that none serves are left out. */
export function countTags(sql: SqlStorage, catalogue: number, market: string): TagCount[] {
  const first = tagTerm('')
  const listed = sql
    .exec<{ term: string; doc: number }>(
      `SELECT term, doc FROM ${termsTable(catalogue)} WHERE term > ? AND term < ?`,
      first,
      `${first}\u{FFFF}`,
    )
    .toArray()
    .flatMap(({ term, doc }) => {
      const tag = tagOf(term)
      return tag === undefined ? [] : [{ tag, term, count: doc }]
    })
  const isOnlyMarket = sql.exec<{ n: number }>('SELECT count(*) AS n FROM market').one().n === 1
  return listed
    .map(({ tag, term, count }) => ({
      tag,
      count: isOnlyMarket ? count : countInMarket(sql, catalogue, market, term),
    }))
    .filter(({ count }) => count > 0)
}
