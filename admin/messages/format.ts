import { language } from './language.ts'

/** Numbers, amounts and times in the language of the panel; reading them makes a component follow it. */

export const formatNumber = (value: number, digits = 0): string =>
  new Intl.NumberFormat(language.value, {
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(value)

/** A share of 0 to 1. Rounded down, so that 100 % is said of the whole only. */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: 0 }).format(
    Math.floor(share * 100) / 100,
  )

/** An amount in major units of an ISO 4217 currency. */
export const formatMoney = (amount: number, currency: string): string =>
  new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(amount)

const KILO = 1024

export function formatBytes(bytes: number): string {
  if (bytes < KILO) return `${formatNumber(bytes)} B`
  const isMega = bytes >= KILO * KILO
  const value = bytes / (isMega ? KILO * KILO : KILO)
  return `${formatNumber(value, value < 10 ? 1 : 0)} ${isMega ? 'MB' : 'KB'}`
}

/** An ISO 8601 time as a date and a time of day, where the reader is. */
export const formatTime = (iso: string): string =>
  new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

/** A day as ISO 8601 writes it (2026-11-01): the same day wherever the reader is. */
export const formatDay = (iso: string): string =>
  new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))
