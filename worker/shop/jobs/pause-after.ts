/** What fails outside is tried again after this long, times two for each further time. */
const PAUSE_FIRST_MS = 5_000
const PAUSE_MOST_MS = 30 * 60_000

/** How long to leave alone what has failed so many times in a row, 1 or more; in milliseconds. */
export const pauseAfter = (failures: number): number =>
  Math.min(PAUSE_FIRST_MS * 2 ** Math.min(failures - 1, 20), PAUSE_MOST_MS)
