import type { Span, Understanding, Wish } from '../../ports/understanding.ts'
import { analyse } from '../../search/text/analyse.ts'
import { nameKey } from '../../search/text/name-key.ts'
import { indexTable } from '../tables/catalogues.ts'
import { titlePhrase } from './match-expression.ts'

/** Words a brand name may have; longer ones are found by their first words. */
const BRAND_WORDS = 4

/** Share of the titles with a word in which the phrase stands, from which on the phrase is a name. */
const NAME_SHARE = 0.8

const overlap = (left: Span, right: Span) => left.start < right.end && right.start < left.end

/** Runs of up to four neighbouring words, longest first. */
function phrases({ words }: Understanding): { key: string; span: Span }[] {
  const found: { key: string; span: Span }[] = []
  for (let size = Math.min(BRAND_WORDS, words.length); size >= 1; size--) {
    for (let first = 0; first + size <= words.length; first++) {
      const run = words.slice(first, first + size)
      const [head, tail] = [run[0], run.at(-1)]
      if (!head || !tail) continue
      const key = nameKey(run.map(({ text }) => text).join(''))
      if (key !== '') found.push({ key, span: { start: head.span.start, end: tail.span.end } })
    }
  }
  return found
}

/** Where the query names a brand of this shop. */
function brandSpans(sql: SqlStorage, catalogue: number, understanding: Understanding): Span[] {
  const candidates = phrases(understanding)
  const known = new Set(
    sql
      .exec<{ brand_key: string }>(
        `SELECT DISTINCT brand_key FROM product
         WHERE catalogue = ? AND brand_key IN (SELECT value FROM json_each(?)) AND brand_key <> ''`,
        catalogue,
        JSON.stringify(candidates.map(({ key }) => key)),
      )
      .toArray()
      .map(({ brand_key }) => brand_key),
  )
  return candidates.filter(({ key }) => known.has(key)).map(({ span }) => span)
}

const count = (sql: SqlStorage, catalogue: number, expression: string) =>
  sql
    .exec<{ n: number }>(
      `SELECT count(*) AS n FROM ${indexTable(catalogue)} WHERE ${indexTable(catalogue)} MATCH ?`,
      expression,
    )
    .one().n

/** "Black Opium" is a name when hardly a title says "opium" without "black" before it; "black dress" is not. */
function isTitleName(
  sql: SqlStorage,
  catalogue: number,
  words: readonly string[],
  companion: string,
): boolean {
  const phrase = words.flatMap((word) => analyse(word))
  const alone = analyse(companion)
  if (phrase.length === 0 || alone.length === 0) return false
  const together = count(sql, catalogue, titlePhrase(phrase))
  return together > 1 && together >= count(sql, catalogue, titlePhrase(alone)) * NAME_SHARE
}

const readsAWord = new Set<Wish['effect']['type']>(['color', 'gender', 'age', 'size', 'exclude', 'boost'])

/**
 * The wishes that stand once the shop's own names are known: a word of a brand or product name of this shop is
 * that name, never a colour, an audience or a negation.
 */
export function wishesBesideNames(sql: SqlStorage, catalogue: number, understanding: Understanding): Wish[] {
  const doubtful = understanding.wishes.filter(({ effect }) => readsAWord.has(effect.type))
  if (doubtful.length === 0) return [...understanding.wishes]
  const brands = brandSpans(sql, catalogue, understanding)
  const { words } = understanding
  const isName = (wish: Wish): boolean => {
    if (!readsAWord.has(wish.effect.type)) return false
    if (brands.some((span) => overlap(span, wish.span))) return true
    if (wish.effect.type === 'exclude' || wish.effect.type === 'boost') return false
    const own = words.filter(({ span }) => overlap(span, wish.span))
    const last = words.findIndex(({ span }) => span.start >= wish.span.end)
    const next = last < 0 ? undefined : words[last]
    if (!next || next.weight < 1) return false
    return isTitleName(sql, catalogue, [...own.map(({ text }) => text), next.text], next.text)
  }
  return understanding.wishes.filter((wish) => !isName(wish))
}

/** The query with the words of wishes that turned out to be names counting again: they are what is looked for. */
export function wordsOfNames(understanding: Understanding, wishes: readonly Wish[]): Understanding {
  const names = understanding.wishes.filter((wish) => !wishes.includes(wish))
  if (names.length === 0) return { ...understanding, wishes }
  const isName = (span: Span) => names.some((wish) => overlap(wish.span, span))
  return {
    ...understanding,
    wishes,
    words: understanding.words.map((word) => (isName(word.span) ? { ...word, weight: 1 } : word)),
    concepts: understanding.concepts.filter(({ span }) => !isName(span)),
  }
}
