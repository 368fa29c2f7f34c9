const DAY = 24 * 60 * 60 * 1000

/** A moment, and whether the text named a whole day only. */
interface Moment {
  readonly at: number
  readonly wholeDay: boolean
}

const valid = (at: number, wholeDay: boolean): Moment | undefined =>
  Number.isFinite(at) && at > 0 ? { at, wholeDay } : undefined

const HOUR_OF: Readonly<Record<string, (hour: number) => number>> = {
  am: (hour) => hour % 12,
  pm: (hour) => (hour % 12) + 12,
}

/** 20261101, 1761955200 and 1761955200000 are all dates somewhere. */
const fromDigits = (digits: string): Moment | undefined => {
  if (/^(?:19|20)\d{6}$/.test(digits)) {
    return parseDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
  }
  if (digits.length < 9 || digits.length > 13) return undefined
  return valid(Number(digits) * (digits.length <= 10 ? 1000 : 1), false)
}

const ISO =
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*(Z|UTC|GMT|KST|JST|[+-]\d{2}:?\d{2})?$/i
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm)?)?$/i

const zoneMinutes = (zone: string | undefined): number => {
  if (zone === undefined || /^(?:z|utc|gmt)$/i.test(zone)) return 0
  if (/^[kj]st$/i.test(zone)) return 540
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

const calendar = ([year, month, day, hour, minute, second]: readonly number[], offset: number): number => {
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0, hour ?? 0, minute ?? 0, second ?? 0)
  const date = new Date(at)
  const real = date.getUTCMonth() + 1 === month && date.getUTCDate() === day
  return real ? at - offset * 60_000 : Number.NaN
}

/**
 * Reads a date as exports write it: ISO 8601 and its loose cousins, epoch seconds or milliseconds, and
 * month/day/year where the order is certain or `monthFirst` decides. No zone means UTC.
 */
export const parseDate = (text: string, monthFirst = false): Moment | undefined => {
  const plain = text.trim()
  if (/^\d+$/.test(plain)) return fromDigits(plain)
  const iso = ISO.exec(plain)
  if (iso) {
    const numbers = iso.slice(1, 7).map((part: string | undefined) => Number(part ?? 0))
    return valid(calendar(numbers, zoneMinutes(iso[7])), iso[4] === undefined)
  }
  const slashed = SLASHED.exec(plain)
  if (!slashed) return undefined
  const [first, second, year, hour, minute] = slashed
    .slice(1, 6)
    .map((part: string | undefined) => Number(part ?? 0))
  if (first === undefined || second === undefined || year === undefined) return undefined
  const dayFirst = first > 12 && second <= 12
  if (!dayFirst && !monthFirst && second <= 12) return undefined
  const meridiem = HOUR_OF[(slashed[6] ?? '').toLowerCase()]
  const [month, day] = dayFirst ? [second, first] : [first, second]
  const hours = meridiem ? meridiem(hour ?? 0) : (hour ?? 0)
  const at = calendar([year < 100 ? 2000 + year : year, month, day, hours, minute ?? 0, 0], 0)
  return valid(at, slashed[4] === undefined)
}

/** A date something happened; undefined when it cannot be read or lies more than a day after `now`. */
export const pastDate = (text: string | undefined, now: number, monthFirst = false): number | undefined => {
  const at = parseDate(text ?? '', monthFirst)?.at
  return at === undefined || at > now + DAY ? undefined : at
}

/** The first millisecond after the moment: a whole day lasts until its midnight. */
export const endOf = (moment: Moment): number => (moment.wholeDay ? moment.at + DAY : moment.at)
