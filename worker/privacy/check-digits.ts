function weighted(digits: string, weights: (place: number, digit: number) => number): number {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    sum += weights(place, Number(digits[digits.length - 1 - place]))
  }
  return sum
}

/** Payment cards. */
export const passesLuhn = (digits: string): boolean =>
  weighted(digits, (place, digit) => (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2)) %
    10 ===
  0

/** Barcodes: UPC, EAN, JAN, ITF-14. */
export const isGtin = (digits: string): boolean =>
  /^\d{12,14}$/.test(digits) &&
  weighted(digits, (place, digit) => digit * (place % 2 === 0 ? 1 : 3)) % 10 === 0

/**
 * The last digit of Korean resident numbers given out before October 2020. Later ones are random there, so a number
 * that fails may be a person's all the same: good only for choosing between two readings.
 */
export function hasOldResidentCheck(digits: string): boolean {
  const sum = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce(
    (left, weight, place) => left + weight * Number(digits[place]),
    0,
  )
  return (11 - (sum % 11)) % 10 === Number(digits[12])
}
