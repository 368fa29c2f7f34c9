import { ENTRIES_BESIDE } from '../../search/outside/entries-beside.ts'
import { BestRows } from '../../search/rank/best-rows.ts'
import { Worth, type Scorer, type SearchTerm, type Statistics } from '../../search/rank/score.ts'
import { countInFullText, findInFullText, rowsWithAny, withinEntries } from './find-in-full-text.ts'
import { hasColumnsOnly, type Restriction } from './restriction.ts'
import { POOL, emptyPool, type Pool, type Shelf } from './shelf.ts'
import { mayBeShown, type StoredCandidate } from './stored-candidate.ts'

/** Products looked at, best first, for a pool within filters that only a product itself can answer. */
const LOOKED_AT = 4000

/** Entries that words which only widen a pool may have: few enough to be read whole. */
const ENTRIES_WIDENING = 300

/**
 * Products ranked beside a search server's: the order of the first hundred is the same as among `POOL`, and ranking
 * is most of what a search costs.
 */
const POOL_BESIDE = 300

/** `ENTRIES_BESIDE` while much of the catalogue is not in the index by terms yet: a microsecond each. */
const ENTRIES_BESIDE_UNBUILT = POOL

/** What is looked for, and what scores it. */
export interface Wanted {
  readonly terms: readonly SearchTerm[]
  readonly statistics: Statistics
  /** Scores by these terms; it is told what the index has summed up already. */
  readonly scorer: Scorer
}

/** The first of the rows that may be shown. */
function firstPassing(
  shelf: Shelf,
  rows: readonly number[],
  restriction: Restriction,
  most: number,
): StoredCandidate[] {
  const found: StoredCandidate[] = []
  for (let from = 0; from < rows.length && found.length < most; from += most) {
    const read = shelf.candidates.read(rows.slice(from, from + most))
    found.push(...read.filter((candidate) => mayBeShown(candidate, restriction)))
  }
  return found.slice(0, most)
}

/**
 * The best `most` products by the index by terms, looking for some of the terms. Null when it cannot tell: of the
 * products looked at too few passed, and there are more.
 */
function findInIndex(
  shelf: Shelf,
  { terms, scorer, statistics }: Wanted,
  { finding, most }: { readonly finding: readonly SearchTerm[]; readonly most: number },
  restriction: Restriction,
): Pool | null {
  const { catalogue, candidates, index } = shelf
  const { market, adult, hideSoldOut, price, filters } = restriction
  const isTold = hasColumnsOnly(restriction)
  const rule = {
    catalogue,
    market,
    adult,
    hideSoldOut,
    prices: [price, filters.price].flatMap((range) => range ?? []),
  }
  const best = new BestRows(isTold ? most : LOOKED_AT)
  const matches = index.find(finding, new Worth(statistics), rule, best)
  let { matched } = matches
  const changed = candidates.read(index.changedRows)
  for (const candidate of changed) {
    const scored = scorer.sum(candidate.vector)
    if (scored.sum === 0 || !mayBeShown(candidate, restriction)) continue
    matched += 1
    best.offer({ row: candidate.row, total: scorer.score(candidate.vector).total, ...scored })
  }
  const taken = best.take()
  const found = firstPassing(
    shelf,
    taken.map(({ row }) => row),
    restriction,
    most,
  )
  if (!isTold && found.length < most && matched > taken.length) return null
  // What was summed up without some of the terms says neither what a product is worth nor how many there are.
  if (finding.length < terms.length) return { candidates: found, countMatched: () => found.length }
  // What was found is what was taken, in the same order, less what may not be shown.
  let next = 0
  for (const { row, vector } of found) {
    while (next < taken.length && taken[next]?.row !== row) next += 1
    const sum = taken[next]
    if (sum) scorer.know(vector, sum)
  }
  return {
    candidates: found,
    inCategoryMost: ({ hash }) => (matches.inCategory.get(hash) ?? 0) + changed.length,
    countMatched: () =>
      found.length < most ? found.length : isTold ? matched : countInFullText(shelf, terms, restriction),
  }
}

/** The best `POOL` products by what their texts say. */
export function findCandidates(shelf: Shelf, wanted: Wanted, restriction: Restriction): Pool {
  const terms = wanted.terms.filter(({ documents }) => documents > 0)
  if (terms.length === 0) return emptyPool
  const found = shelf.index.isUsable
    ? findInIndex(shelf, { ...wanted, terms }, { finding: terms, most: POOL }, restriction)
    : null
  return found ?? findInFullText(shelf, terms, restriction)
}

/** What the shop's own index finds in little time. */
export interface OwnFinds {
  readonly pool: Pool
  /** True: the best of all that match. False: products may be missing, and the count says nothing. */
  readonly isWhole: boolean
  /** True: all that match. */
  readonly holdsAll: boolean
}

/** What can be found here while a search server looks: everything, or in a very large shop by the rarest words. */
export function findBeside(shelf: Shelf, wanted: Wanted, restriction: Restriction): OwnFinds {
  const terms = wanted.terms.filter(({ documents }) => documents > 0)
  if (terms.length === 0) return { pool: emptyPool, isWhole: true, holdsAll: true }
  if (shelf.index.isUsable) {
    const finding = withinEntries(terms, ENTRIES_BESIDE)
    const pool = findInIndex(shelf, { ...wanted, terms }, { finding, most: POOL_BESIDE }, restriction)
    const isWhole = finding.length === terms.length
    if (pool) return { pool, isWhole, holdsAll: isWhole && pool.candidates.length < POOL_BESIDE }
  }
  const pool = widenPool(shelf, emptyPool, terms, restriction, ENTRIES_BESIDE_UNBUILT)
  return { pool, isWhole: false, holdsAll: false }
}

/** A pool with products that other words bring, rare ones only: the words that found it are not looked up again. */
export function widenPool(
  shelf: Shelf,
  pool: Pool,
  terms: readonly SearchTerm[],
  restriction: Restriction,
  most = ENTRIES_WIDENING,
): Pool {
  const finding = withinEntries(terms, most)
  if (finding.length === 0) return pool
  return withRows(shelf, pool, rowsWithAny(shelf, finding), restriction)
}

/** A pool with these products in it too, as far as they may be shown. */
export function withRows(shelf: Shelf, pool: Pool, rows: readonly number[], restriction: Restriction): Pool {
  const held = new Set(pool.candidates.map(({ row }) => row))
  const others = rows.filter((row) => !held.has(row))
  const more = shelf.candidates.read(others).filter((candidate) => mayBeShown(candidate, restriction))
  return { ...pool, candidates: [...pool.candidates, ...more] }
}

/** Products by their ids, within a restriction: what may not be shown is not there. */
export function candidatesById(
  shelf: Shelf,
  ids: readonly string[],
  restriction: Restriction,
): StoredCandidate[] {
  const rows = shelf.sql
    .exec<{ row: number }>(
      'SELECT p.row FROM json_each(?) JOIN product p ON p.catalogue = ? AND p.market = ? AND p.id = value',
      JSON.stringify(ids),
      shelf.catalogue,
      restriction.market,
    )
    .toArray()
    .map(({ row }) => row)
  return shelf.candidates.read(rows).filter((candidate) => mayBeShown(candidate, restriction))
}
