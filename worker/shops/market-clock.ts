/** How far the clocks of Korea and Japan are ahead of UTC, in minutes. */
const EAST_ASIA = 540

/** How far the clock of a market is ahead of UTC, in minutes: its days begin at its own midnight. Pure. */
export const zoneMinutes = (locale: string | undefined): number =>
  locale === 'ko' || locale === 'ja' ? EAST_ASIA : 0

/** The day of a moment on such a clock, `2026-11-23`. `at`: milliseconds since the epoch. Pure. */
export const dayOn = (zone: number, at: number): string =>
  new Date(at + zone * 60_000).toISOString().slice(0, 10)

/** The moment such a day begins, milliseconds since the epoch. Pure. */
export const dayBegins = (zone: number, day: string): number => Date.parse(`${day}T00:00:00Z`) - zone * 60_000
