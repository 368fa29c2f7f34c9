import { dayBegins, dayOn, zoneMinutes } from '../../shops/market-clock.ts'

/** The shop's day and month, by the clock of its first market. */
export interface ShopClock {
  readonly zone: number
  /** `2026-11-23` */
  readonly day: string
  /** The first day of the month. */
  readonly monthBegins: string
  /** Milliseconds since the epoch. */
  readonly dayEnds: number
  readonly monthEnds: number
}

const DAY_MS = 24 * 3600 * 1000

export function shopZone(sql: SqlStorage): number {
  const [first] = sql
    .exec<{ locale: string }>('SELECT locale FROM market ORDER BY position LIMIT 1')
    .toArray()
  return zoneMinutes(first?.locale)
}

export function shopClock(sql: SqlStorage, now: number): ShopClock {
  const zone = shopZone(sql)
  const day = dayOn(zone, now)
  const [year = 0, month = 0] = day.split('-').map(Number)
  return {
    zone,
    day,
    monthBegins: `${day.slice(0, 7)}-01`,
    dayEnds: dayBegins(zone, day) + DAY_MS,
    monthEnds: Date.UTC(year, month, 1) - zone * 60_000,
  }
}
