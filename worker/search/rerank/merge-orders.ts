/**
 * One order out of several that a model gave of the same cards, each seen in another sequence: what it favours by its
 * place in the prompt cancels out (Tang et al., "Found in the Middle: Permutation Self-Consistency Improves Listwise
 * Ranking in Large Language Models", NAACL 2024). Merged by Borda's count for lists that name their best only: of `cards`
 * cards a list gives its first `cards` points, its next one less, and those it leaves out none. Points are whole numbers,
 * so the result does not hang on the sequence of the lists; of equals the one retrieved first stays first. Pure.
 * @param orders places of cards counted from 0, the best first, each at most once; others are passed over
 */
export function mergeOrders(orders: readonly (readonly number[])[], cards: number): number[] {
  const points = new Map<number, number>()
  for (const order of orders) {
    const known = order.filter((place) => Number.isInteger(place) && place >= 0 && place < cards)
    for (const [rank, place] of [...new Set(known)].entries())
      points.set(place, (points.get(place) ?? 0) + cards - rank)
  }
  return [...points]
    .toSorted((left, right) => right[1] - left[1] || left[0] - right[0])
    .map(([place]) => place)
}
