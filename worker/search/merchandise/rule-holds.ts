import { endOf, parseDate } from '../../catalogue/dates.ts'
import type { Rule, unmatchedCodes } from '../../contract/tuning.ts'
import type { QueryMatch } from '../../contract/vocabulary.ts'
import { fold } from '../text/fold.ts'
import { phraseKey } from '../text/phrase-key.ts'
import type { QueryShape } from './query-shape.ts'

export type Unmatched = (typeof unmatchedCodes)[number]

/** A rule with what its conditions are compared by. */
export interface ReadyRule {
  readonly rule: Rule
  /** Milliseconds since the epoch; `until` is the first moment it does not hold any more. */
  readonly since: number
  readonly until: number
  readonly match: QueryMatch | null
  readonly keys: readonly string[]
}

/** What a search is, as far as conditions go. */
export interface Occasion {
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly market: string
  /** Categories the request is filtered by, the browsed one among them. */
  readonly categories: readonly string[]
  /** null: the shopper browses. */
  readonly query: QueryShape | null
}

const MINUTE = 60_000
const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i

/** A day without a zone is the shop's own. */
function momentOf(text: string, zoneMinutes: number) {
  const moment = parseDate(text)
  if (!moment || zoned.test(text.slice(10))) return moment
  return { ...moment, at: moment.at - zoneMinutes * MINUTE }
}

/** Reads a rule's dates and words once. `zoneMinutes`: how far the shop's clock is ahead of UTC. Pure. */
export function readyRule(rule: Rule, zoneMinutes: number): ReadyRule {
  const { from, to, query } = rule.when
  const since = from === undefined ? undefined : momentOf(from, zoneMinutes)
  const until = to === undefined ? undefined : momentOf(to, zoneMinutes)
  return {
    rule,
    since: since?.at ?? Number.NEGATIVE_INFINITY,
    until: until ? endOf(until) : Number.POSITIVE_INFINITY,
    match: query?.match ?? null,
    keys: (query?.words ?? []).map(phraseKey),
  }
}

/** True when a category path is another or lies under it. */
export const isUnder = (path: string, over: string): boolean => {
  const [inner, outer] = [fold(path), fold(over)]
  return inner === outer || inner.startsWith(`${outer} > `)
}

/** Why a rule does not hold on an occasion; null when it does. Pure. */
export function whyNot({ rule, since, until, match, keys }: ReadyRule, occasion: Occasion): Unmatched | null {
  const { when } = rule
  if (!rule.enabled) return 'disabled'
  if (occasion.now < since) return 'not_begun'
  if (occasion.now >= until) return 'ended'
  if (when.market !== undefined && when.market !== occasion.market) return 'other_market'
  const { query, categories } = occasion
  if (query === null && (match !== null || when.browsing === false)) return 'needs_query'
  if (query !== null && when.browsing === true) return 'needs_browsing'
  const { category } = when
  if (category !== undefined && !categories.some((path) => isUnder(path, category))) return 'other_category'
  if (query !== null && match !== null && match !== 'any' && !keys.some((key) => query.matches(match, key)))
    return 'other_query'
  return null
}
