/**
 * The numbers 0 to `count` - 1 in a sequence that looks random and is the same for the same seed (Fisher and Yates'
 * shuffle over a linear congruential generator). Pure.
 * @param seed a whole number from 0 to 2³² - 1
 */
export function shuffledPlaces(count: number, seed: number): number[] {
  const places = Array.from({ length: count }, (_, place) => place)
  let state = seed >>> 0
  for (let last = count - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    // The generator's high bits: its low ones repeat soon.
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    const held = places[last] ?? last
    places[last] = places[other] ?? other
    places[other] = held
  }
  return places
}
