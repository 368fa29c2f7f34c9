import { holdsClaim } from '../../claims/judge-claim.ts'
import type { Locale } from '../../contract/vocabulary.ts'
import type { TagCount } from '../../ports/shop-store.ts'
import { conceptNamed, concepts, nameOf } from '../../search/knowledge/concepts.ts'
import { strongTagTerm, tagTerm } from '../../search/knowledge/tag-term.ts'
import { indexTable, termsTable, type Catalogue } from '../tables/catalogues.ts'
import { judgeOfColumns, type Judge } from './judge-of-columns.ts'
import { anyOf } from './match-expression.ts'

/** Lists remembered: one a market and language, until the catalogue changes. */
const LISTS_HELD = 8

/**
 * Products looked at for one tag, spread over all that carry it: the rest are taken to be of the same kinds. Each costs
 * some ten microseconds, and while they are counted the shop's searches wait.
 */
const LOOKED_MOST = 1_000
/** A list that took more than this many is held for a while even though the catalogue has changed. */
const LOOKED_MANY = 2_000
const HELD_MS = 60_000

interface HeldList {
  readonly changes: string
  /** Milliseconds since the epoch until which changes are not looked at. */
  readonly until: number
  readonly counts: TagCount[]
}

interface Tag {
  readonly tag: string
  readonly term: string
  readonly label: string
  readonly count: number
}

const tagOfTerm = new Map<string, string>()

function tagOf(term: string): string | undefined {
  if (tagOfTerm.size === 0)
    for (const concept of concepts) tagOfTerm.set(strongTagTerm(nameOf(concept)), nameOf(concept))
  return tagOfTerm.get(term)
}

/**
 * How many public products of a market serve each concept well, and of how many its label may be said. A tap finds
 * them all, so a label that may never be said of one of them is not said at all.
 */
export class TagCounter {
  readonly #sql: SqlStorage
  readonly #held = new Map<string, HeldList>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Concepts that no product serves are left out. `now`: milliseconds since the epoch. */
  count(catalogue: Catalogue, market: string, locale: Locale, now: number): TagCount[] {
    const key = JSON.stringify([market, locale])
    const changes = `${catalogue.id} ${catalogue.changes}`
    const held = this.#held.get(key)
    if (held && (held.changes === changes || now < held.until)) return held.counts
    const judges = new Map<number, Judge>()
    const counts = this.#tags(catalogue.id, market, locale)
      .map((tag) => this.#judged(catalogue.id, market, tag, judges))
      .filter(({ count }) => count > 0)
    this.#held.delete(key)
    const [oldest] = this.#held.keys()
    if (oldest !== undefined && this.#held.size >= LISTS_HELD) this.#held.delete(oldest)
    this.#held.set(key, { changes, until: judges.size > LOOKED_MANY ? now + HELD_MS : 0, counts })
    return counts
  }

  #tags(catalogue: number, market: string, locale: Locale): Tag[] {
    const first = tagTerm('')
    const isOnlyMarket = this.#sql.exec<{ n: number }>('SELECT count(*) AS n FROM market').one().n === 1
    return this.#sql
      .exec<{ term: string; doc: number }>(
        `SELECT term, doc FROM ${termsTable(catalogue)} WHERE term > ? AND term < ?`,
        first,
        `${first}\u{FFFF}`,
      )
      .toArray()
      .flatMap(({ term, doc }) => {
        const tag = tagOf(term)
        if (tag === undefined) return []
        const count = isOnlyMarket ? doc : this.#countInMarket(catalogue, market, term)
        return [{ tag, term, label: conceptNamed(tag)?.label[locale] ?? tag, count }]
      })
  }

  #countInMarket(catalogue: number, market: string, term: string): number {
    const index = indexTable(catalogue)
    return this.#sql
      .exec<{ n: number }>(
        `SELECT count(*) AS n FROM ${index} i JOIN product p ON p.row = i.rowid
         WHERE i.${index} MATCH ? AND p.market = ?`,
        anyOf([term]),
        market,
      )
      .one().n
  }

  /** Of how many products the label may be said; the first of which it never may ends the looking. */
  #judged(
    catalogue: number,
    market: string,
    { tag, term, label, count }: Tag,
    judges: Map<number, Judge>,
  ): TagCount {
    if (!holdsClaim(label, 'rule')) return { tag, count, shown: count }
    const index = indexTable(catalogue)
    const cursor = this.#sql.exec(
      `SELECT p.row, p.category, p.stated, c.added FROM ${index} i JOIN product p ON p.row = i.rowid
       LEFT JOIN tag_correction c ON c.product_id = p.id AND c.tag = ?
       WHERE i.${index} MATCH ? AND i.rowid % ? = 0 AND p.market = ?`,
      tag,
      anyOf([term]),
      Math.max(1, Math.ceil(count / LOOKED_MOST)),
      market,
    )
    let looked = 0
    let shown = 0
    let held: TagCount['held']
    for (const [row, category, stated, added] of cursor.raw<[number, string, string, number | null]>()) {
      const judge = judges.get(row) ?? judgeOfColumns({ category, stated })
      judges.set(row, judge)
      const verdict = judge(label, added === 1 ? 'merchant' : 'rule')
      looked += 1
      if (verdict.display) {
        shown += 1
        continue
      }
      const { because, law, needs } = verdict
      held = { because, law, needs }
      if (needs === 'never') return { tag, count, shown: 0, held }
    }
    return held
      ? { tag, count, shown: Math.round((count * shown) / looked), held }
      : { tag, count, shown: count }
  }
}
