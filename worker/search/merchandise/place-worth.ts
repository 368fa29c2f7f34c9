/** Ten places further down is worth half as much. */
const HALF_AT_PLACE = 10

/** What a place (0 is the first) of a list is worth where nothing else tells how much better its product is. Pure. */
export const placeWorth = (place: number): number => 1 / (place + HALF_AT_PLACE)
