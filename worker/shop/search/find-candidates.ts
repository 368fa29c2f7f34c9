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

/** What is looked for, and what scores it. */
export interface Wanted {
  readonly terms: readonly SearchTerm[]
  readonly statistics: Statistics
  /** Scores by these terms; it is told what the index has summed up already. */
  readonly scorer: Scorer
}

/** The first `POOL` of the rows that may be shown. */
function firstPassing(shelf: Shelf, rows: readonly number[], restriction: Restriction): StoredCandidate[] {
  const found: StoredCandidate[] = []
  for (let from = 0; from < rows.length && found.length < POOL; from += POOL) {
    const read = shelf.candidates.read(rows.slice(from, from + POOL))
    found.push(...read.filter((candidate) => mayBeShown(candidate, restriction)))
  }
  return found.slice(0, POOL)
}

/** By the index by terms. Null when it cannot tell: of the products looked at too few passed, and there are more. */
function findInIndex(shelf: Shelf, wanted: Wanted, restriction: Restriction): Pool | null {
  const { terms, scorer, statistics } = wanted
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
  const best = new BestRows(isTold ? POOL : LOOKED_AT)
  let matched = index.find(terms, new Worth(statistics), rule, best)
  for (const { row, vector, ...candidate } of candidates.read(index.changedRows)) {
    const scored = scorer.sum(vector)
    if (scored.sum === 0 || !mayBeShown({ row, vector, ...candidate }, restriction)) continue
    matched += 1
    best.offer({ row, total: scorer.score(vector).total, ...scored })
  }
  const taken = best.take()
  const found = firstPassing(
    shelf,
    taken.map(({ row }) => row),
    restriction,
  )
  if (!isTold && found.length < POOL && matched > taken.length) return null
  const sums = new Map(taken.map((scored) => [scored.row, scored]))
  for (const { row, vector } of found) {
    const sum = sums.get(row)
    if (sum) scorer.know(vector, sum)
  }
  return {
    candidates: found,
    countMatched: () =>
      found.length < POOL ? found.length : isTold ? matched : countInFullText(shelf, terms, restriction),
  }
}

/** The best `POOL` products by what their texts say. */
export function findCandidates(shelf: Shelf, wanted: Wanted, restriction: Restriction): Pool {
  const terms = wanted.terms.filter(({ documents }) => documents > 0)
  if (terms.length === 0) return emptyPool
  const found = shelf.index.isUsable ? findInIndex(shelf, { ...wanted, terms }, restriction) : null
  return found ?? findInFullText(shelf, terms, restriction)
}

/** A pool with products that other words bring, rare ones only: the words that found it are not looked up again. */
export function widenPool(
  shelf: Shelf,
  pool: Pool,
  terms: readonly SearchTerm[],
  restriction: Restriction,
): Pool {
  const finding = withinEntries(terms, ENTRIES_WIDENING)
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
