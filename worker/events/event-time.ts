import { parseDate } from '../catalogue/dates.ts'
import { EVENTS } from '../contract/vocabulary.ts'
import { err, ok, type Result } from '../result.ts'

/** What a request takes on its way, and a clock that is off by exactly a day. */
const SLACK_MS = 3600 * 1000

const EXACT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/

/** A moment as pages and exports write it, in milliseconds since the epoch; undefined: it cannot be read. Pure. */
export function momentOf(value: number | string): number | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) ? parseDate(String(Math.round(value)))?.at : undefined
  if (!EXACT.test(value)) return parseDate(value)?.at
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : at
}

/**
 * What to add to the times of a page whose clock said `sentAt` when it sent what arrived at `arrivedAt`. A clock that is
 * more than a day off is not believed at all: 0. Pure.
 */
export function clockOffset(sentAt: number | undefined, arrivedAt: number): number {
  const offset = sentAt === undefined ? 0 : arrivedAt - sentAt
  return Math.abs(offset) <= EVENTS.clockSkewMs + SLACK_MS ? offset : 0
}

/**
 * When something happened: never after it arrived. What claims to be up to a day ahead comes from a wrong clock and
 * counts as of its arrival, what is farther off is refused. Pure. All in milliseconds.
 * @param lateMs how late it may come
 */
export function placeInTime(
  time: number,
  {
    offset,
    arrivedAt,
    lateMs,
  }: { readonly offset: number; readonly arrivedAt: number; readonly lateMs: number },
): Result<number, 'time_too_early' | 'time_too_late'> {
  const at = Math.round(time + offset)
  if (at > arrivedAt + EVENTS.clockSkewMs + SLACK_MS) return err('time_too_late')
  if (at < arrivedAt - lateMs - SLACK_MS) return err('time_too_early')
  return ok(Math.min(at, arrivedAt))
}
