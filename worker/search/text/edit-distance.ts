/**
 * Optimal string alignment distance (Damerau-Levenshtein with each place edited once): insertions, deletions,
 * substitutions and swaps of neighbours. Gives up above `most` and returns `most + 1`. Pure.
 */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    // A swap reaches back two rows, so both must be beyond help.
    if (Math.min(...current) > most && Math.min(...last) >= most) return most + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[right.length] ?? most + 1, most + 1)
}
