import { strongTagTerm } from '../../search/knowledge/tag-term.ts'
import type { SearchTerm } from '../../search/rank/score.ts'
import { indexTable } from '../tables/catalogues.ts'
import { withinEntries } from './find-in-full-text.ts'
import type { FindableConcept } from './knowledge-terms.ts'
import { anyOf } from './match-expression.ts'
import type { Restriction } from './restriction.ts'
import type { Pool, Shelf } from './shelf.ts'
import { mayBeShown } from './stored-candidate.ts'

/** Products that tags bring to a pool, and index entries that may be looked through for them. */
const TAGGED = 300
const ENTRIES_TAGGED = 5_000

/**
 * A pool with products of the kinds a query names and that serve its concepts, whatever their words. Where many serve
 * them, only those that serve them well.
 */
export function widenByTags(
  shelf: Shelf,
  pool: Pool,
  kinds: readonly SearchTerm[],
  concepts: readonly FindableConcept[],
  restriction: Restriction,
): Pool {
  const entries = concepts.reduce((sum, { documents }) => sum + documents, 0)
  const tags = concepts.map(({ concept, term }) => (entries > ENTRIES_TAGGED ? strongTagTerm(concept) : term))
  const affordable = withinEntries(kinds, ENTRIES_TAGGED).map(({ term }) => term)
  if (tags.length + affordable.length === 0) return pool
  const index = indexTable(shelf.catalogue)
  const cursor = shelf.sql.exec(
    `SELECT rowid FROM ${index} WHERE ${index} MATCH ? ORDER BY bm25(${index}) LIMIT ${TAGGED}`,
    anyOf([...tags, ...affordable]),
  )
  const held = new Set(pool.candidates.map(({ row }) => row))
  const rows = Array.from(cursor.raw<[number]>(), ([row]) => row).filter((row) => !held.has(row))
  const added = shelf.candidates.read(rows).filter((candidate) => mayBeShown(candidate, restriction))
  return { ...pool, candidates: [...pool.candidates, ...added] }
}
