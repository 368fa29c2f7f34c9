import { claimsJudge, holdsClaim, type Blocked } from '../../claims/judge-claim.ts'
import type { Locale } from '../../contract/vocabulary.ts'
import type { TagCount } from '../../ports/shop-store.ts'
import { conceptNamed, concepts, nameOf } from '../../search/knowledge/concepts.ts'
import { strongTagTerm, tagTerm } from '../../search/knowledge/tag-term.ts'
import { indexTable, termsTable, type Catalogue } from '../tables/catalogues.ts'
import { anyOf } from './match-expression.ts'

/** Lists remembered: one a market and language, until the catalogue changes. */
const LISTS_HELD = 8

type Judge = ReturnType<typeof claimsJudge>

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
  readonly #held = new Map<string, TagCount[]>()

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Concepts that no product serves are left out. */
  count({ id, changes }: Catalogue, market: string, locale: Locale): TagCount[] {
    const key = JSON.stringify([id, changes, market, locale])
    const held = this.#held.get(key)
    if (held) return held
    const counts = this.#countAll(id, market, locale)
    const [oldest] = this.#held.keys()
    if (oldest !== undefined && this.#held.size >= LISTS_HELD) this.#held.delete(oldest)
    this.#held.set(key, counts)
    return counts
  }

  #countAll(catalogue: number, market: string, locale: Locale): TagCount[] {
    const first = tagTerm('')
    const listed = this.#sql
      .exec<{ term: string; doc: number }>(
        `SELECT term, doc FROM ${termsTable(catalogue)} WHERE term > ? AND term < ?`,
        first,
        `${first}\u{FFFF}`,
      )
      .toArray()
      .flatMap(({ term, doc }) => {
        const tag = tagOf(term)
        return tag === undefined ? [] : [{ tag, term, doc }]
      })
    const isOnlyMarket = this.#sql.exec<{ n: number }>('SELECT count(*) AS n FROM market').one().n === 1
    const judges = new Map<number, Judge>()
    return listed
      .map(({ tag, term, doc }): TagCount => {
        const label = conceptNamed(tag)?.label[locale] ?? tag
        if (holdsClaim(label, 'rule')) return this.#judged(catalogue, market, { tag, term, label }, judges)
        const count = isOnlyMarket ? doc : this.#countInMarket(catalogue, market, term)
        return { tag, count, shown: count }
      })
      .filter(({ count }) => count > 0)
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

  #judged(
    catalogue: number,
    market: string,
    { tag, term, label }: { tag: string; term: string; label: string },
    judges: Map<number, Judge>,
  ): TagCount {
    const index = indexTable(catalogue)
    const cursor = this.#sql.exec(
      `SELECT p.row, p.category, p.stated, c.added FROM ${index} i JOIN product p ON p.row = i.rowid
       LEFT JOIN tag_correction c ON c.product_id = p.id AND c.tag = ?
       WHERE i.${index} MATCH ? AND p.market = ?`,
      tag,
      anyOf([term]),
      market,
    )
    let count = 0
    let shown = 0
    let held: Blocked | undefined
    for (const [row, category, stated, added] of cursor.raw<[number, string, string, number | null]>()) {
      const judge = judges.get(row) ?? judgeOf(category, stated)
      judges.set(row, judge)
      const verdict = judge(label, added === 1 ? 'merchant' : 'rule')
      count += 1
      if (verdict.display) shown += 1
      else if (held?.needs !== 'never') held = verdict
    }
    if (!held) return { tag, count, shown }
    const { because, law, needs } = held
    return { tag, count, shown: needs === 'never' ? 0 : shown, held: { because, law, needs } }
  }
}

/** A judge of a product by its columns; `stated` begins with its title. */
const judgeOf = (category: string, stated: string): Judge =>
  claimsJudge({
    category: category.split(' > '),
    title: stated.slice(1, stated.indexOf('|', 1)),
    states: stated,
  })
